import { longestRun } from './longest-run';
import type { Placement, Stretch } from './plan-moves';

/** Place of an issue in an order as it strictly is; undefined: it is gone. */
export type PlaceOf<Id> = (id: Id) => number | undefined;

/** Of things that stood in this order, those of which nobody can say that they were moved since. */
function steady<Id>(expected: readonly Id[], placeOf: PlaceOf<Id>): ReadonlySet<Id> {
  const there = expected.flatMap((id) => {
    const place = placeOf(id);
    return place === undefined ? [] : [{ id, place }];
  });
  const kept = longestRun(there.map(({ place }) => place));
  // From behind, too: where two changed places, nobody knows which of them was moved.
  const last = there.length - 1;
  const mirrored = new Set(longestRun(there.toReversed().map(({ place }) => -place)).map((at) => last - at));
  return new Set(kept.filter((at) => mirrored.has(at)).flatMap((at) => there[at]?.id ?? []));
}

/** Of things that stood in this order, those that do not any more. Of two that changed places, both: nobody knows which was moved. */
export function movedSince<Id>(expected: readonly Id[], placeOf: PlaceOf<Id>): readonly Id[] {
  const kept = steady(expected, placeOf);
  return expected.filter((id) => placeOf(id) !== undefined && !kept.has(id));
}

/** Neighbours that stand where they should: two at least, for one alone may be the very one that was moved. */
function steadyNeighbours<Id>(stretch: Stretch<Id>, placeOf: PlaceOf<Id>): ReadonlySet<Id> {
  const all = neighboursOf(stretch);
  const trusted = steady(all, placeOf);
  return trusted.size < Math.min(2, all.length) ? new Set() : trusted;
}

const neighboursOf = <Id>({ aboves, belows }: Stretch<Id>): readonly Id[] => [...aboves.toReversed(), ...belows];

/** Where a stretch goes: beside the nearest neighbour above or below. Undefined: of both nobody knows whether they were moved. */
export function landing<Id>(stretch: Stretch<Id>, placeOf: PlaceOf<Id>): Omit<Placement<Id>, 'issues'> | undefined {
  const trusted = steadyNeighbours(stretch, placeOf);
  const [above, below] = [stretch.aboves, stretch.belows].map((some) => some.find((id) => placeOf(id) !== undefined));
  if (above !== undefined && trusted.has(above)) return { side: 'after', anchor: above };
  return below !== undefined && trusted.has(below) ? { side: 'before', anchor: below } : undefined;
}

/** Those of a stretch's issues that stand between its neighbours, and in its order. */
export function standingIn<Id>(stretch: Stretch<Id>, placeOf: PlaceOf<Id>): ReadonlySet<Id> {
  const trusted = steadyNeighbours(stretch, placeOf);
  if (trusted.size === 0) return new Set();
  const above = stretch.unknown?.above ? undefined : placeIn(stretch.aboves, -Infinity);
  const below = stretch.unknown?.below ? undefined : placeIn(stretch.belows, Infinity);
  // Neighbours of one side that all may have been moved tell nothing: nor does the other side alone.
  if (above === undefined || below === undefined) return new Set();
  const between = stretch.issues.filter((id) => {
    const place = placeOf(id);
    return place !== undefined && place > above && place < below;
  });
  return steady(between, placeOf);

  function placeIn(some: readonly Id[], atTheEnd: number): number | undefined {
    const known = some.filter((id) => placeOf(id) !== undefined);
    const nearest = known.find((id) => trusted.has(id));
    return nearest === undefined ? (known.length === 0 ? atTheEnd : undefined) : placeOf(nearest);
  }
}
