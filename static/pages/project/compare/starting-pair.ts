import type { Order } from '../rank/order';

/** The row that the person was on and the next one, or the one above where it is the last. */
export function startingPair({ placed, unstated }: Order, from: string | undefined): readonly [string, string] {
  const ids = [...placed.map(({ item }) => item.id as string), ...unstated.map(({ id }) => id as string)];
  const at = Math.max(0, ids.indexOf(from ?? ''));
  const [first, second] = at + 1 < ids.length ? [ids[at], ids[at + 1]] : [ids[at - 1], ids[at]];
  return [first ?? '', second ?? ''];
}
