import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreement, lenses, lensOrder, readAll, type LensNumber } from '../../../src/domain/lens';
import { assumedPersonMonths } from '../../../src/domain/lens/person-months';
import { rankScenario, type EvidenceRecord, type Scenario } from '../../../src/domain/score';
import { runs } from '../../runs';
import { emptyScenario, frozen, item, items, record, scenarios, shuffled, today } from '../score/scenarios';
import { lensesOn, type Assumed } from './backlogs';

type Numbers = Readonly<Record<string, ReadonlyMap<string, LensNumber>>>;

const all = (scenario: Scenario, assumed?: Assumed): Numbers => {
  const backlog = lensesOn(scenario, assumed);
  return Object.fromEntries(lenses.map((lens) => [lens.id, readAll(lens, backlog)]));
};
const scoresOf = (numbers: ReadonlyMap<string, LensNumber> | undefined) =>
  Object.fromEntries([...(numbers ?? [])].map(([id, number]) => [id, number.kind === 'known' ? Number(number.score.toPrecision(9)) : number.why]));
const of = (lens: string, scenario: Scenario, assumed?: Assumed) => all(scenario, assumed)[lens]?.get('epic');
const inputsOf = (number: LensNumber | undefined) =>
  number?.kind === 'known' ? Object.fromEntries(number.inputs.map(([name, { value }]) => [name, Number(value.toPrecision(9))])) : number?.why;

/** One epic that solves 90 % of one problem, on this evidence. */
const about = (evidence: readonly EvidenceRecord[], more: Partial<Scenario> = {}): Scenario => ({
  ...emptyScenario,
  accounts: [
    { id: 'acme', arr: 30_000 },
    { id: 'birch', arr: 30_000 },
  ],
  problems: [{ id: 'exports' }],
  items: [item('epic', 'exports')],
  evidence,
  ...more,
});
const says = (id: string, account: string | null, source: string, raw: number | string | null, more: Partial<EvidenceRecord> = {}) =>
  record(id, 'exports', { account, source, raw, ...more });

