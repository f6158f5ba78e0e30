import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankScenario, type EvidenceRecord, type Insight, type Item, type Scenario } from '../../../src/domain/score';
import { runs } from '../../runs';
import { emptyScenario, item, record, scenarios, today } from './scenarios';

const problem = 'slow-export';

function linksOf(evidence: EvidenceRecord, insights: readonly Insight[], items: readonly Item[] = []) {
  const [counted] = rankScenario({ ...emptyScenario, problems: [{ id: problem }, { id: 'lost-data' }], insights, evidence: [evidence], items }).records;
  return counted && { links: counted.links, against: counted.against };
}

describe('a link over several statements', () => {
  test.each([
    {
      name: 'weighs the product of its weights',
      supports: [{ to: 'second', w: 0.5 }],
      second: [{ to: problem, w: 0.5 }],
      links: { [problem]: 0.25 },
      against: undefined,
    },
    {
      name: 'counts its strongest path only',
      supports: [
        { to: problem, w: 0.3 },
        { to: 'second', w: 0.9 },
      ],
      second: [{ to: problem, w: 0.5 }],
      links: { [problem]: 0.45 },
      against: undefined,
    },
    {
      name: 'ends where it comes back to itself',
      supports: [{ to: 'second' }, { to: problem, w: 0.5 }],
      second: [{ to: 'first' }],
      links: { [problem]: 0.5 },
      against: undefined,
    },
    {
      name: 'turns against the problem at a link against',
      supports: [{ to: 'second', w: 0.5 }],
      second: [{ to: problem, against: true as const }],
      links: {},
      against: { [problem]: 0.5 },
    },
    {
      name: 'leads nowhere after a second link against',
      supports: [{ to: 'second', against: true as const }],
      second: [{ to: problem, against: true as const }],
      links: {},
      against: undefined,
    },
    {
      name: 'may arrive once for and once against',
      supports: [
        { to: problem, w: 0.3 },
        { to: 'second', against: true as const },
      ],
      second: [{ to: problem }],
      links: { [problem]: 0.3 },
      against: { [problem]: 1 },
    },
  ])('$name', ({ supports, second, links, against }) => {
    const insights: Insight[] = [
      { id: 'first', supports },
      { id: 'second', supports: second },
    ];
    expect(linksOf(record('quote', 'first'), insights)).toEqual({ links, against });
  });

  test('of evidence against leads nowhere through a link against', () => {
    const insights: Insight[] = [{ id: 'first', supports: [{ to: problem, against: true }, { to: 'lost-data' }] }];
    expect(linksOf(record('quote', 'first', { polarity: -1 }), insights)).toEqual({ links: { 'lost-data': 1 }, against: undefined });
  });

  test('against a problem carries the pain that was reported, not its reverse', () => {
    const insights: Insight[] = [{ id: 'first', supports: [{ to: problem, against: true }] }];
    const evidence = [record('quote', 'first', { raw: 5 })];
    const { problems } = rankScenario({ ...emptyScenario, problems: [{ id: problem }], insights, evidence });
    expect(problems[problem]?.N).toBeCloseTo(0.8, 12);
  });

  test('counts the same when a second, weaker way is added', () =>
    fc.assert(
      fc.property(scenarios(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (scenario, pick, weaker) => {
        const chosen = scenario.evidence[pick % Math.max(1, scenario.evidence.length)];
        const [first] = chosen?.links ?? [];
        if (chosen === undefined || first === undefined) return;
        const detour = { ...chosen, links: [...chosen.links, { to: 'detour', w: (first.w ?? 1) * weaker }] };
        const longer: Scenario = {
          ...scenario,
          insights: [...scenario.insights, { id: 'detour', supports: [{ to: first.to }] }],
          evidence: scenario.evidence.map((own) => (own === chosen ? detour : own)),
        };
        expect(rankScenario(longer).problems).toEqual(rankScenario(scenario).problems);
      }),
      runs(150),
    ));

  test('counts the same when every item gets its links a second time through an opportunity', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const twice = (own: Item): Item => ({ ...own, serves: [...own.serves, ...own.serves.map((link) => ({ ...link, to: `again-${link.to}` }))] });
        const targets = [...new Set(scenario.items.flatMap(({ serves }) => serves.map(({ to }) => to)))];
        const again = targets.map((to) => ({ id: `again-${to}`, groups: [{ to }] }));
        const doubled = { ...scenario, opportunities: [...scenario.opportunities, ...again], items: scenario.items.map(twice) };
        expect(rankScenario(doubled)).toEqual(rankScenario(scenario));
      }),
      runs(100),
    ));
});

describe('a finished item', () => {
  const done = item('done', problem, { doneDay: today - 10, serves: [{ to: problem, w: 0.6 }] });

  test.each([
    { name: 'weakens evidence from before it', day: today - 20, left: 0.4 },
    { name: 'weakens evidence of its own day', day: today - 10, left: 0.4 },
    { name: 'leaves later complaints alone', day: today - 9, left: 1 },
  ])('$name', ({ day, left }) => {
    expect(linksOf(record('quote', problem, { day }), [], [done])?.links[problem]).toBeCloseTo(left, 12);
  });

  test('weakens evidence against the problem in the same way', () => {
    const insights: Insight[] = [{ id: 'first', supports: [{ to: problem, against: true }] }];
    expect(linksOf(record('quote', 'first', { day: today - 20 }), insights, [done])?.against?.[problem]).toBeCloseTo(0.4, 12);
  });

  test('that solved everything leaves the link in sight, at 0', () => {
    const solved = item('done', problem, { doneDay: today, serves: [{ to: problem, w: 1 }] });
    expect(linksOf(record('quote', problem), [], [solved])?.links).toEqual({ [problem]: 0 });
  });

  test('multiplies with others, and is not ranked', () => {
    const again = { ...done, id: 'done-again' };
    expect(linksOf(record('quote', problem, { day: 0 }), [], [done, again])?.links[problem]).toBeCloseTo(0.16, 12);
    expect(rankScenario({ ...emptyScenario, problems: [{ id: problem }], items: [done] }).rank).toEqual([]);
  });
});
