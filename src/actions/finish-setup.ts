import type { Output } from '../contract';
import type { Ports } from './ports';
import { indexedProjects } from './project-types';
import { noteLinkTypes } from './setup-acts';

type Needed = Pick<Ports, 'settings' | 'site' | 'runs' | 'clock'>;

/** Starts reading: again on every call, so that a reading that never started has a second chance. */
export async function finishSetup(ports: Needed): Promise<Output<'finishSetup'>> {
  const settings = await ports.settings.read();
  // Of two admins at once the slower may have noted less than both made.
  await noteLinkTypes(ports, settings);
  const reading = indexedProjects(settings);
  const token = String(ports.clock.now());
  for (const projectId of reading) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token });
  return { reading: [...reading] };
}
