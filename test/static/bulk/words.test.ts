import { expect, test } from '@jest/globals';
import { missingOf, saidLeftOut, saidMissing, saidUnclear, sumOf } from '../../../static/pages/bulk/words';

const found = (...keys: readonly string[]) => keys.map((key) => ({ key }));

test('keys that nobody finds are named', () => {
  const missing = missingOf(['SUP-12', 'SUP-99', 'SUP-77'], found('SUP-12'));
  expect(saidMissing(missing)).toBe('SUP-99 and SUP-77 do not exist, or you may not see them.');
  expect(saidMissing(['SUP-99'])).toBe('SUP-99 does not exist, or you may not see it.');
  expect(saidMissing(['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'])).toBe('A-1, A-2, A-3, A-4, A-5 and 2 more do not exist, or you may not see them.');
});

test('a ticket that has another key since it moved is not missing', () => {
  expect(missingOf(['SUP-12', 'SUP-13'], found('SUP-12', 'OPS-3'))).toEqual([]);
});

test('what was not understood, and statements among the tickets, are named', () => {
  expect(saidUnclear(['foo', '118'])).toBe('Not understood: foo, 118.');
  expect(saidLeftOut(['DISC-28'])).toBe('Left out: DISC-28 is a statement itself and no evidence here.');
  expect(saidLeftOut(['DISC-28', 'DISC-30'])).toBe('Left out: DISC-28 and DISC-30 are statements themselves and no evidence here.');
});

test('the sum speaks of one as of one', () => {
  const refused = (subject: string) => ({ subject, outcome: { outcome: 'refused', why: null }, undo: null }) as const;
  expect(sumOf([refused('1')])).toEqual(['1 doesn’t fit']);
  expect(sumOf([refused('1'), refused('2')])).toEqual(['2 don’t fit']);
});
