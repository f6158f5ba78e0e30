import type { Input, Output } from '../contract';
import { differenceOf } from '../domain/decision/difference';
import { openRanking, type RankingPorts } from './open-ranking';
import { notFound } from './outcome';
import { problemsInWhole } from './recorded-sight';

/** What is not the same in two decisions, the earlier one first, as far as the person may see it. */
export async function compareDecisions(
  ports: RankingPorts,
  { projectId, decisionId, otherId }: Input<'compareDecisions'>,
): Promise<Output<'compareDecisions'>> {
  const [view, ...kept] = await Promise.all([openRanking(ports, { projectId }), ...[decisionId, otherId].map((id) => ports.decisions.read(projectId, id))]);
  const [earlier, later] = kept.flatMap((own) => own ?? []).sort((a, b) => a.head.at - b.head.at);
  if (!earlier || !later) throw notFound();
  const [wholeThen, wholeNow] = await Promise.all([earlier, later].map(({ body }) => problemsInWhole(ports, projectId, body)));
  const { items, problems, params } = differenceOf(earlier.body, later.body);
  const shownItems = new Map(view.items.map((item) => [item.id as string, item]));
  const shownProblems = new Map(view.problems.map((problem) => [problem.id as string, problem]));
  const seen = {
    items: items.flatMap(({ id, then, now }) => {
      const item = shownItems.get(id);
      return item ? [{ key: item.key, summary: item.summary, then, now }] : [];
    }),
    problems: problems.flatMap(({ id, then, now }) => {
      const problem = shownProblems.get(id);
      return problem && (then === null || wholeThen?.has(id)) && (now === null || wholeNow?.has(id))
        ? [{ key: problem.key, sentence: problem.sentence, then, now }]
        : [];
    }),
  };
  return {
    earlierAt: earlier.head.at,
    laterAt: later.head.at,
    ...seen,
    params: [...params],
    isPartial: seen.items.length < items.length || seen.problems.length < problems.length,
  };
}
