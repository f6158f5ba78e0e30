import { expect, test } from '@jest/globals';
import { changedPlaces } from '../../../static/pages/settings/changed-places';

const order = (...ids: readonly string[]) => ids.map((id, at) => ({ item: { id }, place: at + 1 }));

test('of a new order only those are told that change their place, however far down they stand', () => {
  const first = Array.from({ length: 12 }, (_, at) => `first-${String(at)}`);
  expect(changedPlaces(order(...first, 'a', 'b', 'c'), order(...first, 'c', 'a', 'b')).map(({ own, up }) => [own.item.id, own.place, up])).toEqual([
    ['c', 13, 2],
    ['a', 14, -1],
    ['b', 15, -1],
  ]);
});
