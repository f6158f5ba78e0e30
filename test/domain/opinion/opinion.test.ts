import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blended, disagreement, orderedBy, viewNames, type TwoViews } from '../../../src/domain/opinion/compare-views';
import { estimated } from '../../../src/domain/opinion/estimate';
import { ownOrder } from '../../../src/domain/opinion/own-order';
import { middleAndSpread, teamEstimates, type OneEstimate } from '../../../src/domain/opinion/team';
import { runs } from '../../runs';

const worth = fc.double({ min: 0.01, max: 1_000, noNaN: true });
const itemIds = ['1', '2', '3', '4', '5', '6', '7'];

/** Each person estimates some of the items; a round may hold items that state no problem and have no score. */
const rounds = fc.record({
  scores: fc.uniqueArray(fc.tuple(fc.constantFrom(...itemIds), worth), { selector: ([id]) => id, minLength: 1 }).map((known) => new Map(known)),
  people: fc.array(fc.uniqueArray(fc.tuple(fc.constantFrom(...itemIds), worth), { selector: ([id]) => id, minLength: 1 }), { minLength: 1, maxLength: 7 }),
});
const said = (people: readonly (readonly (readonly [string, number])[])[], unitOf: (person: number) => number = () => 1): readonly OneEstimate[] =>
  people.flatMap((own, person) => own.map(([itemId, value]) => ({ by: `person-${person}`, itemId, value: value * unitOf(person) })));

describe('a team’s middle', () => {
  test('does not depend on the unit in which anybody thinks', () =>
    fc.assert(
      fc.property(rounds, fc.array(fc.constantFrom(0.01, 0.5, 3, 40, 1_000), { minLength: 7, maxLength: 7 }), ({ scores, people }, units) => {
        // Whoever estimated no item that has a score can be compared with nothing.
        const comparable = people.filter((own) => own.some(([id]) => scores.has(id)));
        const [one, other] = [
          teamEstimates(said(comparable), scores),
          teamEstimates(
            said(comparable, (person) => units[person] ?? 1),
            scores,
          ),
        ];
        expect([...other.keys()]).toEqual([...one.keys()]);
        for (const [id, { middle, low, high, people: many }] of one) {
          const again = other.get(id);
          expect(again?.people).toBe(many);
          expect((again?.middle ?? 0) / middle).toBeCloseTo(1, 9);
          expect((again?.low ?? 0) / low).toBeCloseTo(1, 9);
          expect((again?.high ?? 0) / high).toBeCloseTo(1, 9);
        }
      }),
      runs(100),
    ));

  test('grows with the scores’ own scale and with nothing else of them but their middle', () =>
    fc.assert(
      fc.property(rounds, fc.constantFrom(0.1, 7), ({ scores, people }, factor) => {
        const comparable = people.filter((own) => own.some(([id]) => scores.has(id)));
        const grown = teamEstimates(said(comparable), new Map([...scores].map(([id, score]) => [id, score * factor])));
        for (const [id, { middle }] of teamEstimates(said(comparable), scores)) expect((grown.get(id)?.middle ?? 0) / middle / factor).toBeCloseTo(1, 9);
      }),
      runs(50),
    ));

  test('is moved by one person’s outlier no further than to the next of the others', () =>
    fc.assert(
      fc.property(fc.array(worth, { minLength: 2, maxLength: 9 }), fc.double({ min: 0, max: 1e9, noNaN: true }), (others, outlier) => {
        const sorted = [...others].sort((a, b) => a - b);
        const { middle } = middleAndSpread([...others, outlier]);
        const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
        const above = sorted[Math.floor(sorted.length / 2)] ?? 0;
        expect(middle).toBeGreaterThanOrEqual(sorted.length % 2 === 0 ? below : ((sorted[(sorted.length - 1) / 2 - 1] ?? 0) + below) / 2);
        expect(middle).toBeLessThanOrEqual(sorted.length % 2 === 0 ? above : (above + (sorted[(sorted.length + 1) / 2] ?? 1e9)) / 2);
      }),
      runs(200),
    ));

  test('lies within the spread, whoever comes first', () =>
    fc.assert(
      fc.property(rounds, ({ scores, people }) => {
        const team = teamEstimates(said(people), scores);
        expect([...team]).toEqual([...teamEstimates([...said(people)].reverse(), scores)]);
        for (const { low, middle, high } of team.values()) {
          expect(middle).toBeGreaterThanOrEqual(low);
          expect(middle).toBeLessThanOrEqual(high);
        }
      }),
      runs(50),
    ));

  test('stays what was typed where there is nothing to compare it with, and where nothing is worth anything', () => {
    expect(teamEstimates([{ by: 'a', itemId: '1', value: 7 }], new Map())).toEqual(new Map([['1', { middle: 7, low: 7, high: 7, people: 1 }]]));
    expect(teamEstimates([{ by: 'a', itemId: '1', value: 0 }], new Map([['1', 3]])).get('1')?.middle).toBe(0);
  });

  test('still knows the unit of somebody who gives most items nothing', () => {
    const scores = new Map(itemIds.map((id) => [id, 2]));
    const mostlyNothing = itemIds.map((itemId, at) => ({ by: 'a', itemId, value: at === 0 ? 70 : 0 }));
    expect(teamEstimates(mostlyNothing, scores).get('1')?.middle).toBeCloseTo(14, 9);
  });
});

