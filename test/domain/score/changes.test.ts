import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  applyChange,
  changeScenario,
  checkScenario,
  createRanking,
  rankScenario,
  toOutput,
  type Change,
  type Ranking,
  type Scenario,
} from '../../../src/domain/score';
import { runs } from '../../runs';
import { generator, largeScenario } from './large-scenario';
import { frozen, insights, items, known, opportunities, records, scenarios, today } from './scenarios';

const { accountIds, insightIds, itemIds, opportunityIds, problemIds } = known;

const newOrKnown = (...ids: readonly string[]) => fc.constantFrom(...ids, `new-${ids[0] ?? ''}`);

const changes: fc.Arbitrary<Change> = fc.oneof(
  newOrKnown('record-0', 'record-1', 'record-5')
    .chain((id) => records(id))
    .map((record): Change => ({ kind: 'put-evidence', record })),
  fc.nat({ max: 14 }).map((n): Change => ({ kind: 'remove-evidence', id: `record-${n}` })),
  newOrKnown(...insightIds)
    .chain(insights)
    .map((insight): Change => ({ kind: 'put-insight', insight })),
  newOrKnown(...problemIds).map((id): Change => ({ kind: 'put-problem', problem: { id } })),
  newOrKnown(...opportunityIds)
    .chain(opportunities)
    .map((opportunity): Change => ({ kind: 'put-opportunity', opportunity })),
  fc.constantFrom(...insightIds, ...problemIds, ...opportunityIds).map((id): Change => ({ kind: 'remove-statement', id })),
  newOrKnown(...itemIds)
    .chain(items)
    .map((item): Change => ({ kind: 'put-item', item })),
  fc.constantFrom(...itemIds).map((id): Change => ({ kind: 'remove-item', id })),
  fc.record({ id: newOrKnown(...accountIds), arr: fc.constantFrom(null, 0, 5_000, 70_000) }).map((account): Change => ({ kind: 'put-account', account })),
  fc.integer({ min: today - 50, max: today + 300 }).map((asOfDay): Change => ({ kind: 'set-day', asOfDay })),
);

function isSound(scenario: Scenario): boolean {
  return checkScenario(scenario).kind === 'scenario';
}

describe('a change', () => {
  test.each([
    { name: 'with frozen references', params: frozen },
    { name: 'with references that move along', params: { draws: 40, level: 'leaf' as const } },
  ])('gives what ranking from scratch gives, to the last bit, $name', ({ params }) =>
    fc.assert(
      fc.property(scenarios(params), fc.array(changes, { minLength: 1, maxLength: 6 }), (scenario, sequence) => {
        let ranking = createRanking(scenario);
        for (const change of sequence) {
          if (!isSound(changeScenario(ranking.scenario, change))) continue;
          ranking = applyChange(ranking, change);
          expect(toOutput(ranking)).toEqual(rankScenario(ranking.scenario));
        }
      }),
      runs(100, 15_000),
    ),
  );

  test('leaves the ranking it started from as it was', () =>
    fc.assert(
      fc.property(scenarios(), changes, (scenario, change) => {
        if (!isSound(changeScenario(scenario, change))) return;
        const ranking = createRanking(scenario);
        const before = JSON.stringify(toOutput(ranking));
        applyChange(ranking, change);
        expect(JSON.stringify(toOutput(ranking))).toBe(before);
      }),
      runs(40, 6_000),
    ));

  test('gives the same on a backlog of which only the first 200 places are listed', () => {
    const scenario: Scenario = { ...largeScenario({ items: 320, problems: 40, records: 1500 }), params: { draws: 30 } };
    const random = generator(3);
    const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
    let ranking: Ranking = createRanking(scenario);
    for (let n = 0; n < 30; n += 1) {
      const [own, what] = [oneOf(ranking.scenario.evidence), oneOf(ranking.scenario.items)];
      if (own === undefined || what === undefined) continue;
      const change: Change =
        n % 3 === 0
          ? { kind: 'put-item', item: { ...what, effort: 1 + n } }
          : n % 3 === 1
            ? { kind: 'put-evidence', record: { ...own, raw: null, trust: 1 } }
            : { kind: 'remove-evidence', id: own.id };
      ranking = applyChange(ranking, change);
    }
    expect(toOutput(ranking)).toEqual(rankScenario(ranking.scenario));
  });

  test('takes over what it cannot reach', () => {
    const ranking = createRanking({ ...largeScenario({ items: 50, problems: 20, records: 200 }), params: frozen });
    const [record] = ranking.scenario.evidence;
    if (record === undefined) throw new Error('The scenario has evidence.');
    const after = applyChange(ranking, { kind: 'put-evidence', record: { ...record, id: 'new', links: [{ to: 'PROB-7' }] } });
    const reached = [...after.evidence.strengths].filter(([id, strength]) => ranking.evidence.strengths.get(id) !== strength).map(([id]) => id);
    expect(reached).toEqual(['PROB-7']);
    expect(after.backlog.planned).toBe(ranking.backlog.planned);
  });
});
