import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Explanation } from '../../../src/contract/ranking';
import { contributionsToProblem, createRanking, type Scenario } from '../../../src/domain/score';
import { strengthWith } from '../../../src/domain/score/surer';
import { customerId, evidenceId } from '../../../src/domain/ids';
import type { Source } from '../../../src/domain/evidence';
import { evidenceOfTwo, type Explained } from '../../../static/pages/project/compare/evidence-of-two';
import { mixOf, wholePercents } from '../../../static/pages/project/compare/segment-mix';
import { startingPair } from '../../../static/pages/project/compare/starting-pair';
import { voicesOf } from '../../../static/pages/project/compare/voices';
import { orderOf } from '../../../static/pages/project/rank/order';
import { groupings, partsOf, roundedToSum, saidFor, type Grouping } from '../../../static/pages/project/rank/parts-of-score';
import { runs } from '../../runs';
import { scenarios } from '../../domain/score/scenarios';
import { item, problem, view } from './ranking-view';

const sourceOf: Readonly<Record<string, Source>> = { interview: 'interview', ticket: 'ticket', nps: 'nps', usage: 'usage', rumour: 'opinion' };
const some = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('an id that is none');
  return value;
};

/** An id as storage makes them, for one as the scenarios have them. */
const hexOf = (id: string): string => Buffer.from(id).toString('hex').padStart(32, '0').slice(-32);

/** The reasons for an item's place, as the operation answers them, from a ranking of the evidence itself. */
function explained(scenario: Scenario, id: string): Explained {
  const { backlog, evidence } = createRanking(scenario);
  const standing = some(backlog.standing.find((own) => own.id === id));
  const records = new Map(scenario.evidence.map((own) => [own.id, own]));
  const problems: Explanation['problems'] = standing.cover.map(({ problem: problemId }) => {
    const strength = some(evidence.strengths.get(problemId));
    const counts = contributionsToProblem(strength);
    const keys = new Map([...strength.supporters, ...strength.opponents].flatMap(({ key, mentions }) => mentions.map((own) => [own.evidence, key] as const)));
    return {
      statement: { ...problem(1, 1), id: problemId as never },
      startingValue: evidence.params.a0,
      value: strength.V,
      contributions: Object.entries(counts).map(([record, amount]) => {
        const { source, account, raw } = some(records.get(record));
        return {
          ...{ id: some(evidenceId(hexOf(record))), stance: amount < 0 ? 'against' : 'for', source: sourceOf[source] ?? 'opinion', raw, count: 1, text: null },
          ...{ customer: account === null ? null : { id: some(customerId(hexOf(account))), name: account }, at: 1, ticketKey: null },
          ...{ key: keys.get(record) ?? '', counts: amount, pain: 1, origin: record, isRead: true },
        };
      }),
    };
  });
  const placed = { item: item(1), place: 1, standing, score: standing.score, problem: undefined, otherProblems: 0 };
  return { placed, explanation: { problems, customers: [] } };
}

const cents = (amounts: readonly number[]): number => Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100);
const isGrouping = (name: string): name is Grouping => Object.hasOwn(groupings, name);

