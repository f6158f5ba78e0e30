import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankScenario, type EvidenceRecord, type Output, type Scenario } from '../../../src/domain/score';
import { runs } from '../../runs';
import { emptyScenario, frozen, item, known, record, records, scenarios, shuffled, today } from './scenarios';

const hair = 1e-9;

function withEvidence(scenario: Scenario, ...more: readonly EvidenceRecord[]): Scenario {
  return { ...scenario, evidence: [...scenario.evidence, ...more] };
}

/** Every value and every score, by id. */
function worth({ problems, items }: Output): readonly (readonly [string, number])[] {
  return [...Object.entries(problems).map(([id, { V }]) => [id, V] as const), ...Object.entries(items).map(([id, { score }]) => [id, score] as const)];
}

function valueOf(evidence: readonly EvidenceRecord[], accounts: Scenario['accounts'] = []): number {
  return rankScenario({ ...emptyScenario, accounts, problems: [{ id: 'slow-export' }], evidence }).problems['slow-export']?.V ?? NaN;
}

const messages = (count: number, account: string, more: Partial<EvidenceRecord> = {}) =>
  Array.from({ length: count }, (_, n) => record(`${account}-${n}`, 'slow-export', { account, ...more }));

describe('evidence', () => {
  test('that supports a problem never lowers a value or a score', () =>
    fc.assert(
      fc.property(scenarios(), records('one-more', known.problemIds), (scenario, more) => {
        const before = new Map(worth(rankScenario(scenario)));
        const after = worth(rankScenario(withEvidence(scenario, { ...more, polarity: 1 })));
        for (const [id, now] of after) expect(now).toBeGreaterThanOrEqual((before.get(id) ?? NaN) - hair);
      }),
      runs(100, 15_000),
    ));

  test('that contradicts a problem never raises a value or a score', () =>
    fc.assert(
      fc.property(scenarios(), records('one-more'), (scenario, more) => {
        const before = new Map(worth(rankScenario(scenario)));
        const after = worth(rankScenario(withEvidence(scenario, { ...more, polarity: -1 })));
        for (const [id, now] of after) expect(now).toBeLessThanOrEqual((before.get(id) ?? NaN) + hair);
      }),
      runs(100, 15_000),
    ));

  test('never makes a problem worth less than nothing', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        for (const { V, P, sd } of Object.values(rankScenario(scenario).problems)) {
          expect(V).toBeGreaterThanOrEqual(0);
          expect(V).toBeLessThanOrEqual(P);
          expect(sd).toBeGreaterThanOrEqual(0);
        }
      }),
      runs(100, 15_000),
    ));

  test('only fades with time, for and against alike', () =>
    fc.assert(
      fc.property(scenarios(), fc.integer({ min: 1, max: 2000 }), (scenario, days) => {
        const now = rankScenario(scenario).problems;
        for (const [id, later] of Object.entries(rankScenario({ ...scenario, asOfDay: today + days }).problems)) {
          expect(later.P).toBeLessThanOrEqual((now[id]?.P ?? NaN) + hair);
          expect(later.N).toBeLessThanOrEqual((now[id]?.N ?? NaN) + hair);
        }
      }),
      runs(100),
    ));

  test('counts the same in any order', () =>
    fc.assert(
      fc.property(scenarios({ ...frozen, arrRef: null, effortRef: null }), fc.nat(), (scenario, seed) => {
        const mixed: Scenario = {
          ...scenario,
          accounts: shuffled(scenario.accounts, seed),
          evidence: shuffled(scenario.evidence, seed).map((own) => ({ ...own, links: shuffled(own.links, seed) })),
          insights: shuffled(scenario.insights, seed).map((own) => ({ ...own, supports: shuffled(own.supports, seed) })),
          problems: shuffled(scenario.problems, seed),
          opportunities: shuffled(scenario.opportunities, seed).map((own) => ({ ...own, groups: shuffled(own.groups, seed) })),
          items: shuffled(scenario.items, seed).map((own) => ({ ...own, serves: shuffled(own.serves, seed) })),
        };
        const byId = (output: Output) => ({ ...output, records: Object.fromEntries(output.records.map((own) => [own.id, own])) });
        expect(byId(rankScenario(mixed))).toEqual(byId(rankScenario(scenario)));
      }),
      runs(100, 15_000),
    ));
});

