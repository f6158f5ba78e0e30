import { issueId, type ProjectId } from '../domain/ids';
import type { DecisionBody } from './decision-ports';
import { speakingOnBacklog } from './open-evidence';
import type { RankingPorts } from './open-ranking';

/**
 * Of a record's problems, those on which this person may browse everything that speaks. A record keeps numbers over what the
 * person who decided could see: of the other problems they count what is hidden from this one.
 */
export async function problemsInWhole(ports: RankingPorts, projectId: ProjectId, { backlog }: Pick<DecisionBody, 'backlog'>): Promise<ReadonlySet<string>> {
  const { sight } = await speakingOnBacklog(ports, projectId);
  const spoken = backlog.problems.flatMap(({ id }) => {
    const known = issueId(id);
    return known ? [[id, [known, ...(sight.strengths.get(id)?.sources ?? []).map(([source]) => source)]] as const] : [];
  });
  const visible = await ports.permissions.browsable([...new Set(spoken.flatMap(([, ids]) => ids))]);
  return new Set(spoken.flatMap(([id, ids]) => (ids.every((own) => visible.has(own)) ? [id] : [])));
}