describe('the bars of Why', () => {
  test('add up to the score that is shown, gathered in any way, and leave no record out', () =>
    fc.assert(
      fc.property(scenarios(), fc.nat(), fc.nat({ max: 4 }), (scenario, dice, most) => {
        const { standing } = createRanking(scenario).backlog;
        fc.pre(standing.length > 0);
        const id = some(standing[dice % standing.length]).id;
        const { placed, explanation } = explained(scenario, id);
        for (const by of Object.keys(groupings).filter(isGrouping)) {
          const parts = partsOf(placed.standing, explanation, by, most);
          const shown = roundedToSum(
            parts.map(({ amount }) => amount),
            placed.standing.score,
          );
          expect(cents(shown)).toBe(Math.round(placed.standing.score * 100));
          expect(parts.map(({ id: own }) => own)).not.toContain('since');
          expect(parts.flatMap(({ said }) => said)).toHaveLength(saidFor(placed.standing, explanation).length);
        }
      }),
      runs(30),
    ));

  test('say what changed since the list was read, and still end at its score', () => {
    const scenario = fc.sample(
      scenarios().filter((own) => createRanking(own).backlog.standing.some(({ score }) => score > 1)),
      { numRuns: 1, seed: 7 },
    )[0];
    const { standing } = createRanking(some(scenario)).backlog;
    const { placed, explanation } = explained(some(scenario), some(standing[0]).id);
    const parts = partsOf({ ...placed.standing, score: placed.standing.score + 1 }, explanation, 'customer', 9);
    expect(parts.at(-1)).toMatchObject({ name: 'Changed meanwhile', amount: expect.closeTo(1, 9) });
  });
});

describe('Compare', () => {
  test('splits the evidence of two into own and shared records, and both columns add up to what is shown', () =>
    fc.assert(
      fc.property(scenarios(), fc.nat(), (scenario, dice) => {
        const { standing } = createRanking(scenario).backlog;
        fc.pre(standing.length > 1);
        const [a, b] = [some(standing[dice % standing.length]), some(standing[(dice + 1) % standing.length])].map(({ id }) => explained(scenario, id));
        if (!a || !b) return;
        const evidence = evidenceOfTwo(a, b, 3);
        for (const [own, { placed }] of [
          [evidence.first, a],
          [evidence.second, b],
        ] as const) {
          expect(cents([...own.parts.map(({ shown }) => shown), own.shared])).toBe(Math.round(placed.standing.score * 100));
        }
        const idsOf = ({ placed, explanation }: Explained) => new Set(saidFor(placed.standing, explanation).map(({ id }) => id));
        const both = [...idsOf(a)].filter((id) => idsOf(b).has(id));
        expect(new Set(evidence.shared.map(({ said }) => said.id))).toEqual(new Set(both));
      }),
      runs(30),
    ));

  test('reads back from what records count who has spoken how strongly', () =>
    fc.assert(
      fc.property(scenarios(), fc.nat(), (scenario, dice) => {
        const { backlog, evidence } = createRanking(scenario);
        const covering = backlog.standing.filter(({ cover }) => cover.length > 0);
        fc.pre(covering.length > 0);
        const own = some(covering[dice % covering.length]);
        const problemId = some(own.cover[0]).problem;
        // A record that speaks for and against at once is one contribution: what it says twice can't be read back.
        const strength = some(evidence.strengths.get(problemId));
        const [inFavour, against] = [strength.supporters, strength.opponents].map((side) =>
          side.flatMap(({ mentions }) => mentions.map((one) => one.evidence)),
        );
        fc.pre(!inFavour?.some((id) => against?.includes(id)));
        const again = strengthWith(voicesOf(explained(scenario, own.id), problemId), 0, evidence.params);
        for (const part of ['P', 'N', 'V', 'sd'] as const) expect(again[part]).toBeCloseTo(strength[part], 9);
      }),
      runs(30),
    ));

  test('starts with the row one was on and the next, or the one above the last', () => {
    const order = orderOf(view([problem(101, 8)], [item(1, { covers: [[0, 0.9]] }), item(2, { covers: [[0, 0.6]] }), item(3)]), 'top');
    expect([startingPair(order, undefined), startingPair(order, '2'), startingPair(order, '3')]).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['2', '3'],
    ]);
  });

  test('shares of who speaks are whole percents that add up to 100', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        for (const { id, score, baseline } of createRanking(scenario).backlog.standing) {
          const mix = mixOf(explained(scenario, id), 'value');
          if (score > baseline + 1e-9) expect(wholePercents(mix).reduce((sum, percent) => sum + percent, 0)).toBe(100);
        }
      }),
      runs(30),
    ));
});
