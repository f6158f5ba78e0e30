import { customerId, type CustomerId, type StatementId } from '../ids';
import {
  aggregateProblem,
  compareIds,
  countRecord,
  type CountedRecord,
  type CustomerMass,
  type EvidenceRecord,
  type Fix,
  type Fixes,
  type Mention,
  type ProblemStrength,
  type WeighingContext,
} from '../score';
import { recordsOf, type RowsOf } from './digest';
import type { Graph, Node, Source } from './graph';
import type { Table } from './tables';

/** The numbers of a statement, in customers' worth. */
export interface Strength {
  readonly support: number;
  readonly contradiction: number;
  readonly value: number;
  readonly deviation: number;
  /** Distinct accounts that speak for it. */
  readonly customers: number;
  readonly customersAgainst: number;
  readonly records: number;
  /** Whose share of the support is largest: `@customer`, `?source` (nobody named) or `#source` (a measurement). */
  readonly largest: { readonly key: string; readonly share: number; readonly messages: number; readonly countsAs: number } | null;
  /** People or accounts behind measurements. */
  readonly measured: number;
  readonly newestDay: number | null;
  /** Names of the sources that speak on it, sorted. */
  readonly speaking: readonly string[];
}

/** With the segments of the customers that speak for it, sorted: good for finding, never for weighing. */
export interface Backing extends Strength {
  readonly segments: readonly string[];
}

/** A statement's numbers with all that they were computed from but the day and the evidence: where that differs, they are stale. */
export interface IndexedStrength extends Backing {
  readonly id: StatementId;
  readonly sources: readonly Source[];
  readonly fixes: readonly Fix[];
  readonly book: Book;
}

/** When numbers changed: bookkeeping, which the same evidence reached by another way may have differently. */
interface Book {
  /** Version of the document with which they last changed. */
  readonly stamp: number;
  /** Epoch seconds of the last change that was not mere ageing. */
  readonly touched: number;
  /** Stands for who may read the sources: where that changes, shared numbers change though these do not. */
  readonly readers: string;
}

/** Numbers by a project's own weights, with the sources they were computed from. */
export type OwnStrength = Omit<IndexedStrength, 'fixes' | 'book'>;
export const ownTable: Table<OwnStrength> = { family: 'own', idOf: ({ id }) => id, rowsInOne: 200 };

export const strengthTable: Table<IndexedStrength> = { family: 'strengths', idOf: ({ id }) => id, rowsInOne: 200 };

/** The accounts that speak for a statement, sorted by id: apart, because a page needs only how many they are. */
export interface Speakers {
  readonly id: StatementId;
  readonly accounts: readonly CustomerId[];
}

export const speakersTable: Table<Speakers> = { family: 'speakers', idOf: ({ id }) => id, rowsInOne: 200 };

/** Customers that speak on a statement itself, for or against, sorted by id; never those that only reach it. */
export interface Voices {
  readonly id: StatementId;
  readonly customers: readonly CustomerId[];
}

export const voicesTable: Table<Voices> = { family: 'voices', idOf: ({ id }) => id, rowsInOne: 200 };

/** What strengths are computed with. */
export interface StrengthContext extends WeighingContext {
  readonly fixes: Fixes;
}

export interface Measured {
  readonly records: readonly EvidenceRecord[];
  readonly aggregate: ProblemStrength;
}

/** Everything said on a statement by the evidence of its sources. */
export function measure(target: Node, sources: readonly Source[], graph: Pick<Graph, 'pathsTo'>, rowsOf: RowsOf, context: StrengthContext): Measured {
  const counting = { ...context, destinations: graph.pathsTo(target) };
  const mentions: Mention[] = [];
  const records: EvidenceRecord[] = [];
  for (const record of recordsOf(
    sources.map(([id]) => id),
    rowsOf,
  )) {
    const own = mentionsOn(target, countRecord(record, counting));
    if (own.length > 0) records.push(record);
    mentions.push(...own);
  }
  return { records, aggregate: aggregateProblem(mentions, context.params) };
}

/** What a record says on a statement, for and against. */
export function mentionsOn(target: Pick<Node, 'id'>, { record: { id }, key, weight, polarity, links, against }: CountedRecord): readonly Mention[] {
  const saying = (stance: Mention['stance'], reached: CountedRecord['links']): readonly Mention[] =>
    reached.filter(({ problem }) => problem === target.id).map((link) => ({ evidence: id, key, weight: weight * link.weight, stance }));
  return [...saying(polarity === 1 ? 'for' : 'against', links), ...saying('against', against)];
}

export function summarise({ records, aggregate }: Measured, a0: number): Strength {
  const { supporters, opponents } = aggregate;
  const measurements = new Map(records.map((record) => [record.id, record.count ?? 1]));
  const behind = [...supporters, ...opponents]
    .filter(({ isAggregate }) => isAggregate)
    .flatMap(({ mentions }) => mentions.map(({ evidence }) => measurements.get(evidence) ?? 0));
  return {
    support: aggregate.P - a0,
    contradiction: aggregate.N,
    value: aggregate.V,
    deviation: aggregate.sd,
    customers: accountsAmong(supporters).length,
    customersAgainst: accountsAmong(opponents).length,
    records: records.length,
    largest: largestOf(supporters, aggregate.topShare),
    measured: behind.reduce((sum, count) => sum + count, 0),
    newestDay: records.length === 0 ? null : records.reduce((newest, { day }) => Math.max(newest, day), -Infinity),
    speaking: [...new Set(records.map(({ source }) => source))].sort(compareIds),
  };
}

function largestOf(supporters: readonly CustomerMass[], share: number): Strength['largest'] {
  const largest = supporters.reduce<CustomerMass | undefined>((most, own) => (own.mass > (most?.mass ?? 0) ? own : most), undefined);
  return largest === undefined ? null : { key: largest.key, share, messages: largest.mentions.length, countsAs: largest.mass };
}

export function accountsAmong(customers: readonly CustomerMass[]): readonly CustomerId[] {
  return customers.flatMap(({ key, mass }) => (key.startsWith('@') && mass > 0 ? (customerId(key.slice(1)) ?? []) : []));
}

export const sameSources = (a: readonly Source[], b: readonly Source[]): boolean =>
  a.length === b.length && a.every(([id, inFavour, against], at) => id === b[at]?.[0] && inFavour === b[at][1] && against === b[at][2]);

export const sameFixes = (a: readonly Fix[], b: readonly Fix[]): boolean =>
  a.length === b.length && a.every(({ item, doneDay, cover }, at) => item === b[at]?.item && doneDay === b[at].doneDay && cover === b[at].cover);