describe('what lenses have in common', () => {
  test('the order of evidence, and of everything else, is irrelevant', () =>
    fc.assert(
      fc.property(scenarios(), fc.nat(), (scenario, seed) => {
        const other = {
          ...scenario,
          evidence: shuffled(scenario.evidence, seed),
          items: shuffled(scenario.items, seed),
          accounts: shuffled(scenario.accounts, seed),
        };
        for (const { id } of lenses) expect(scoresOf(all(other)[id])).toEqual(scoresOf(all(scenario)[id]));
      }),
      runs(60),
    ));

  test('the effort unit is irrelevant to every lens: hours or days, with what they are in person-months', () =>
    fc.assert(
      fc.property(scenarios({ ...frozen, effortRef: null }), fc.constantFrom(0.25, 8, 160), (scenario, factor) => {
        const converted = { ...scenario, items: scenario.items.map((own) => ({ ...own, effort: own.effort === null ? null : own.effort * factor })) };
        const [before, after] = [all(scenario, { personMonths: 0.2 }), all(converted, { personMonths: 0.2 / factor })];
        for (const { id } of lenses) expect(scoresOf(after[id])).toEqual(scoresOf(before[id]));
      }),
      runs(60),
    ));

  test('adding an item that nobody waits for changes no RICE and no opportunity of another', () =>
    fc.assert(
      fc.property(scenarios(), items('newcomer'), (scenario, newcomer) => {
        const [before, after] = [all(scenario), all({ ...scenario, items: [...scenario.items, { ...newcomer, doneDay: null }] })];
        for (const id of ['rice', 'ulwick']) {
          const { newcomer: _, ...others } = scoresOf(after[id]);
          expect(others).toEqual(scoresOf(before[id]));
        }
      }),
      runs(100),
    ));

  test('a lens changes nothing of the evidence’s own ranking', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const before = JSON.stringify(rankScenario(scenario));
        const frozenScenario = deepFrozen(scenario);
        for (const numbers of Object.values(all(frozenScenario))) lensOrder(numbers);
        expect(JSON.stringify(rankScenario(frozenScenario))).toBe(before);
      }),
      runs(40),
    ));

  test('what nobody spoke for or was asked about is not known, and never 0', () =>
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        for (const numbers of Object.values(all({ ...scenario, evidence: [] }))) for (const number of numbers.values()) expect(number.kind).toBe('unknown');
        const { rice, ice, wsjf } = all(scenario);
        for (const numbers of [rice, ice, wsjf]) for (const number of numbers?.values() ?? []) expect(number.kind === 'unknown' || number.score > 0).toBe(true);
      }),
      runs(60),
    ));

  test('without a single effort nothing that divides by one is known', () => {
    const scenario = about([says('a', 'acme', 'interview', 5)], { items: [item('epic', 'exports', { effort: null })], params: { ...frozen, effortRef: null } });
    expect(['rice', 'ice', 'wsjf'].map((lens) => of(lens, scenario)?.kind)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('an item that nobody estimated counts as a typical one, and says so', () => {
    const estimated = item('other', 'exports', { effort: 5 });
    const number = of('rice', about([says('a', 'acme', 'interview', 5)], { items: [item('epic', 'exports', { effort: null }), estimated] }));
    expect(number).toMatchObject({ kind: 'known' });
    expect(number?.kind === 'known' && number.inputs.find(([name]) => name === 'effort')?.[1].how).toContain('nobody estimated it');
  });

  test('an item that states no problem is in no lens', () => expect(all(about([], { items: [item('idea', null)] }))['rice']?.size).toBe(0));
});

describe('what RICE reads', () => {
  const rice = (evidence: readonly EvidenceRecord[], more?: Partial<Scenario>) => inputsOf(of('rice', about(evidence, more)));

  test('41 messages of one customer are a reach of 1', () => {
    const loud = Array.from({ length: 41 }, (_, n) => says(`loud-${n}`, 'acme', 'ticket', 'blocker'));
    expect(rice(loud)).toMatchObject({ reach: 1 });
    expect(rice([...loud, says('b', 'birch', 'ticket', 'blocker')])).toMatchObject({ reach: 2 });
  });

  test('a measurement reaches the people behind it, once however often it was taken', () =>
    expect(rice([says('a', 'acme', 'interview', 5), says('m1', null, 'usage', 1, { count: 200 }), says('m2', null, 'usage', 1, { count: 212 })])).toMatchObject(
      {
        reach: 213,
      },
    ));

  test('a customer who speaks on two problems of an item is reached once', () =>
    expect(
      rice([says('a', 'acme', 'interview', 5, { links: [{ to: 'exports' }, { to: 'imports' }] })], {
        problems: [{ id: 'exports' }, { id: 'imports' }],
        items: [{ id: 'epic', effort: 5, serves: [{ to: 'exports' }, { to: 'imports' }] }],
      }),
    ).toMatchObject({ reach: 1 }));

  test.each([
    { name: 'full pain, covered fully, is massive', raw: 5, w: 1, impact: 3 },
    { name: 'typical pain, covered fully, half-way between medium and high, is medium', raw: 3, w: 1, impact: 1 },
    { name: 'full pain, covered partly, is medium', raw: 5, w: 0.3, impact: 1 },
    { name: 'hardly any pain is minimal', raw: 1, w: 0.6, impact: 0.25 },
  ])('$name', ({ raw, w, impact }) =>
    expect(rice([says('a', 'acme', 'interview', raw)], { items: [{ id: 'epic', effort: 5, serves: [{ to: 'exports', w }] }] })).toMatchObject({ impact }),
  );

  test('who speaks against is not reached', () =>
    expect(rice([says('a', 'acme', 'interview', 5), says('b', 'birch', 'interview', 5, { polarity: -1 })])).toMatchObject({ reach: 1 }));

  test('with many voices confidence is high, with one it is not', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ id: `c${n}`, arr: 30_000 }));
    expect(
      rice(
        many.map(({ id }) => says(id, id, 'interview', 5)),
        { accounts: many },
      ),
    ).toMatchObject({ confidence: 1 });
    expect(rice([says('a', 'acme', 'ticket', 'minor')])).toMatchObject({ confidence: 0.5 });
  });

  test('points become person-months by what is assumed; time is converted', () => {
    expect(assumedPersonMonths('points', 5)).toBe(0.2);
    expect(assumedPersonMonths('points', null)).toBe(1);
    expect([assumedPersonMonths('Days', 3), assumedPersonMonths('person-hours', 3), assumedPersonMonths('weeks', 3)]).toEqual([1 / 20, 1 / 160, 12 / 52]);
  });
});

