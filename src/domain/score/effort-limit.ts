import { effortInMedians, effortReference, isUnfinished } from './effort';
import { effortTogether } from './family';
import type { ScoredItem } from './items';
import type { Params } from './params';
import type { Item } from './scenario';

type Typed = Pick<Item, 'id' | 'effort' | 'doneDay' | 'parent' | 'serves'>;

/**
 * The largest effort, as the team types it, with which `item` comes level with `above`; undefined: none is small enough, or what
 * it covers would change with it. `items` are all of the backlog, since the effort that counts as 1 may be the median of theirs.
 */
export function effortToPass(
  item: ScoredItem,
  above: ScoredItem,
  items: readonly Typed[],
  params: Pick<Params, 'effortRef' | 'lambda' | 'effortFloor'>,
): number | undefined {
  if (params.lambda <= 0 || isOfOneFamily(item.id, above.id, items)) return undefined;
  const others = knownEffort(above.id, items);
  // Where the effort that counts as 1 moves, what is above is worth another score, too.
  const limitAt = (effort: number | null): number => {
    const reference = effortReference(withEffort(items, item.id, effort), params);
    const medians = (item.value / above.value) * effortInMedians(others, reference, params);
    return medians >= params.effortFloor ? medians ** (1 / params.lambda) * (reference ?? NaN) : NaN;
  };
  const highest = limitAt(Infinity);
  let effort = Number.isFinite(highest) ? highest : limitAt(null);
  // A smaller effort may pull the median down with it, never up, and half as far at most unless it is the median itself.
  for (let step = 0; step < mostSteps; step += 1) {
    const next = limitAt(effort);
    if (next >= effort * (1 - 1e-12)) return next > 0 ? effort : undefined;
    effort = next;
  }
  return undefined;
}

function knownEffort(id: string, items: readonly Typed[]): number | null {
  const own = items.find((item) => item.id === id)?.effort ?? null;
  return own ?? effortTogether(items.filter((item) => item.parent === id && isUnfinished(item)));
}

const mostSteps = 60;
const withEffort = (items: readonly Typed[], id: string, effort: number | null): readonly Typed[] =>
  items.map((own) => (own.id === id ? { ...own, effort } : own));

// An epic's effort is the sum of its stories, and a story's share of its epic's cover follows its effort.
function isOfOneFamily(id: string, other: string, items: readonly Typed[]): boolean {
  const [item, above] = [id, other].map((wanted) => items.find((own) => own.id === wanted));
  if (!item || !above) return false;
  const parent = item.parent ?? null;
  return (parent !== null && (item.serves.length === 0 || parent === above.id || parent === above.parent)) || above.parent === item.id;
}
