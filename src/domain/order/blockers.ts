/** Who waits for whom: the blockers of each item. */
export type Blockers<Id> = ReadonlyMap<Id, readonly Id[]>;

export interface Crossing<Id> {
  /** Comes first in the order, although it waits for the blocker. */
  readonly item: Id;
  readonly blocker: Id;
}

/** Items that an order puts before what blocks them; both must be in it. */
export function crossings<Id>(order: readonly Id[], blockers: Blockers<Id>): readonly Crossing<Id>[] {
  const placeOf = new Map(order.map((id, at) => [id, at]));
  return order.flatMap((item, at) => (blockers.get(item) ?? []).filter((blocker) => (placeOf.get(blocker) ?? -1) > at).map((blocker) => ({ item, blocker })));
}

/** The order with each blocker directly above the first item that waits for it; items that block each other in a circle stay as they are. */
export function blockersFirst<Id>(order: readonly Id[], blockers: Blockers<Id>): readonly Id[] {
  const known = new Set(order);
  const placed = new Set<Id>();
  const open = new Set<Id>();
  const visit = (item: Id): void => {
    if (placed.has(item) || open.has(item)) return;
    open.add(item);
    for (const blocker of blockers.get(item) ?? []) if (known.has(blocker)) visit(blocker);
    open.delete(item);
    placed.add(item);
  };
  order.forEach(visit);
  return [...placed];
}
