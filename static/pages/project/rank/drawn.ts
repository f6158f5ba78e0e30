import { chanceOfBefore, chancesOf } from '../../../../src/domain/score/chances';
import { drawScores, type Draws } from '../../../../src/domain/score/draws';
import { standingOrder } from '../../../../src/domain/score/items';
import { tieBands } from '../../../../src/domain/score/tie-bands';
import type { Order, PlacedItem } from './order';

/** How far down uncertainty is drawn; below it there is too little evidence for places to mean much. */
const listed = 200;

export interface Interval {
  readonly p10: number;
  readonly p90: number;
  readonly first: number;
}

/** What the draws say of an order; they use standing scores, each item alone. */
export interface Drawn {
  readonly draws: Draws;
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly bands: readonly (readonly PlacedItem[])[];
  readonly bandOf: ReadonlyMap<string, number>;
  readonly solvedAbove: ReadonlySet<string>;
}

export function drawnFor(order: Order): Drawn {
  const standing = standingOrder(order.scored)
    .filter((item) => item.cover.length > 0)
    .slice(0, listed);
  const draws = drawScores(standing, order.values, order.params);
  const { perItem } = chancesOf(draws, order.params.topK);
  const intervals = new Map([...perItem].map(([id, { p10, p90, pFirst }]) => [id, { p10, p90, first: pFirst }]));
  const placed = new Map(order.placed.map((item) => [item.item.id as string, item]));
  const drawnPlaces = order.placed.filter(({ item }) => draws.items.has(item.id)).map(({ item, score }) => ({ id: item.id, score, gain: 0 }));
  const { bands, mostlySolved } = tieBands(drawnPlaces, new Map(order.scored.map((item) => [item.id, item])), (a, b) => chance(draws, a, b));
  const bandItems = bands.map((band) => band.flatMap((id) => placed.get(id) ?? []));
  return {
    draws,
    intervals,
    bands: bandItems,
    bandOf: new Map(bands.flatMap((band, position) => band.map((id) => [id, position] as const))),
    solvedAbove: new Set(mostlySolved),
  };
}

/** Share of the draws in which `a` comes strictly before `b`; undrawn items answer 1, so that they join no band. */
export function chance(draws: Draws, a: string, b: string): number {
  const [first, second] = [draws.items.get(a), draws.items.get(b)];
  return first && second ? chanceOfBefore(first, second) : 1;
}
