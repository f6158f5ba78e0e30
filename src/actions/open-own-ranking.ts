import type { Input, Output } from '../contract';
import { openRanking } from './open-ranking';
import type { Caller, Ports } from './ports';
import { blindFor } from './staying-blind';

type Needed = Parameters<typeof openRanking>[0] & Pick<Ports, 'opinions'>;

/** The ranking, unless this person is estimating: then nothing that depends on evidence leaves the functions. */
export async function openOwnRanking(ports: Needed, { projectId }: Input<'openRanking'>, caller: Caller): Promise<Output<'openRanking'>> {
  // Whether somebody is blind is known sooner than the ranking is read: nobody else waits for it.
  const reading = openRanking(ports, { projectId });
  reading.catch(() => undefined);
  if (!(await blindFor(ports, projectId, caller))) return reading;
  const { project, effortUnit, now } = await reading;
  const nothing = { progress: null, updatedAt: 0, asOfDay: 0, params: {}, types: [], statuses: [], problems: [], items: [], pins: [], appliedAt: null };
  return { ...nothing, state: 'estimating', project, effortUnit, now, differsFromShared: false, isJiraAdmin: false };
}