describe('a customer', () => {
  test.each([2, 5, 50, 1000])('who sends %i messages weighs at most twice the strongest of them', (count) => {
    const baseline = valueOf([]);
    const one = valueOf(messages(1, 'acme'), [{ id: 'acme', arr: 30_000 }]) - baseline;
    const many = valueOf(messages(count, 'acme'), [{ id: 'acme', arr: 30_000 }]) - baseline;
    expect(many).toBeGreaterThan(one);
    expect(many).toBeLessThanOrEqual(2 * one + hair);
  });

  test('with fifty messages weighs no more than two equal customers with one each', () => {
    const accounts = [
      { id: 'acme', arr: 30_000 },
      { id: 'borea', arr: 30_000 },
    ];
    const two = valueOf([...messages(1, 'acme'), ...messages(1, 'borea')], accounts);
    expect(valueOf(messages(50, 'acme'), accounts)).toBeLessThanOrEqual(two + hair);
  });

  test('weighs at most 2 · vmax on one problem, however rich, loud and often', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1e12, noNaN: true }), (count, arr) => {
        const loudest = messages(count, 'acme', { trust: 1 });
        expect(valueOf(loudest, [{ id: 'acme', arr }]) - valueOf([])).toBeLessThanOrEqual(2 * 2 + hair);
      }),
      runs(50),
    ));

  test('who tags one message to two problems has two pains, each in full', () => {
    const both = record('both', 'slow-export', { links: [{ to: 'slow-export' }, { to: 'lost-data' }] });
    const problems = [{ id: 'slow-export' }, { id: 'lost-data' }];
    const output = rankScenario({ ...emptyScenario, problems, evidence: [both] }).problems;
    expect(output['slow-export']?.V).toBe(valueOf([record('one', 'slow-export')]));
    expect(output['lost-data']?.V).toBe(output['slow-export']?.V);
  });
});

describe('units', () => {
  test('of money and effort change no score', () =>
    fc.assert(
      fc.property(scenarios({ ...frozen, arrRef: null, effortRef: null }), fc.constantFrom(0.01, 7, 1000), (scenario, factor) => {
        const scaled: Scenario = {
          ...scenario,
          accounts: scenario.accounts.map((own) => ({ ...own, arr: own.arr === null ? null : own.arr * factor })),
          items: scenario.items.map((own) => ({ ...own, effort: own.effort === null ? null : own.effort * factor })),
        };
        const before = new Map(worth(rankScenario(scenario)));
        for (const [id, now] of worth(rankScenario(scaled))) expect(Math.abs(now - (before.get(id) ?? NaN))).toBeLessThan(hair);
      }),
      runs(100),
    ));
});

describe('the parts of a score', () => {
  test('add up to it: contributions and baseline, per item and per problem', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { problems, items } = rankScenario(scenario);
        const sum = (amounts: Readonly<Record<string, number>> = {}) => Object.values(amounts).reduce((total, amount) => total + amount, 0);
        for (const { V, contrib } of Object.values(problems)) expect(Math.abs(sum(contrib) + 0.1 - V)).toBeLessThan(hair);
        for (const { score, baseline, contrib } of Object.values(items)) expect(Math.abs(sum(contrib) + baseline - score)).toBeLessThan(hair);
      }),
      runs(100, 15_000),
    ));
});

describe('what does not concern an item', () => {
  test('evidence on other problems and other items change neither its score nor its chance against another', () =>
    fc.assert(
      fc.property(scenarios(), records('elsewhere', ['problem-elsewhere']), fc.integer({ min: 1, max: 13 }), (scenario, more, effort) => {
        const crowded: Scenario = {
          ...withEvidence(scenario, more),
          problems: [...scenario.problems, { id: 'problem-elsewhere' }],
          items: [...scenario.items, item('newcomer', 'problem-elsewhere', { effort }), item('rival', known.problemIds[0] ?? null, { effort })],
        };
        const before = rankScenario(scenario);
        const after = rankScenario(crowded);
        for (const [id, { score, p10, p50, p90 }] of Object.entries(before.items)) expect(after.items[id]).toMatchObject({ score, p10, p50, p90 });
        for (const [pair, chance] of Object.entries(before.neighbours)) {
          const stillNeighbours = after.neighbours[pair];
          if (stillNeighbours !== undefined) expect(stillNeighbours).toBe(chance);
        }
      }),
      runs(100),
    ));
});
