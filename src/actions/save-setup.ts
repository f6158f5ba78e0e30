import type { Input, Output } from '../contract';
import { changeSettings } from './changing-settings';
import { Refusal } from './outcome';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'settings' | 'projects' | 'clock'>;

/** Saves what an admin chose, if nobody chose otherwise since: the same choices twice are one saving. */
export async function saveSetup(ports: Needed, { choices, revision }: Input<'saveSetup'>, { accountId }: Caller): Promise<Output<'saveSetup'>> {
  const known = new Set((await ports.projects.list('user')).map(({ id }) => id));
  const { statementProjects, backlogProjects, ticketProjects, openProjects, leftOut, screens } = choices;
  const unknown = [...statementProjects, ...backlogProjects, ...ticketProjects, ...openProjects].find((id) => !known.has(id));
  if (unknown !== undefined) throw new Refusal('invalid', `choices: there is no project ${unknown}, or you may not see it`);
  const lists = { statementProjects, backlogProjects, ticketProjects, openProjects };
  const after = await changeSettings(ports, (settings) => {
    const chosen = [lists, leftOut, screens];
    const { statementProjects: a, backlogProjects: b, ticketProjects: c, openProjects: d, setup } = settings;
    const saved = [{ statementProjects: a, backlogProjects: b, ticketProjects: c, openProjects: d }, setup.leftOut, setup.screens];
    if (JSON.stringify(chosen) === JSON.stringify(saved)) return settings;
    if (setup.revision !== revision) throw new Refusal('conflict', 'Somebody else saved other choices since you opened this page.');
    return { ...settings, ...lists, setup: { revision: revision + 1, savedBy: accountId, savedAt: ports.clock.now(), leftOut, screens } };
  });
  return { revision: after.setup.revision };
}
