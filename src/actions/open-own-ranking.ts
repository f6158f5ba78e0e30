import type { Input, Output } from '../contract';
import { openRanking } from './open-ranking';
import type { Caller, Ports } from './ports';
import { blindFor } from './staying-blind';

type Needed = Parameters<typeof openRanking>[0] & Pick<Ports, 'opinions' | 'savedViews'>;

/**
 * The ranking as the page opens it, with what this person chose: asked for apart, that would have its rights checked anew, for
 * points. Whoever is estimating gets nothing that depends on evidence.
 */
export async function openOwnRanking(ports: Needed, { projectId }: Input<'openRanking'>, caller: Caller): Promise<Output<'openRanking'>> {
  const [ranking, columns, isBlind] = await Promise.all([
    openRanking(ports, { projectId }),
    ports.savedViews.columnsOf(projectId, caller.accountId),
    blindFor(ports, projectId, caller),
  ]);
  const own = { ...ranking, columns: columns ? [...columns] : null };
  if (!isBlind) return own;
  const { project, effortUnit, now } = own;
  const nothing = { progress: null, updatedAt: 0, asOfDay: 0, params: {}, types: [], statuses: [], problems: [], items: [], pins: [] };
  return { ...nothing, state: 'estimating', project, effortUnit, now, appliedAt: null, columns: null, differsFromShared: false, isJiraAdmin: false };
}
