import type { Input, Output } from '../contract';
import { changeSettings } from './changing-settings';
import { Refusal } from './outcome';
import { choicesIn } from './plan-setup';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'settings' | 'projects' | 'clock'>;

/** Saves what an admin chose, if nobody chose otherwise since: the same choices twice are one saving. */
export async function saveSetup(ports: Needed, { choices, revision }: Input<'saveSetup'>, { accountId }: Caller): Promise<Output<'saveSetup'>> {
  const known = new Set((await ports.projects.list('user')).map(({ id }) => id));
  const { statementProjects, backlogProjects, ticketProjects, openProjects, ...answers } = choices;
  const lists = { statementProjects, backlogProjects, ticketProjects, openProjects };
  const unknown = [...statementProjects, ...backlogProjects, ...ticketProjects, ...openProjects].find((id) => !known.has(id));
  if (unknown !== undefined) throw new Refusal('invalid', `choices: there is no project ${unknown}, or you may not see it`);
  const after = await changeSettings(ports, (settings) => {
    if (JSON.stringify({ ...choicesIn(settings), ...choices }) === JSON.stringify(choicesIn(settings))) return settings;
    if (settings.setup.revision !== revision) throw new Refusal('conflict', 'Somebody else saved other choices since you opened this page.');
    return { ...settings, ...lists, setup: { revision: revision + 1, savedBy: accountId, savedAt: ports.clock.now(), ...answers } };
  });
  return { revision: after.setup.revision };
}
