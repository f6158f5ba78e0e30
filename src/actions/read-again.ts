import type { Input, Output } from '../contract';
import { notFound } from './outcome';
import type { Ports } from './ports';
import { indexedProjects } from './project-types';

/** Reads a chosen project anew, in the background. */
export async function readAgain(ports: Pick<Ports, 'settings' | 'runs' | 'clock'>, { projectId }: Input<'readAgain'>): Promise<Output<'readAgain'>> {
  if (!indexedProjects(await ports.settings.read()).includes(projectId)) throw notFound();
  await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token: String(ports.clock.now()) });
  return { reading: [projectId] };
}
