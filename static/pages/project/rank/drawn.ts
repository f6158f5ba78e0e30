import type { Draws } from '../../../../src/domain/score/draws';
import { drawOrder } from '../../../../src/domain/score/listed-order';
import type { Order, PlacedItem } from './order';

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
  const placed = new Map(order.placed.map((item) => [item.item.id as string, item]));
  const { draws, chances, bands, mostlySolved } = drawOrder(order, order.values, order.params);
  const intervals = new Map([...chances.perItem].map(([id, { p10, p90, pFirst }]) => [id, { p10, p90, first: pFirst }]));
  return {
    draws,
    intervals,
    bands: bands.map((band) => band.flatMap((id) => placed.get(id) ?? [])),
    bandOf: new Map(bands.flatMap((band, position) => band.map((id) => [id, position] as const))),
    solvedAbove: new Set(mostlySolved),
  };
}
