import type { ItemView, ProblemView, RankingView } from '../../../../src/contract/ranking';
import { compareIds } from '../../../../src/domain/score/comparing';
import type { ScoredItem } from '../../../../src/domain/score/items';
import { listOrder, type ListedOrder } from '../../../../src/domain/score/listed-order';
import { completeParams, type Level, type Params } from '../../../../src/domain/score/params';
import type { Item } from '../../../../src/domain/score/scenario';

/** An item at its place in the build order. */
export interface PlacedItem {
  readonly item: ItemView;
  readonly place: number;
  /** Standing: as if it were built first, and what it is worth once the items above are built. */
  readonly standing: ScoredItem;
  readonly score: number;
  /** The problem it covers most, by value; undefined: no problem stated. */
  readonly problem: ProblemView | undefined;
  readonly otherProblems: number;
}

export interface Order extends ListedOrder {
  readonly placed: readonly PlacedItem[];
  /** Items that solve no stated problem, to be shown in Jira's own order. */
  readonly unstated: readonly ItemView[];
  readonly values: ReadonlyMap<string, { readonly V: number; readonly sd: number; readonly P: number; readonly N: number }>;
  readonly params: Params;
}

/** Scores the whole backlog in the page: no call, however often the level changes. */
export function orderOf(view: RankingView, level: Level): Order {
  const params: Params = { ...completeParams(view.params), level };
  const values = new Map(
    view.problems.map((problem) => [problem.id as string, { V: problem.value, sd: problem.deviation, P: problem.support, N: problem.contradiction }]),
  );
  const byId = new Map(view.items.map((item) => [item.id as string, item]));
  const items = view.items.map((item) => asScored(item, view.problems));
  const { scored, order } = listOrder(items, values, params);
  const standing = new Map(scored.map((item) => [item.id, item]));
  const problems = new Map(view.problems.map((problem) => [problem.id as string, problem]));
  const placed: PlacedItem[] = [];
  const unstated: ItemView[] = [];
  for (const { id, score } of order) {
    const item = byId.get(id);
    const own = standing.get(id);
    if (!item || !own) continue;
    if (own.cover.length === 0) unstated.push(item);
    else placed.push({ item, place: placed.length + 1, standing: own, score, ...mainProblem(own, problems) });
  }
  return { placed, unstated, scored, order, values, params };
}

/** What of an item its place depends on. */
export type Ranked = Pick<ItemView, 'id' | 'effort' | 'parent' | 'done' | 'covers'>;

export function asScored(item: Ranked, problems: readonly Pick<ProblemView, 'id'>[]): Item {
  return {
    id: item.id,
    effort: item.effort,
    parent: item.parent,
    doneDay: item.done === null ? null : Math.floor(item.done / 86_400),
    serves: item.covers.flatMap(([position, cover]) => {
      const problem = problems[position];
      return problem ? [{ to: problem.id, w: cover }] : [];
    }),
  };
}

function mainProblem(own: ScoredItem, problems: ReadonlyMap<string, ProblemView>): Pick<PlacedItem, 'problem' | 'otherProblems'> {
  const worth = own.cover.flatMap(({ problem, weight }) => {
    const known = problems.get(problem);
    return known ? [{ known, worth: weight * known.value }] : [];
  });
  worth.sort((a, b) => b.worth - a.worth || compareIds(a.known.id, b.known.id));
  return { problem: worth[0]?.known, otherProblems: Math.max(0, worth.length - 1) };
}
