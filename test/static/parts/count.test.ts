import { expect, test } from '@jest/globals';
import { count, counted } from '../../../static/parts/count';

test.each([
  [0, '0 records', 'no record yet'],
  [1, '1 record', '1 record'],
  [2, '2 records', '2 records'],
])('%i is counted in the right number', (n, plain, yet) => {
  expect([counted(n, 'record'), count(n, 'record')]).toEqual([plain, yet]);
});
