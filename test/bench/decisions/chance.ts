import { generator } from '../../domain/score/large-scenario';

/** Draws of one world; the same seed gives the same world. */
export interface Chance {
  /** 0..1. */
  readonly unit: () => number;
  readonly between: (low: number, high: number) => number;
  readonly normal: () => number;
  /** Median 1. */
  readonly lognormal: (sigma: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly oneOf: <Item>(list: readonly Item[]) => Item;
  /** One of the list, with a probability in proportion to its weight. */
  readonly weighted: <Item>(list: readonly Item[], weights: readonly number[]) => Item;
  readonly some: <Item>(list: readonly Item[], count: number) => Item[];
}

export function chance(seed: number): Chance {
  const unit = generator(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const oneOf = <Item>(list: readonly Item[]): Item => at(list, Math.floor(unit() * list.length));
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    normal,
    lognormal: (sigma) => Math.exp(sigma * normal()),
    happens: (probability) => unit() < probability,
    oneOf,
    weighted: (list, weights) => {
      let left = unit() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (left -= weight) <= 0);
      return at(list, found === -1 ? list.length - 1 : found);
    },
    some: (list, count) => {
      const rest = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () => at(rest.splice(Math.floor(unit() * rest.length), 1), 0));
    },
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error('Nothing to draw from.');
  return item;
}
