import type { PlannedItem } from './backlog';
import { compareIds, compareScores } from './comparing';
import type { ProblemStrength } from './problem';

/** An item with its standing score: what it is worth if it were built first. */
export interface ScoredItem extends PlannedItem {
  /** Customer-equivalents relieved: Σ cover · V. */
  readonly value: number;
  /** Value per median effort. */
  readonly score: number;
  /** The part of the score that rests on the prior a0 and not on evidence. */
  readonly baseline: number;
}

/** What is known of each problem; every problem that an item covers must be listed. */
export type Problems<Known> = ReadonlyMap<string, Known>;

/** What is known of a problem that something links to; throws when it is not listed, since "not listed" is not "worth nothing". */
export function knownOf<Known>(problems: Problems<Known>, id: string): Known {
  const known = problems.get(id);
  if (known === undefined) throw new Error(`Problem "${id}" is linked but not among the problems given.`);
  return known;
}

/** score = Σ cover · V / effort per item, in the order given; items that an earlier scoring of the same plan values alike stay the same objects. Scoring.md section 5. */
export function scoreItems(
  items: readonly PlannedItem[],
  problems: Problems<Pick<ProblemStrength, 'V'>>,
  a0: number,
  earlier: readonly ScoredItem[] = [],
): readonly ScoredItem[] {
  return items.map((item, at) => {
    let value = 0;
    let baseline = 0;
    for (const { problem, weight } of item.cover) {
      value += weight * knownOf(problems, problem).V;
      baseline += weight * a0;
    }
    const known = earlier[at];
    if (known !== undefined && known.value === value && known.baseline === baseline / item.effort) return known;
    const { id, cover, effort, effortMissing } = item;
    return { id, cover, effort, effortMissing, value, score: value / effort, baseline: baseline / effort };
  });
}

/** An order to start from, which a small change hardly moves. */
export interface EarlierOrder {
  readonly itemsById: readonly ScoredItem[];
  readonly standing: readonly ScoredItem[];
}

/** Best first; scores that tie on 12 significant digits go by id. `earlier` holds the same items in the same places of `itemsById`. */
export function standingOrder(itemsById: readonly ScoredItem[], earlier?: EarlierOrder): readonly ScoredItem[] {
  const order = earlier === undefined ? [...itemsById] : inEarlierOrder(itemsById, earlier);
  return order.sort((a, b) => compareScores(a.score, b.score) || compareIds(a.id, b.id));
}

function inEarlierOrder(itemsById: readonly ScoredItem[], earlier: EarlierOrder): ScoredItem[] {
  const moved = new Map<ScoredItem, ScoredItem>();
  itemsById.forEach((item, at) => {
    const before = earlier.itemsById[at];
    if (before !== undefined && before !== item) moved.set(before, item);
  });
  return earlier.standing.map((item) => moved.get(item) ?? item);
}
