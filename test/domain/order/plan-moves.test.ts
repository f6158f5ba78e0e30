import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockersFirst, crossings } from '../../../src/domain/order/blockers';
import { arranged, mostPerCall, placed, planMoves, type Placement } from '../../../src/domain/order/plan-moves';
import { runs } from '../../runs';

const backlogs = fc.integer({ min: 0, max: 160 }).chain((size) => {
  const current = Array.from({ length: size }, (_, at) => at);
  return fc.record({ current: fc.constant(current), wanted: fc.shuffledSubarray(current) });
});
const after = (order: readonly number[], placements: readonly Placement<number>[]) => placements.reduce(placed, order);

describe('the moves that apply an order', () => {
  test('give exactly the wanted order, and what was not asked about keeps its own', () =>
    fc.assert(
      fc.property(backlogs, ({ current, wanted }) => {
        expect(after(current, planMoves(current, arranged(current, wanted)))).toEqual(arranged(current, wanted));
      }),
      runs(50),
    ));

  test('are taken back, last first, to exactly the order before each', () =>
    fc.assert(
      fc.property(backlogs, ({ current, wanted }) => {
        const moves = planMoves(current, arranged(current, wanted));
        expect(moves.toReversed().reduce((order, { back }) => after(order, back), after(current, moves))).toEqual(current);
      }),
      runs(50),
    ));

  test('move the fewest issues that can be moved', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat(1_000)), (size, dice) => {
        const current = Array.from({ length: size }, (_, at) => at);
        const target = [...current].sort(() => (dice.next().value ?? 0) - 500);
        const moved = planMoves(current, target).flatMap(({ issues }) => issues).length;
        expect(moved).toBe(size - longestByTrying(target));
      }),
      runs(50),
    ));

  test('take no more calls than there are runs of moved issues, each split at 50', () =>
    fc.assert(
      fc.property(backlogs, ({ current, wanted }) => {
        const target = arranged(current, wanted);
        const moves = planMoves(current, target);
        const moved = new Set(moves.flatMap(({ issues }) => issues));
        const lengths = target
          .map((id) => (moved.has(id) ? 'm' : ' '))
          .join('')
          .split(' ')
          .filter((run) => run !== '');
        expect(moves.length).toBeLessThanOrEqual(lengths.reduce((sum, { length }) => sum + Math.ceil(length / mostPerCall), 0));
        expect(Math.max(0, ...moves.map(({ issues }) => issues.length))).toBeLessThanOrEqual(mostPerCall);
      }),
      runs(50),
    ));

  test('are none where the order is as wanted', () => {
    expect(planMoves([1, 2, 3], [1, 2, 3])).toEqual([]);
  });
});

/** The longest increasing subsequence, by trying every subset. */
function longestByTrying(order: readonly number[]): number {
  const isRising = (some: readonly number[]) => some.every((value, at) => at === 0 || value > (some[at - 1] ?? Infinity));
  return Math.max(
    ...Array.from({ length: 2 ** order.length }, (_, mask) => order.filter((_id, at) => (mask >> at) & 1))
      .filter(isRising)
      .map(({ length }) => length),
  );
}

describe('what blocks what', () => {
  const blockers = new Map([
    ['b', ['d']],
    ['c', ['gone']],
  ]);

  test('is told where an order crosses it', () => expect(crossings(['a', 'b', 'c', 'd'], blockers)).toEqual([{ item: 'b', blocker: 'd' }]));

  test('is kept by moving the blocker up to the item that waits, and nothing else', () =>
    expect(blockersFirst(['a', 'b', 'c', 'd'], blockers)).toEqual(['a', 'd', 'b', 'c']));

  test('in a circle changes nothing', () =>
    expect(
      blockersFirst(
        ['a', 'b'],
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ).length,
    ).toBe(2));

  test('once kept is never crossed, but in circles', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (order, pairs) => {
        // Lower numbers block higher ones: no circle.
        const known = new Map(order.map((id) => [id, pairs.filter(([a, b]) => b === id && a < b).map(([a]) => a)]));
        expect(crossings(blockersFirst(order, known), known)).toEqual([]);
      }),
      runs(50),
    ));
});
