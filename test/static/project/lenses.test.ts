import { expect, test } from '@jest/globals';
import { lenses } from '../../../src/domain/lens';
import { look } from '../../../static/pages/project/lenses/arithmetic';
import { lensNames } from '../../../static/pages/project/lenses/names';
import { orderOf } from '../../../static/pages/project/rank/order';
import { item, problem, view } from './ranking-view';

test('the page offers the lenses there are', () => expect(lensNames).toEqual(lenses.map(({ id, title }) => ({ id, title }))));

test('looking through lenses leaves the order as it is, and knows WSJF only with due dates', () => {
  const page = view([problem(101, 8), problem(102, 8)], [item(1, { covers: [[0, 0.9]], effort: 8 }), item(2, { covers: [[1, 0.9]], effort: 3 }), item(3)]);
  const order = orderOf(page, 'top');
  const before = JSON.stringify(order.placed);
  const looked = look({ view: page, order, heard: new Map(), dueDays: undefined, personMonths: null });
  expect(JSON.stringify(order.placed)).toBe(before);
  expect(looked.hasDueDays).toBe(false);
  // Nothing was heard: every number is missing, and none is 0.
  expect([...(looked.numbers.get('rice') ?? [])].map(([id, { score, text }]) => [id, score, text])).toEqual([
    ['1', undefined, 'not known'],
    ['2', undefined, 'not known'],
  ]);
  expect(looked.agreements.get('rice')).toEqual({ shared: 0, of: 0, unknown: 2 });
});