const views: fc.Arbitrary<TwoViews[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...itemIds), score: fc.option(worth, { nil: undefined }), middle: fc.option(worth, { nil: undefined }) }),
  { selector: ({ id }) => id },
);

describe('evidence and team', () => {
  test('blend to something between the two, the same whichever comes first', () =>
    fc.assert(
      fc.property(worth, worth, (score, middle) => {
        const blend = blended({ score, middle }) ?? 0;
        expect(blend).toBeGreaterThanOrEqual(Math.min(score, middle) * (1 - 1e-12));
        expect(blend).toBeLessThanOrEqual(Math.max(score, middle) * (1 + 1e-12));
        expect(blended({ score: middle, middle: score })).toBe(blend);
      }),
      runs(100),
    ));

  test('disagree when one is more than twice the other, and only then', () => {
    expect(disagreement({ score: 4, middle: 2 })).toBeUndefined();
    expect(disagreement({ score: 4.1, middle: 2 })).toBe('evidence-higher');
    expect(disagreement({ score: 1.3, middle: 5.6 })).toBe('team-higher');
    expect(disagreement({ score: 0, middle: 0 })).toBeUndefined();
    expect(disagreement({ score: undefined, middle: 5 })).toBeUndefined();
  });

  test('are three orders of the same items, in which what is unknown comes last and no score changes', () =>
    fc.assert(
      fc.property(views, fc.constantFrom(...viewNames), (items, name) => {
        const before = structuredClone(items);
        const ordered = orderedBy(items, name);
        expect(items).toEqual(before);
        expect(new Set(ordered)).toEqual(new Set(items));
        const known = ordered.map(({ score, middle }) => ({ evidence: score, team: middle, blended: blended({ score, middle }) })[name]);
        const first = known.indexOf(undefined);
        if (first >= 0) expect(known.slice(first).every((value) => value === undefined)).toBe(true);
        const values = known.flatMap((value) => value ?? []);
        for (const [at, value] of values.entries()) expect(values[at + 1] ?? 0).toBeLessThanOrEqual(value * (1 + 1e-11));
      }),
      runs(100),
    ));
});

test('an estimate is reach × impact ÷ effort, or a value as it was typed', () => {
  expect(estimated({ kind: 'parts', reach: 7, impact: 5, effort: 3 })).toBeCloseTo(11.67, 2);
  expect(estimated({ kind: 'value', value: 4 })).toBe(4);
  expect(estimated({ kind: 'passed' })).toBeUndefined();
});

test('everybody has an order of their own, and keeps it', () => {
  const orders = Array.from({ length: 50 }, (_, person) => ownOrder(itemIds, `round person-${person}`).join(''));
  expect(ownOrder([...itemIds].reverse(), 'round person-0').join('')).toBe(orders[0]);
  expect(new Set(orders).size).toBeGreaterThan(45);
  // No item is put first for more people than chance would.
  for (const id of itemIds) expect(orders.filter((order) => order.startsWith(id)).length).toBeLessThan(20);
});
