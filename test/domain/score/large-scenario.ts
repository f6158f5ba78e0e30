import type { EvidenceRecord, Item, Scenario, WeightedLink } from '../../../src/domain/score';

export interface Size {
  readonly items: number;
  readonly problems: number;
  readonly records: number;
}

const sources = ['ticket', 'ticket', 'ticket', 'nps', 'interview', 'sales', 'csat', 'usage', 'techdebt'];
const rawOf: Readonly<Record<string, readonly (number | string | null)[]>> = {
  ticket: ['blocker', 'Critical', 'major', 'minor', 'trivial', null],
  sales: ['decisive', 'contributing', 'nice'],
  interview: [1, 2, 3, 4, 5],
  nps: [0, 2, 4, 6, 8, 9, 10],
  csat: [1, 2, 3, 4, 5],
  usage: [0.01, 0.05, 0.2, 0.6],
  techdebt: [2, 8, 16, 40],
};

/** A backlog as big teams have it: a few hot problems, mostly one problem an item, typed covers and Fibonacci efforts, epics with stories. */
export function largeScenario({ items, problems, records }: Size, seed = 1): Scenario {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  const oneOf = <T>(list: readonly T[], fallback: T): T => list[below(list.length)] ?? fallback;
  const hot = (n: number) => Math.floor(n * random() ** 2);
  const customers = Math.round(records / 20);
  const insights = Math.round(records / 20);
  const opportunities = Math.round(problems / 5);
  const problemId = (n: number) => `PROB-${n}`;

  const evidence = Array.from({ length: records }, (_, n): EvidenceRecord => {
    const source = oneOf(sources, 'ticket');
    const links: WeightedLink[] = [{ to: random() < 0.5 ? `INS-${hot(insights)}` : problemId(hot(problems)) }];
    if (random() < 0.2) links.push({ to: problemId(hot(problems)), w: 0.5 });
    return {
      id: `EV-${n}`,
      source,
      account: random() < 0.85 ? `CUST-${hot(customers)}` : null,
      raw: oneOf(rawOf[source] ?? [], null),
      day: 1000 - below(700),
      polarity: random() < 0.05 ? -1 : 1,
      count: source === 'usage' || source === 'techdebt' ? 1 + below(60) : null,
      links,
    };
  });

  const backlog = Array.from({ length: items }, (_, n): Item => {
    const covers = random() < 0.15 ? 0 : random() < 0.75 ? 1 : random() < 0.7 ? 2 : 3;
    const serves = Array.from({ length: covers }, (): WeightedLink => ({
      to: opportunities > 0 && random() < 0.1 ? `OPP-${below(opportunities)}` : problemId(below(problems)),
      w: oneOf([0.3, 0.6, 0.6, 0.9, null], null),
    }));
    const parent = n % 8 === 0 || random() < 0.5 ? null : `ITEM-${n - (n % 8)}`;
    return {
      id: `ITEM-${n}`,
      effort: random() < 0.2 ? null : oneOf([1, 2, 3, 5, 8, 13], 3),
      parent,
      doneDay: n % 8 !== 0 && random() < 0.03 ? 900 : null,
      serves,
    };
  });

  return {
    asOfDay: 1000,
    accounts: Array.from({ length: customers }, (_, n) => ({ id: `CUST-${n}`, arr: random() < 0.8 ? Math.round(1000 * Math.exp(5 * random())) : null })),
    evidence,
    insights: Array.from({ length: insights }, (_, n) => ({
      id: `INS-${n}`,
      supports: [{ to: problemId(hot(problems)), w: oneOf([0.5, 1], 1), against: random() < 0.05 ? true : null }],
    })),
    problems: Array.from({ length: problems }, (_, n) => ({ id: problemId(n) })),
    opportunities: Array.from({ length: opportunities }, (_, n) => ({
      id: `OPP-${n}`,
      groups: [{ to: problemId(below(problems)) }, { to: problemId(below(problems)), w: 0.5 }],
    })),
    items: backlog,
  };
}

/** Numbers in 0..1 that are the same on every run (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
