import type { Drawn } from '../rank/drawn';
import type { Order } from '../rank/order';
import type { Ordered } from './engine';

/** The saved order and the what-if order of the same items, side by side; items are named by their position in the view. */
export interface Compared {
  readonly saved: Ordered;
  readonly whatIf: Ordered;
  /** Place by position, from 1; 0: it has none. */
  readonly savedPlaces: Int32Array;
  readonly whatIfPlaces: Int32Array;
}

export function savedOrder(order: Order, positions: ReadonlyMap<string, number>): Ordered {
  return {
    order: Int32Array.from(order.placed, ({ item }) => positions.get(item.id) ?? -1),
    scores: Float64Array.from(order.placed, ({ score }) => score),
  };
}

export const compare = (items: number, saved: Ordered, whatIf: Ordered): Compared => ({
  saved,
  whatIf,
  savedPlaces: placesOf(items, saved),
  whatIfPlaces: placesOf(items, whatIf),
});

function placesOf(items: number, { order }: Ordered): Int32Array {
  const places = new Int32Array(items);
  order.forEach((position, at) => {
    places[position] = at + 1;
  });
  return places;
}

/** Places that an item moves up; negative: down. */
export const moveOf = ({ savedPlaces, whatIfPlaces }: Compared, position: number): number => (savedPlaces[position] ?? 0) - (whatIfPlaces[position] ?? 0);

/** As many places as a team looks at before it says "the order changed". */
const looked = 14;

export interface Moved {
  /** Of the first `of` places, how many hold an item that had another place. */
  readonly moved: number;
  readonly of: number;
  /** How many from the top on stay. */
  readonly firm: number;
}

export function movedOf(compared: Compared): Moved {
  const first = compared.whatIf.order.subarray(0, looked);
  const stays = Array.from(first, (position) => moveOf(compared, position) === 0);
  const change = stays.indexOf(false);
  return { moved: stays.filter((own) => !own).length, of: first.length, firm: change < 0 ? first.length : change };
}

/** Which items of the first places, before or now, moved further than their tie band: within one, places say little anyway. */
export function leavingTheirBand(
  compared: Compared,
  idOf: (position: number) => string,
  { bands, bandOf }: Pick<Drawn, 'bands' | 'bandOf'>,
): readonly number[] {
  const first = new Set([...compared.whatIf.order.subarray(0, looked), ...compared.saved.order.subarray(0, looked)]);
  return [...first].filter((position) => {
    const move = moveOf(compared, position);
    const band = bands[bandOf.get(idOf(position)) ?? -1];
    // What items above mostly solve is in no band.
    if (move === 0 || band === undefined) return Math.abs(move) > 1;
    const places = band.map(({ place }) => place);
    const now = compared.whatIfPlaces[position] ?? 0;
    return now < Math.min(...places) || now > Math.max(...places);
  });
}
