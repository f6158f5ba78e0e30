import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareScores, createRanking, flip, rankScenario, type Account, type EvidenceRecord, type ScoredItem, type Scenario } from '../../../src/domain/score';
import { runs } from '../../runs';
import { emptyScenario, item, record, scenarios, today } from './scenarios';

/** New customers who each add w0 = .4 to one problem's support. */
function convinced(scenario: Scenario, problem: string, count: number): Scenario {
  const ids = Array.from({ length: count }, (_, n) => `new-customer-${n}`);
  const accounts = ids.map((id): Account => ({ id, arr: null }));
  const evidence = ids.map((id): EvidenceRecord => ({
    id: `${id}-says`,
    source: 'research',
    account: id,
    raw: 10,
    trust: 0.4,
    day: today,
    links: [{ to: problem }],
  }));
  return { ...scenario, accounts: [...scenario.accounts, ...accounts], evidence: [...scenario.evidence, ...evidence] };
}

function comparison(scenario: Scenario, a: string, b: string): number {
  const { items } = rankScenario(scenario);
  return compareScores(items[a]?.score ?? NaN, items[b]?.score ?? NaN);
}

describe('a suggested flip', () => {
  test('does flip the two, and one customer fewer does not', () =>
    fc.assert(
      fc.property(scenarios({ arrRef: 30_000, effortRef: 5, draws: 1 }), (scenario) => {
        for (const [pair, { need, problem }] of Object.entries(rankScenario(scenario).flips)) {
          const [lower = '', upper = ''] = pair.split(' over ');
          if (need === null || problem === null || need > 200) continue;
          expect(comparison(convinced(scenario, problem, need), lower, upper)).toBeLessThanOrEqual(0);
          expect(comparison(convinced(scenario, problem, need - 1), lower, upper)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs(60),
    ));

  const problems = [{ id: 'p' }, { id: 'q' }];

  test('needs nothing between items that tie', () => {
    const { flips } = rankScenario({ ...emptyScenario, problems, items: [item('a', 'p'), item('b', 'p')] });
    expect(flips).toEqual({ 'b over a': { need: 0, problem: null } });
  });

  test('names the effort at which an item would tie where no evidence can lift it', () => {
    const scenario = { ...emptyScenario, problems, evidence: [record('e', 'p')], items: [item('cheap', 'p'), item('dear', 'p', { effort: 10 })] };
    expect(rankScenario(scenario).flips).toEqual({ 'dear over cheap': { need: null, problem: null, effortMustFallTo: 1 } });
  });

  test('is impossible, not astronomic, where two items gain alike but for rounding', () => {
    const scored = (id: string, weight: number, effort: number, more: number): ScoredItem => ({
      id,
      cover: [{ problem: 'p', weight }],
      effort,
      effortMissing: false,
      value: weight,
      score: weight / effort + more,
      baseline: 0,
    });
    const known = new Map([['p', { P: 1, N: 0, V: 1 }]]);
    expect(flip(scored('a', 0.3, 0.1, 0), scored('b', 0.9, 0.3, 1), known, { w0: 0.4 }).need).toBeNull();
  });
});

describe('the value of information', () => {
  test('is never below 0, and only for problems that a listed item covers', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { backlog, evidence } = createRanking(scenario);
        const covered = new Set(backlog.standing.flatMap(({ cover }) => cover.map(({ problem }) => problem)));
        for (const [problem, voi] of backlog.voi) {
          expect(voi).toBeGreaterThanOrEqual(0);
          expect(covered.has(problem)).toBe(true);
        }
        expect(backlog.voi).toHaveLength(covered.size);
        expect(evidence.strengths.size).toBeGreaterThanOrEqual(covered.size);
      }),
      runs(50),
    ));

  test('is 0 where knowing more cannot change the first pick', () => {
    const { voi } = rankScenario({ ...emptyScenario, problems: [{ id: 'p' }], evidence: [record('e', 'p')], items: [item('a', 'p')] });
    expect(voi['p']).toBeCloseTo(0, 9);
  });
});
