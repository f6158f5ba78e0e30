import fc from 'fast-check';
import type { EvidenceRecord, Insight, Item, Opportunity, ParamsInput, Scenario, WeightedLink } from '../../../src/domain/score';

export const today = 1000;

/** References as a team freezes them, so that new data moves no old score; few draws, so that properties stay fast. */
export const frozen: ParamsInput = { arrRef: 30_000, effortRef: 5, draws: 60 };

export const emptyScenario: Scenario = {
  asOfDay: today,
  accounts: [],
  evidence: [],
  insights: [],
  problems: [],
  opportunities: [],
  items: [],
  params: frozen,
};

/** A fresh, certain interview in full pain: weight .8 for a customer of median value. */
export function record(id: string, about: string, more: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return { id, source: 'interview', account: null, raw: 5, day: today, links: [{ to: about }], ...more };
}

/** An item of one median effort that fully solves one problem. */
export function item(id: string, solves: string | null, more: Partial<Item> = {}): Item {
  return { id, effort: 5, serves: solves === null ? [] : [{ to: solves, w: 0.9 }], ...more };
}

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
const accountIds = ids('acct-', 4);
const problemIds = ids('problem-', 4);
const insightIds = ids('insight-', 4);
const opportunityIds = ids('opportunity-', 3);
const epicIds = ids('epic-', 3);
const storyIds = ids('story-', 5);

const weight = fc.option(fc.constantFrom(0, 0.3, 0.5, 0.6, 0.9, 1), { nil: null });
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const linksTo = (targets: readonly string[], most: number): fc.Arbitrary<readonly WeightedLink[]> =>
  fc.array(fc.record({ to: fc.constantFrom(...targets), w: weight }), { maxLength: most });

const rawOf: Readonly<Record<string, readonly (string | number | null)[]>> = {
  interview: [1, 2, 4, 5, '3', null],
  ticket: ['Blocker', 'major', 'LOW', 'unheard of', 4, null],
  nps: [0, 3, 9, null],
  usage: [0.02, 0.3, null],
  rumour: ['loud', 7, null],
};

/** One record about anything in `targets`. */
export function records(id: string, targets: readonly string[] = [...insightIds, ...problemIds]): fc.Arbitrary<EvidenceRecord> {
  return fc.constantFrom(...Object.keys(rawOf)).chain((source) =>
    fc.record({
      id: fc.constant(id),
      source: fc.constant(source),
      account: sometimes(fc.constantFrom(...accountIds)),
      raw: fc.constantFrom(...(rawOf[source] ?? [null])),
      count: sometimes(fc.constantFrom(0, 1, 9, 50_000)),
      day: fc.integer({ min: today - 500, max: today + 5 }),
      polarity: fc.constantFrom(null, 1 as const, 1 as const, -1 as const),
      trust: sometimes(fc.constantFrom(0, 0.4, 1)),
      links: linksTo(targets, 3),
    }),
  );
}

export function insights(id: string): fc.Arbitrary<Insight> {
  const support = fc.record({ to: fc.constantFrom(...insightIds, ...problemIds), w: weight, against: fc.constantFrom(null, null, true as const) });
  return fc.record({ id: fc.constant(id), supports: fc.array(support, { maxLength: 3 }) });
}

export function opportunities(id: string): fc.Arbitrary<Opportunity> {
  return fc.record({ id: fc.constant(id), groups: linksTo([...opportunityIds, ...problemIds], 3) });
}

export function items(id: string): fc.Arbitrary<Item> {
  return fc.record({
    id: fc.constant(id),
    effort: sometimes(fc.constantFrom(0, 0.5, 1, 2, 3, 5, 8, 13)),
    parent: storyIds.includes(id) ? sometimes(fc.constantFrom(...epicIds)) : fc.constant(null),
    doneDay: fc.constantFrom(null, null, null, null, today - 100),
    serves: linksTo([...problemIds, ...opportunityIds], 2),
  });
}

const everyOne = <T>(names: readonly string[], make: (id: string) => fc.Arbitrary<T>) => fc.tuple(...names.map(make));

/** Small scenarios that use every feature of the model: chains and cycles, parents, finished items, unknown values. */
export function scenarios(params: ParamsInput = frozen, mostRecords = 14): fc.Arbitrary<Scenario> {
  return fc.record({
    asOfDay: fc.constant(today),
    accounts: everyOne(accountIds, (id) => fc.record({ id: fc.constant(id), arr: sometimes(fc.constantFrom(0, 3_000, 30_000, 30_000, 900_000)) })),
    evidence: fc.nat({ max: mostRecords }).chain((count) => everyOne(ids('record-', count), (id) => records(id))),
    insights: everyOne(insightIds, insights),
    problems: fc.constant(problemIds.map((id) => ({ id }))),
    opportunities: everyOne(opportunityIds, opportunities),
    items: everyOne([...epicIds, ...storyIds], items),
    params: fc.constant(params),
  });
}

/** Names that the generated scenarios use. */
export const known = { accountIds, problemIds, insightIds, opportunityIds, itemIds: [...epicIds, ...storyIds] };

/** A change of order that depends on nothing but the seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  return list
    .map((value, at) => ({ value, key: Math.imul(at + 1, (seed | 1) * 0x9e3779b1) >>> 0, at }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ value }) => value);
}
