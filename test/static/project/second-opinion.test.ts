import { describe, expect, test } from '@jest/globals';
import type { TeamItem } from '../../../src/contract/second-opinion';
import { inBothViews, inOrder } from '../../../static/pages/project/second-opinion/both-views';
import { secondOpinionColumns } from '../../../static/pages/project/second-opinion/columns';
import { estimateIn, isMisfit } from '../../../static/pages/project/second-opinion/typed-estimate';
import { item } from './ranking-view';

const asked = (n: number, score: number | null, middle: number | null, people = 5): TeamItem => {
  const { id, key, summary } = item(n);
  const team = middle === null ? null : { middle, low: middle / 2, high: middle * 2, people };
  return { id, key, summary, type: { name: 'Epic', level: 1 }, score, team };
};

// Background exports, Explain the flag, Custom logo, AI assistant (no problem stated), one that nobody estimated.
const items = [asked(102, 8.1, 6), asked(87, 5.7, 2.4), asked(64, 1.3, 5.6), asked(160, null, 3), asked(12, 2, null)];

describe('the revealed second opinion', () => {
  test('flags who says more than twice as much, on either side, and nobody where one side says nothing', () => {
    expect(inBothViews(items).map(({ key, flag }) => [key, flag])).toEqual([
      ['LED-102', undefined],
      ['LED-87', 'evidence-higher'],
      ['LED-64', 'team-higher'],
      ['LED-160', undefined],
      ['LED-12', undefined],
    ]);
  });

  test.each([
    { view: 'evidence', order: '102 87 12 64 160' },
    { view: 'team', order: '102 64 160 87 12' },
    { view: 'blended', order: '102 87 64 12 160' },
  ] as const)('is ordered by $view, with what it says nothing of at the end', ({ view, order }) =>
    expect(
      inOrder(inBothViews(items), view)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order),
  );

  test('stands beside the list as two columns that say how they came about', () => {
    const [opinion, blend] = secondOpinionColumns({ revealed: { openedAt: 1_778_500_000, closedAt: 1_778_544_000, people: 5, items } }, 'en-GB');
    expect([opinion?.title, blend?.title]).toEqual(['Second opinion', 'Blended']);
    expect(opinion?.textOf('64')).toBe('5.6 (2.8–11.2)');
    expect(opinion?.howOf('64')).toBe('The middle of 5 people and their spread, set to the same middle as the scores; closed 12 May 2026');
    expect([opinion?.textOf('12'), opinion?.numberOf('7')]).toEqual([undefined, undefined]);
    expect(blend?.numberOf('64')).toBeCloseTo(Math.sqrt(1.3 * 5.6), 12);
    expect([blend?.textOf('160'), blend?.howOf('160'), blend?.textOf('12')]).toEqual([undefined, undefined, undefined]);
    expect(secondOpinionColumns({ revealed: null }, 'en-GB')).toEqual([]);
  });
});

describe('what is typed', () => {
  test('is put in only when all of it fits; a comma is a point', () => {
    expect(estimateIn({ reach: '7', impact: '4,5', effort: ' 3 ' }, 'parts')).toEqual({ kind: 'parts', reach: 7, impact: 4.5, effort: 3 });
    expect(estimateIn({ reach: '7', impact: '6', effort: '3' }, 'parts')).toBeUndefined();
    expect(estimateIn({ reach: '7', impact: '5' }, 'parts')).toBeUndefined();
    expect(estimateIn({ reach: '7', impact: '5', effort: '0' }, 'parts')).toBeUndefined();
    expect(estimateIn({ reach: '7', value: '0' }, 'value')).toEqual({ kind: 'value', value: 0 });
  });

  test('says at once what can’t be, and nothing of what is still empty', () => {
    expect([isMisfit('impact', '9'), isMisfit('effort', 'much'), isMisfit('reach', '-1')]).toEqual([true, true, true]);
    expect([isMisfit('impact', ''), isMisfit('impact', undefined), isMisfit('impact', '5')]).toEqual([false, false, false]);
  });
});
