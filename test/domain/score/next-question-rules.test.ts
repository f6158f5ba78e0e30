import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  chanceOfBefore,
  compareScores,
  createRanking,
  customersAgainst,
  flip,
  rankScenario,
  type Account,
  type EvidenceRecord,
  type ScoredItem,
  type Scenario,
} from '../../../src/domain/score';
import { effortToPass } from '../../../src/domain/score/effort-limit';
import { customersToBeSure } from '../../../src/domain/score/surer';
import { firstPicksKnowing } from '../../../src/domain/score/value-of-information';
import { runs } from '../../runs';
import { emptyScenario, item, record, scenarios, today } from './scenarios';

/** New customers who each add w0 = .4 to one problem's support or contradiction, as evidence like any other. */
function convinced(scenario: Scenario, problem: string, count: number, name = 'new', polarity: 1 | -1 = 1): Scenario {
  const ids = Array.from({ length: count }, (_, n) => `${name}-customer-${n}`);
  const accounts = ids.map((id): Account => ({ id, arr: null }));
  const evidence = ids.map((id): EvidenceRecord => ({
    id: `${id}-says`,
    source: 'research',
    account: id,
    raw: polarity === 1 ? 10 : 0,
    polarity,
    trust: 0.4,
    day: today,
    links: [{ to: problem }],
  }));
  return { ...scenario, accounts: [...scenario.accounts, ...accounts], evidence: [...scenario.evidence, ...evidence] };
}

const withEffort = (scenario: Scenario, id: string, effort: number): Scenario => ({
  ...scenario,
  items: scenario.items.map((own) => (own.id === id ? { ...own, effort } : own)),
});

/** Below 0: `a` comes first, 0: they tie. Everything is weighed and scored anew, from the evidence up. */
function comparison(scenario: Scenario, a: string, b: string): number {
  const { itemsById } = createRanking(scenario).backlog;
  const scoreOf = (id: string) => itemsById.find((own) => own.id === id)?.score ?? NaN;
  return compareScores(scoreOf(a), scoreOf(b));
}

/** Values of customers are frozen, as a team freezes them, so that who is new changes nobody else's voice. */
const backlogs = (effortRef: number | null = 5) => scenarios({ arrRef: 30_000, effortRef, draws: 1 });

/** Every two items of which the first is behind. */
function pairsOf(scenario: Scenario) {
  const { backlog, evidence } = createRanking(scenario);
  const { standing } = backlog;
  return standing.flatMap((above, at) => standing.slice(at + 1).map((item) => ({ item, above, strengths: evidence.strengths, params: evidence.params })));
}

// More would only take longer: whether it holds does not depend on how many.
const askable = 60;

