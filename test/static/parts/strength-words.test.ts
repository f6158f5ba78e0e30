import { expect, test } from '@jest/globals';
import { segmentsOf, strengthSaid } from '../../../static/parts/strength-words';

test('without evidence a statement is called no strength at all, whatever value everything starts with', () => {
  const said = strengthSaid({ value: 0.3, records: 0 });
  expect([said, segmentsOf[said]]).toEqual(['no evidence yet', 0]);
  expect(strengthSaid({ value: 0.3, records: 1 })).toBe('weak');
  expect(segmentsOf.weak).toBe(1);
});
