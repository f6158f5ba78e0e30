import type { Input, Output } from '../contract';
import { changeSettings } from './changing-settings';
import { Refusal } from './outcome';
import type { Ports } from './ports';

type Needed = Pick<Ports, 'settings' | 'projects' | 'runs' | 'clock'>;

/** Saves the choices and starts reading: again on every call, so that a reading that never started has a second chance. */
export async function finishSetup(ports: Needed, { choices }: Input<'finishSetup'>): Promise<Output<'finishSetup'>> {
  const known = new Set((await ports.projects.list('user')).map(({ id }) => id));
  const { statementProjects, backlogProjects, ticketProjects, openProjects } = choices;
  const unknown = [...statementProjects, ...backlogProjects, ...ticketProjects, ...openProjects].find((id) => !known.has(id));
  if (unknown !== undefined) throw new Refusal('invalid', `choices: there is no project ${unknown}, or you may not see it`);
  await changeSettings(ports, (settings) => ({ ...settings, statementProjects, backlogProjects, ticketProjects, openProjects }));
  const reading = [...new Set([...statementProjects, ...backlogProjects])];
  const token = String(ports.clock.now());
  for (const projectId of reading) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token });
  return { reading };
}
