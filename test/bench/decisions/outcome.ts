import type { Item, Problem, World } from './world';

/** Of all effort, what there is time for. */
const capacity = 0.25;

/** What an order is worth once as much of it is built as there is time for; of the last item, the share that fits. */
export function delivered({ items }: World, order: readonly Item[]): number {
  let left = capacity * items.reduce((sum, { effort }) => sum + effort, 0);
  const unsolved = new Map<Problem, number>();
  let worth = 0;
  for (const item of order) {
    const share = Math.min(1, left / item.effort);
    left -= item.effort * share;
    worth += share * relief(item, unsolved);
    for (const { problem, cover } of item.solves) unsolved.set(problem, (unsolved.get(problem) ?? 1) * (1 - cover * share));
    if (left <= 0) break;
  }
  return worth;
}

const relief = ({ solves }: Item, unsolved: ReadonlyMap<Problem, number>): number =>
  solves.reduce((sum, { problem, cover }) => sum + cover * problem.worth * (unsolved.get(problem) ?? 1), 0);

/** Who knows the truth takes what relieves most per effort, then looks again at what is left. */
export function greedyOnTruth({ items }: World): Item[] {
  return pickAgain(items, ({ solves, effort }) => ({ effort, parts: solves.map(({ problem, cover }) => ({ problem, cover, worth: cover * problem.worth })) }));
}

export interface Judged {
  readonly effort: number;
  /** What an item is thought to be worth, by the problem it comes from. */
  readonly parts: readonly { readonly problem: Problem; readonly cover: number; readonly worth: number }[];
}

/** Takes the best per effort, discounts what others still claim of the same problems, and looks again. */
export function pickAgain(items: readonly Item[], judge: (item: Item) => Judged): Item[] {
  const judged = new Map(items.map((item) => [item, judge(item)]));
  const unsolved = new Map<Problem, number>();
  const rate = ({ effort, parts }: Judged) => parts.reduce((sum, { problem, worth }) => sum + worth * (unsolved.get(problem) ?? 1), 0) / effort;
  const picked: Item[] = [];
  while (judged.size > 0) {
    const [item, best] = [...judged].reduce((first, other) => (rate(other[1]) > rate(first[1]) ? other : first));
    judged.delete(item);
    picked.push(item);
    for (const { problem, cover } of best.parts) unsolved.set(problem, (unsolved.get(problem) ?? 1) * (1 - cover));
  }
  return picked;
}

/** True worth of an item built first, per effort. */
export const trueRate = (item: Item): number => relief(item, new Map()) / item.effort;
