import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crossings, heeding, linkChoices, type LinkChoice } from '../../../src/domain/order/blockers';
import { afterMoves, arranged, mostPerCall, placed, planMoves, type Stretch } from '../../../src/domain/order/plan-moves';
import { runs } from '../../runs';

const backlogs = fc.integer({ min: 0, max: 160 }).chain((size) => {
  const current = Array.from({ length: size }, (_, at) => at);
  return fc.record({ current: fc.constant(current), wanted: fc.shuffledSubarray(current) });
});
const back = (order: readonly number[], { issues, aboves: [above], belows: [below] }: Stretch<number>): readonly number[] =>
  placed(order, { issues, side: above === undefined ? 'before' : 'after', anchor: above ?? below ?? -1 });

describe('the moves that apply an order', () => {
  test('give exactly the wanted order, and what was not asked about keeps its own', () =>
    fc.assert(
      fc.property(backlogs, ({ current, wanted }) => {
        expect(afterMoves(current, planMoves(current, arranged(current, wanted)))).toEqual(arranged(current, wanted));
      }),
      runs(50),
    ));

  test('are taken back, last first, to exactly the order before each', () =>
    fc.assert(
      fc.property(backlogs, ({ current, wanted }) => {
        const moves = planMoves(current, arranged(current, wanted));
        expect(moves.toReversed().reduce((now, move) => move.back.reduce(back, now), afterMoves(current, moves))).toEqual(current);
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

  const order = ['a', 'b', 'c', 'd'];

  test.each<{ readonly choice: LinkChoice; readonly ends: readonly string[] }>([
    { choice: 'before', ends: ['a', 'd', 'b', 'c'] },
    { choice: 'after', ends: ['a', 'c', 'd', 'b'] },
    { choice: 'cross', ends: ['a', 'b', 'c', 'd'] },
  ])('is heeded as it was chosen: $choice', ({ choice, ends }) => expect(heeding(order, blockers, () => choice)).toEqual(ends));

  test.each(linkChoices)('in a circle loses nothing (%s)', (choice) => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect([...heeding(['a', 'b', 'c', 'd'], circle, () => choice)].sort()).toEqual(order);
  });

  test('is crossed only where that was chosen, but in circles', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.constantFrom(...linkChoices))), (items, pairs) => {
        // Lower numbers block higher ones: no circle.
        const links = pairs.filter(([a, b]) => a < b);
        const known = new Map(items.map((id) => [id, links.filter(([, b]) => b === id).map(([a]) => a)]));
        const choiceOf = ({ item, blocker }: { readonly item: number; readonly blocker: number }): LinkChoice =>
          links.find(([a, b]) => a === blocker && b === item)?.[2] ?? 'before';
        const heeded = heeding(items, known, choiceOf);
        expect(crossings(heeded, known).every((crossing) => choiceOf(crossing) === 'cross')).toBe(true);
        expect([...heeded].sort()).toEqual([...items].sort());
      }),
      runs(50),
    ));
});