describe('a suggested flip', () => {
  test('does flip the two, and one customer fewer does not, however they are spread', () =>
    fc.assert(
      fc.property(backlogs(), fc.nat(), (scenario, dice) => {
        const pairs = pairsOf(scenario);
        const wanted = pairs.filter(({ item, above, strengths, params }) => {
          const { need } = flip(item, above, strengths, params);
          return need !== null && need > 0 && need <= askable;
        });
        fc.pre(wanted.length > 0);
        const pair = wanted[dice % wanted.length];
        if (!pair) return;
        const { item: lower, above, strengths, params } = pair;
        const { need, problem } = flip(lower, above, strengths, params);
        if (need === null || problem === null) throw new Error('it was chosen because it can be flipped');
        expect(comparison(convinced(scenario, problem, need), lower.id, above.id)).toBeLessThanOrEqual(0);
        for (const { problem: other } of lower.cover) expect(comparison(convinced(scenario, other, need - 1), lower.id, above.id)).toBeGreaterThan(0);
        const [first, second] = lower.cover;
        if (first === undefined || second === undefined) return;
        const some = dice % need;
        const both = convinced(convinced(scenario, first.problem, some, 'a'), second.problem, need - 1 - some, 'b');
        expect(comparison(both, lower.id, above.id)).toBeGreaterThan(0);
      }),
      runs(20),
    ));

  test('of the list is the one between neighbours in the standing order', () =>
    fc.assert(
      fc.property(backlogs(), (scenario) => {
        const { flips, rank } = rankScenario(scenario);
        expect(Object.keys(flips)).toEqual(rank.slice(1).map((lower, at) => `${lower} over ${rank[at] ?? ''}`));
      }),
      runs(20),
    ));

  test('by customers who do not have the problem flips the two, and one of them fewer does not', () =>
    fc.assert(
      fc.property(backlogs(), fc.nat(), (scenario, dice) => {
        const ways = pairsOf(scenario).flatMap(({ item: lower, above, strengths, params }) =>
          above.cover.flatMap(({ problem }) => {
            if (flip(lower, above, strengths, params).need === 0) return [];
            const way = customersAgainst(lower, above, problem, strengths, params);
            return way && way.need <= askable ? [{ lower, above, ...way }] : [];
          }),
        );
        fc.pre(ways.length > 0);
        const way = ways[dice % ways.length];
        if (!way) return;
        expect(comparison(convinced(scenario, way.problem, way.need, 'new', -1), way.lower.id, way.above.id)).toBeLessThanOrEqual(0);
        expect(comparison(convinced(scenario, way.problem, way.need - 1, 'new', -1), way.lower.id, way.above.id)).toBeGreaterThan(0);
      }),
      runs(20),
    ));

  test('by effort flips the two, whether the typical effort is frozen or not, and where it is, a larger effort does not', () =>
    fc.assert(
      fc.property(fc.constantFrom(5, null).chain(backlogs), fc.nat(), (scenario, dice) => {
        const ways = pairsOf(scenario).flatMap(({ item: lower, above, params }) => {
          if (compareScores(lower.score, above.score) === 0) return [];
          const effort = effortToPass(lower, above, scenario.items, params);
          return effort === undefined ? [] : [{ lower, above, effort }];
        });
        fc.pre(ways.length > 0);
        const way = ways[dice % ways.length];
        if (!way) return;
        const at = (effort: number) => comparison(withEffort(scenario, way.lower.id, effort), way.lower.id, way.above.id);
        expect(at(way.effort * (1 - 1e-9))).toBeLessThanOrEqual(0);
        // Where the typical effort is the median, a larger one may raise it, too, and pass all the same.
        if (scenario.params?.effortRef === 5) expect(at(way.effort * 1.001)).toBeGreaterThan(0);
      }),
      runs(20),
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

describe('customers to be sure', () => {
  const wish = { sure: 0.8, most: 40 };

  /** Who has spoken on a problem, as a page knows it. */
  const voicesOn = (scenario: Scenario, problem: string) => createRanking(scenario).evidence.strengths.get(problem) ?? { supporters: [], opponents: [] };

  const chanceIn = (scenario: Scenario, a: string, b: string): number => {
    const { draws } = createRanking(scenario).backlog;
    const [first, second] = [draws.items.get(a), draws.items.get(b)];
    return first && second ? chanceOfBefore(first, second) : NaN;
  };

  test('are enough when they really speak, and one fewer is not', () =>
    fc.assert(
      fc.property(scenarios({ arrRef: 30_000, effortRef: 5, draws: 100 }), fc.nat(), (scenario, dice) => {
        const pairs = pairsOf(scenario).filter(({ item: lower }) => lower.cover.length > 0);
        fc.pre(pairs.length > 0);
        const pair = pairs[dice % pairs.length];
        if (!pair) return;
        const problem = pair.item.cover[dice % pair.item.cover.length]?.problem;
        if (problem === undefined) return;
        const { item: lower, above, strengths, params } = pair;
        const need = customersToBeSure({ item: lower, other: above }, { problem, voices: voicesOn(scenario, problem) }, strengths, params, wish);
        if (need === undefined || need <= 0) return;
        expect(chanceIn(convinced(scenario, problem, need), lower.id, above.id)).toBeGreaterThanOrEqual(wish.sure);
        expect(chanceIn(convinced(scenario, problem, need - 1), lower.id, above.id)).toBeLessThan(wish.sure);
      }),
      runs(20),
    ));

  test('are unknown where nobody would ask so many', () => {
    const scenario = { ...emptyScenario, problems: [{ id: 'p' }], evidence: [record('e', 'p')], items: [item('a', 'p'), item('b', 'p', { effort: 50 })] };
    const [above, lower] = createRanking(scenario).backlog.standing;
    if (!above || !lower) throw new Error('two items were ranked');
    const { strengths, params } = createRanking(scenario).evidence;
    expect(customersToBeSure({ item: lower, other: above }, { problem: 'p', voices: voicesOn(scenario, 'p') }, strengths, params, wish)).toBeUndefined();
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

  test('says who would be first instead, in shares of the draws that sum to 1', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { draws, standing, voi } = createRanking(scenario).backlog;
        const best = Math.max(0, ...standing.map(({ score }) => score));
        for (const [problem, worth] of voi) {
          const firsts = firstPicksKnowing(draws, problem);
          expect([...firsts.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          const isAlwaysFirst = [...firsts.keys()].every((id) => standing.some((own) => own.id === id && own.score === best));
          // Whatever comes out of it, what is first today stays first: then it is worth nothing to ask.
          if (isAlwaysFirst && firsts.size === 1) expect(worth).toBeLessThan(1e-9 + best * 1e-9);
        }
      }),
      runs(50),
    ));

  test('is 0 where knowing more cannot change the first pick', () => {
    const { voi } = rankScenario({ ...emptyScenario, problems: [{ id: 'p' }], evidence: [record('e', 'p')], items: [item('a', 'p')] });
    expect(voi['p']).toBeCloseTo(0, 9);
  });
});
