/** Who waits for whom: the blockers of each item. */
export type Blockers<Id> = ReadonlyMap<Id, readonly Id[]>;

export interface Crossing<Id> {
  /** Comes first in the order, although it waits for the blocker. */
  readonly item: Id;
  readonly blocker: Id;
}

/** What a person decided about a "blocks" link: its blocker goes just before the item, the item just after it, or the order crosses it. */
export const linkChoices = ['before', 'after', 'cross'] as const;
export type LinkChoice = (typeof linkChoices)[number];

/** Items that an order puts before what blocks them; both must be in it. */
export function crossings<Id>(order: readonly Id[], blockers: Blockers<Id>): readonly Crossing<Id>[] {
  const placeOf = new Map(order.map((id, at) => [id, at]));
  return order.flatMap((item, at) => (blockers.get(item) ?? []).filter((blocker) => (placeOf.get(blocker) ?? -1) > at).map((blocker) => ({ item, blocker })));
}

/**
 * The order with every "blocks" link as it was chosen. Items that block each other in a circle can't all be below what blocks them:
 * the first of a circle stays first, and the link is left crossed.
 */
export function heeding<Id>(order: readonly Id[], blockers: Blockers<Id>, choiceOf: (crossing: Crossing<Id>) => LinkChoice): readonly Id[] {
  const known = new Set(order);
  const placed = new Set<Id>();
  const open = new Set<Id>();
  const waiting = new Map<Id, Id[]>();

  const visit = (item: Id, waits: boolean): void => {
    if (placed.has(item) || open.has(item)) return;
    open.add(item);
    const behind = (blockers.get(item) ?? []).find((blocker) => !isHeeded(item, blocker));
    open.delete(item);
    if (behind !== undefined && waits) {
      waiting.set(behind, [...(waiting.get(behind) ?? []), item]);
      return;
    }
    placed.add(item);
    for (const next of waiting.get(item) ?? []) visit(next, true);
  };
  const isHeeded = (item: Id, blocker: Id): boolean => {
    if (!known.has(blocker)) return true;
    const choice = choiceOf({ item, blocker });
    if (choice === 'before') visit(blocker, true);
    return choice === 'cross' || placed.has(blocker) || open.has(blocker);
  };
  for (const item of order) visit(item, true);
  // What is left waits for itself, round a circle.
  for (const item of order) visit(item, false);
  return [...placed];
}
