import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildOrder,
  compareIds,
  compareScores,
  createRanking,
  rankScenario,
  tieBands,
  type Output,
  type Placed,
  type ScoredItem,
} from '../../../src/domain/score';
import { runs } from '../../runs';
import { largeScenario } from './large-scenario';
import { emptyScenario, frozen, item, record, scenarios } from './scenarios';

type Values = ReadonlyMap<string, { readonly V: number }>;

/** The rule as it is written, one pick after the other. */
function pickOneByOne(items: readonly ScoredItem[], problems: Values): readonly Placed[] {
  const left = new Map(Array.from(problems, ([id, { V }]) => [id, V]));
  const waiting = new Set(items);
  const picked: Placed[] = [];
  while (waiting.size > 0) {
    const scored = [...waiting].map((own) => ({
      own,
      score: own.cover.reduce((sum, { problem, weight }) => sum + weight * (left.get(problem) ?? NaN), 0) / own.effort,
    }));
    const [best] = scored.sort((a, b) => compareScores(a.score, b.score) || compareIds(a.own.id, b.own.id));
    if (best === undefined) break;
    waiting.delete(best.own);
    picked.push({ id: best.own.id, score: best.score, gain: best.score * best.own.effort });
    for (const { problem, weight } of best.own.cover) left.set(problem, (left.get(problem) ?? NaN) * (1 - weight));
  }
  return picked;
}

function credited({ order, items, problems }: Output): ReadonlyMap<string, number> {
  const left = new Map(Object.entries(problems).map(([id, { V }]) => [id, V]));
  const sums = new Map<string, number>();
  for (const { id } of order) {
    for (const [problem, cover] of Object.entries(items[id]?.cover ?? {})) {
      const rest = left.get(problem) ?? NaN;
      sums.set(problem, (sums.get(problem) ?? 0) + cover * rest);
      left.set(problem, rest * (1 - cover));
    }
  }
  return sums;
}

describe('the build order', () => {
  test('is what picking one by one gives, to the last bit', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const { backlog, evidence } = createRanking(scenario);
        expect(backlog.order).toEqual(pickOneByOne(backlog.itemsById, evidence.strengths));
      }),
      runs(200),
    ));

  test.each([60, 8, 2])('is what picking one by one gives for 400 items on %i problems', (problems) => {
    const { backlog, evidence } = createRanking({ ...largeScenario({ items: 400, problems, records: 600 }), params: { draws: 1 } });
    expect(backlog.order).toEqual(pickOneByOne(backlog.itemsById, evidence.strengths));
  });

  test('breaks ties on 12 digits by id, also where the last bits say otherwise', () => {
    const at = (id: string, effort: number): ScoredItem => ({
      id,
      cover: [{ problem: 'p', weight: 1e-6 }],
      effort,
      effortMissing: false,
      value: 1e-6,
      score: 1e-6 / effort,
      baseline: 0,
    });
    const problems = new Map([['p', { V: 1 }]]);
    const nearly = [0.25, 0.5, 1, 1.1, 2]
      .flatMap((effort) => [at(`a-${effort}`, effort * (1 + 3e-13)), at(`b-${effort}`, effort)])
      .sort((a, b) => compareIds(a.id, b.id));
    expect(buildOrder(nearly, problems)).toEqual(pickOneByOne(nearly, problems));
  });

  test('credits no problem with more than it is worth', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const output = rankScenario(scenario);
        for (const [problem, sum] of credited(output)) expect(sum).toBeLessThanOrEqual((output.problems[problem]?.V ?? NaN) + 1e-9);
      }),
      runs(100),
    ));

  test.each([0.3, 0.6, 0.9])('leaves a twin of an item that covers %d with the rest of its worth', (w) => {
    const twins = ['a', 'b'].map((id) => item(id, 'slow-export', { serves: [{ to: 'slow-export', w }] }));
    const { order } = rankScenario({ ...emptyScenario, problems: [{ id: 'slow-export' }], evidence: [record('quote', 'slow-export')], items: twins });
    expect((order[1]?.score ?? NaN) / (order[0]?.score ?? NaN)).toBeCloseTo(1 - w, 12);
  });

  test('keeps items without a problem, last and by id', () => {
    const { order } = rankScenario({
      ...emptyScenario,
      problems: [{ id: 'slow-export' }],
      items: [item('b', null), item('z', 'slow-export'), item('a', null)],
    });
    expect(order.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });
});

describe('tie bands', () => {
  const items = new Map([
    ['a', { score: 4 }],
    ['b', { score: 3 }],
    ['c', { score: 3 }],
    ['d', { score: 1 }],
    ['e', { score: 1 }],
  ]);
  const order = [
    { id: 'a', score: 4 },
    { id: 'b', score: 2 },
    { id: 'c', score: 1.4 },
    { id: 'd', score: 1 },
    { id: 'e', score: 0.5 },
  ].map((own) => ({ ...own, gain: 0 }));
  const chances = new Map([
    ['a>b', 0.79],
    ['a>d', 0.8],
    ['d>e', 0.5],
  ]);

  test('take the next item while the first of the band beats it in fewer than four draws of five', () => {
    expect(tieBands(order, items, (a, b) => chances.get(`${a}>${b}`) ?? NaN)).toEqual({
      bands: [
        ['a', 'b'],
        ['d', 'e'],
      ],
      mostlySolved: ['c'],
    });
  });

  test('and the mostly solved hold every listed item once', () =>
    fc.assert(
      fc.property(scenarios({ ...frozen, draws: 20 }), (scenario) => {
        const { backlog } = createRanking(scenario);
        const byId = new Map(backlog.itemsById.map((own) => [own.id, own]));
        const { bands, mostlySolved } = tieBands(backlog.order, byId, () => 0.5);
        expect([...bands.flat(), ...mostlySolved].sort(compareIds)).toEqual(backlog.itemsById.map(({ id }) => id));
      }),
      runs(50),
    ));
});
