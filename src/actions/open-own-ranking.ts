import type { Input, Output } from '../contract';
import { openRanking } from './open-ranking';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'documents' | 'permissions' | 'projects' | 'settings' | 'clock' | 'decisions' | 'savedViews'>;

/** The ranking as the page opens it, with what this person chose; asked for apart, each would have its rights checked anew, for points. */
export async function openOwnRanking(ports: Needed, input: Input<'openRanking'>, { accountId }: Caller): Promise<Output<'openRanking'>> {
  const [ranking, [newest], columns] = await Promise.all([
    openRanking(ports, input),
    ports.decisions.ofProject(input.projectId, 1),
    ports.savedViews.columnsOf(input.projectId, accountId),
  ]);
  return { ...ranking, appliedAt: newest?.at ?? null, columns: columns ? [...columns] : null };
}
