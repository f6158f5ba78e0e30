import type { Contribution, Explanation } from '../../../../src/contract/ranking';
import type { StatementView } from '../../../../src/contract/shapes';
import { compareIds } from '../../../../src/domain/score/comparing';
import type { ScoredItem } from '../../../../src/domain/score/items';
import { isMeasured, sourceName } from '../../../parts/sources';

/** A record as it counts for an item: its share of the score, in value per effort; negative where it speaks against. */
export interface Said extends Contribution {
  readonly amount: number;
  readonly about: StatementView;
}

/** One bar of Why: a customer, a source or a record, the starting value, or what speaks against. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Its share of the score, in value per effort; negative where it speaks against. */
  readonly amount: number;
  readonly kind: 'customer' | 'measured' | 'rest' | 'start' | 'against';
  /** The records behind it, strongest first. */
  readonly said: readonly Said[];
}

/** By what the records of an item are gathered into bars. */
export const groupings = {
  customer: { words: 'By customer', keyOf: ({ key }: Said) => key },
  source: { words: 'By source', keyOf: ({ source }: Said) => source },
  record: { words: 'By record', keyOf: ({ id }: Said) => id },
} as const satisfies Record<string, { readonly words: string; readonly keyOf: (said: Said) => string }>;
export type Grouping = keyof typeof groupings;

/** Every record behind an item, once per problem that it speaks on; strongest first. */
export function saidFor(item: ScoredItem, explanation: Explanation): readonly Said[] {
  const said = item.cover.flatMap(({ problem, weight }) => {
    const explained = explanation.problems.find(({ statement }) => statement.id === problem);
    return (explained?.contributions ?? []).map((own) => ({ ...own, amount: (weight * own.counts) / item.effort, about: explained?.statement ?? missing() }));
  });
  return said.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || compareIds(a.id, b.id));
}

const missing = (): never => {
  throw new Error('a record without its problem');
};

/** Bars that add up to the item's standing score: strongest first, the small ones together, what speaks against last. */
export function partsOf(item: ScoredItem, explanation: Explanation, by: Grouping, most: number): readonly Part[] {
  return partsAmong(item, saidFor(item, explanation), by, most);
}

/** The same for some of its records: the rest is what the others add. */
export function partsAmong(item: ScoredItem, all: readonly Said[], by: Grouping, most: number): readonly Part[] {
  const groups = new Map<string, Said[]>();
  for (const said of all) {
    const key = `${said.counts < 0 ? 'against' : 'for'} ${groupings[by].keyOf(said)}`;
    const group = groups.get(key);
    if (group) group.push(said);
    else groups.set(key, [said]);
  }
  const named = [...groups].flatMap(([id, said]): readonly Part[] => {
    const [first] = said;
    if (!first) return [];
    const kind = first.counts < 0 ? 'against' : isMeasured(first.source) ? 'measured' : 'customer';
    return [{ id, amount: sumOf(said), ...wordsOf[by](first, said), kind, said }];
  });
  const supporting = named.filter(({ kind }) => kind !== 'against').sort((a, b) => b.amount - a.amount || compareIds(a.id, b.id));
  const opposing = named.filter(({ kind }) => kind === 'against').sort((a, b) => a.amount - b.amount || compareIds(a.id, b.id));
  const start: Part = { id: 'start', name: 'Starting value', detail: 'the same for every stated problem', amount: item.baseline, kind: 'start', said: [] };
  const parts = [...together(supporting, most, 'rest'), start, ...together(opposing, most, 'against')];
  return [...parts, ...unexplained(item, parts)];
}

const sumOf = (parts: readonly { readonly amount: number }[]): number => parts.reduce((sum, { amount }) => sum + amount, 0);

function together(parts: readonly Part[], most: number, kind: 'rest' | 'against'): readonly Part[] {
  // One that is left over takes no less room than its own bar.
  if (parts.length <= most + 1) return parts;
  const rest = parts.slice(most);
  const amounts = rest.map(({ amount }) => Math.abs(amount));
  const detail = `between ${Math.min(...amounts).toFixed(2)} and ${Math.max(...amounts).toFixed(2)} each`;
  const said = rest.flatMap((part) => part.said);
  return [...parts.slice(0, most), { id: `rest ${kind}`, name: `${String(rest.length)} more`, detail, amount: sumOf(rest), kind, said }];
}

// The list and its reasons are two answers: what came in between them is said, so that the bars still end at the score.
function unexplained(item: ScoredItem, parts: readonly Part[]): readonly Part[] {
  const amount = item.score - sumOf(parts);
  if (Math.abs(amount) < 0.005) return [];
  return [
    { id: 'since', name: 'Changed meanwhile', detail: 'the list is from before; load the page again', amount, kind: amount < 0 ? 'against' : 'rest', said: [] },
  ];
}

type Words = Pick<Part, 'name' | 'detail'>;

const wordsOf: Readonly<Record<Grouping, (first: Said, said: readonly Said[]) => Words>> = {
  customer: (first, said) => ({ name: speakerOf(first), detail: counted(said.map(({ source }) => sourceName(source))) }),
  source: (first, said) => {
    const customers = new Set(said.flatMap(({ customer }) => customer?.id ?? []));
    const records = `${String(said.length)} record${said.length === 1 ? '' : 's'}`;
    return { name: capital(sourceName(first.source)), detail: customers.size === 0 ? records : `${records}, ${plural(customers.size, 'customer')}` };
  },
  record: (first) => ({ name: speakerOf(first), detail: `${sourceName(first.source)}, ${new Date(first.at * 1000).toISOString().slice(0, 10)}` }),
};

/** Who says it: a customer, a measurement, or nobody by name. */
export function speakerOf({ source, customer }: Contribution): string {
  if (!isMeasured(source)) return customer?.name ?? `Unnamed, ${sourceName(source)}`;
  return source === 'usage' ? 'Product usage' : source === 'experiment' ? 'Experiment' : 'Measured by engineers';
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, n]) => (n === 1 ? name : `${String(n)} × ${name}`)).join(', ');
}

const plural = (n: number, word: string): string => `${String(n)} ${word}${n === 1 ? '' : 's'}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Two decimals each, by largest remainder, so that what is shown adds up to what is shown. */
export function roundedToSum(amounts: readonly number[], total: number): readonly number[] {
  const target = Math.round(total * 100);
  const floors = amounts.map((amount) => Math.floor(amount * 100));
  let missing = target - floors.reduce((sum, cents) => sum + cents, 0);
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: amount * 100 - Math.floor(amount * 100) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const cents = [...floors];
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    cents[index] = (cents[index] ?? 0) + 1;
    missing -= 1;
  }
  return cents.map((value) => value / 100);
}
