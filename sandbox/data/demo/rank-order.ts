/**
 * Places in Jira's Rank, among the open items of LED that have no parent. Somebody has moved LED-64, LED-160 and LED-12 to the
 * top by hand; everything that has no place here fills the gaps.
 */
const places: ReadonlyMap<number, number> = new Map([
  [1, 64],
  [2, 160],
  [3, 12],
  [4, 170],
  [5, 171],
  [6, 88],
  [7, 92],
  [8, 144],
  [9, 109],
  [10, 97],
  [11, 31],
  [14, 151],
  [17, 121],
  [22, 140],
  [26, 112],
  [29, 58],
  [33, 44],
  [38, 102],
  [47, 76],
  [54, 129],
  [61, 87],
  [83, 95],
  [112, 133],
]);

/** All of them in order of Rank, given the others in the order they should fill the gaps. */
export function rankedNumbers(others: readonly number[]): readonly number[] {
  const placed = new Set(places.values());
  const gaps = others.filter((number) => !placed.has(number));
  const order: number[] = [];
  for (let place = 1; order.length < placed.size + gaps.length; place += 1) {
    const next = places.get(place) ?? gaps[order.length - [...places.keys()].filter((taken) => taken < place).length];
    if (next !== undefined) order.push(next);
  }
  return order;
}

/** Moved by hand since the order was last applied on 12 May: number in LED, day, by whom. */
export const movedByHand: readonly (readonly [number: number, day: number, by: string])[] = [
  [64, 487, 'user-lead'],
  [160, 484, 'user-lead'],
  [12, 490, 'user-engineer'],
];
