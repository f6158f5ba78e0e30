import type { IssueId } from '../ids';
import type { Table } from './tables';

/** Numbers as Jira shows them to everyone. */
export interface PublishedNumbers {
  readonly id: IssueId;
  /** One decimal. */
  readonly score: number;
  readonly customers: number;
  /** Epoch seconds of the writing. */
  readonly at: number;
}

export const publishedTable: Table<PublishedNumbers> = { family: 'published', idOf: ({ id }) => id, rowsInOne: 500 };

export interface CurrentNumbers {
  readonly id: IssueId;
  readonly score: number;
  readonly customers: number;
  readonly touched: number;
}

const week = 7 * 86_400;
const tenths = 10;

export const rounded = (score: number): number => Math.round(score * tenths) / tenths;

/**
 * What must be written, the last touched first: where the rounded numbers differ and something happened since they were
 * written, or a week has passed, since mere ageing moves every number a little every day.
 */
export function dueForWriting(current: readonly CurrentNumbers[], published: ReadonlyMap<string, PublishedNumbers>, now: number): readonly CurrentNumbers[] {
  const known = new Set(current.map(({ id }) => id));
  const gone = [...published.values()].filter(({ id }) => !known.has(id)).map(({ id }): CurrentNumbers => ({ id, score: 0, customers: 0, touched: now }));
  return [...current, ...gone].filter((own) => isDue(own, published.get(own.id), now)).sort((a, b) => b.touched - a.touched || (a.id < b.id ? -1 : 1));
}

function isDue({ score, customers, touched }: CurrentNumbers, written: PublishedNumbers | undefined, now: number): boolean {
  // Nothing was ever written on an item without evidence, and nothing says just that.
  if (written === undefined) return rounded(score) !== 0 || customers !== 0;
  if (written.score === rounded(score) && written.customers === customers) return false;
  return touched >= written.at || now - written.at >= week;
}