describe('what ICE reads', () => {
  test('the largest value has impact 10, the best source decides confidence, the smallest effort has ease 10', () => {
    const scenario = about([says('a', 'acme', 'interview', 5), says('b', 'birch', 'opinion', 9), record('c', 'imports', { source: 'opinion', raw: 5 })], {
      problems: [{ id: 'exports' }, { id: 'imports' }],
      items: [
        item('epic', 'exports', { effort: 8 }),
        item('small', 'imports', { effort: 2 }),
        item('same', 'imports', { effort: 2 }),
        item('mid', 'imports', { effort: 3 }),
      ],
    });
    const numbers = all(scenario)['ice'];
    expect(inputsOf(numbers?.get('epic'))).toEqual({ impact: 10, confidence: 3, ease: Number((10 / 3).toPrecision(9)) });
    expect(inputsOf(numbers?.get('small'))).toMatchObject({ confidence: 0.1, ease: 10 });
    expect(inputsOf(numbers?.get('same'))).toMatchObject({ ease: 10 });
    expect(inputsOf(numbers?.get('mid'))).toMatchObject({ ease: 5 });
  });
});

describe('what WSJF reads', () => {
  const evidence = [says('a', 'acme', 'interview', 5), record('m', 'tests', { source: 'techdebt', raw: 16, count: 9 })];
  const scenario = about(evidence, {
    problems: [{ id: 'exports' }, { id: 'tests' }],
    items: [item('epic', 'exports', { effort: 13 }), item('task', 'tests', { effort: 5 })],
  });

  test('customers are user-business value, what engineers measured is risk, and neither counts twice', () => {
    const numbers = all(scenario)['wsjf'];
    expect(inputsOf(numbers?.get('epic'))).toMatchObject({ risk: 1, size: 20 });
    expect(inputsOf(numbers?.get('task'))).toMatchObject({ value: 1, risk: 20, size: 8 });
  });

  test.each([
    [undefined, 1],
    [-3, 20],
    [7, 20],
    [14, 13],
    [60, 5],
    [400, 1],
  ])('due in %s days, time criticality is %d', (days, criticality) => {
    const dueIn = new Map(days === undefined ? [] : [['epic', days]]);
    expect(inputsOf(of('wsjf', scenario, { dueIn }))).toMatchObject({ criticality });
  });
});

describe('what Ulwick’s opportunity reads', () => {
  const asked = [
    says('i1', 'acme', 'importance', 3),
    says('i2', 'birch', 'importance', 2),
    says('i3', null, 'importance', 0),
    says('i4', null, 'importance', 1),
    says('s1', 'acme', 'csat', 2),
    says('s2', 'birch', 'csat', 5),
  ];

  test('is the share of answers in the two best boxes, out of ten', () =>
    expect(inputsOf(of('ulwick', about(asked)))).toEqual({ importance: 5, satisfaction: 5 }));

  test('a customer answers once, by its latest word', () =>
    expect(
      inputsOf(of('ulwick', about([...asked, says('s0', 'acme', 'csat', 5, { day: today - 1 }), says('i5', 'acme', 'importance', 0, { day: today + 1 })]))),
    ).toEqual({
      importance: 2.5,
      satisfaction: 5,
    }));

  test.each([
    {
      name: 'with neither question asked',
      evidence: [says('t', 'acme', 'ticket', 'blocker')],
      why: 'Nobody was asked how important it is, nor how satisfied they are.',
    },
    { name: 'with importance alone', evidence: asked.slice(0, 4), why: 'Nobody was asked how satisfied they are.' },
    { name: 'with satisfaction alone', evidence: asked.slice(4), why: 'Nobody was asked how important it is.' },
    {
      name: 'with answers that cannot be read',
      evidence: [says('i', 'acme', 'importance', 'very'), says('s', 'acme', 'csat', null)],
      why: 'Nobody was asked how important it is, nor how satisfied they are.',
    },
  ])('is not known $name', ({ evidence, why }) => expect(of('ulwick', about(evidence))).toEqual({ kind: 'unknown', why }));

  test('effort and other items don’t matter to it', () =>
    expect(scoresOf(all(about(asked, { items: [item('epic', 'exports', { effort: 40 }), item('other', 'exports', { effort: 1 })] }))['ulwick'])).toEqual({
      epic: 5,
      other: 5,
    }));
});

describe('how far an order agrees with the evidence', () => {
  const letters = 'abcdefghijklmnop'.split('');
  test.each([
    { name: 'the same order agrees on all ten', other: letters, shared: 10, of: 10 },
    { name: 'another order of the same ten agrees as well', other: [...letters.slice(0, 10)].reverse(), shared: 10, of: 10 },
    { name: 'the reverse of sixteen agrees on four', other: [...letters].reverse(), shared: 4, of: 10 },
    { name: 'a lens that knows three is compared on three', other: ['c', 'x', 'a'], shared: 2, of: 3 },
    { name: 'a lens that knows nothing is compared on nothing', other: [], shared: 0, of: 0 },
  ])('$name', ({ other, shared, of: first }) => expect(agreement(letters, other)).toEqual({ shared, of: first }));
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
