import type { IssueId } from '../ids';
import type { Table } from './tables';

/** Numbers as Jira shows them to everyone. */
export interface PublishedNumbers {
  readonly id: IssueId;
  /** One decimal. */
  readonly score: number;
  readonly customers: number;
  /** What the score field holds; missing: it was never written. */
  readonly field?: number;
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

/** One issue to write to: the property that JQL reads, the score field, or both, which always hold the same number. */
export interface Writing extends Omit<CurrentNumbers, 'touched'> {
  readonly toProperty: boolean;
  readonly toField: boolean;
}

const week = 7 * 86_400;
const tenths = 10;

const rounded = (score: number): number => Math.round(score * tenths) / tenths;

/**
 * What must be written, the last touched first: where the rounded numbers differ and something happened since they were
 * written, or a week has passed, since mere ageing moves every number a little every day.
 */
export function dueForWriting(current: readonly CurrentNumbers[], published: ReadonlyMap<string, PublishedNumbers>, now: number): readonly CurrentNumbers[] {
  const known = new Set(current.map(({ id }) => id));
  const gone = [...published.values()].filter(({ id }) => !known.has(id)).map(({ id }): CurrentNumbers => ({ id, score: 0, customers: 0, touched: now }));
  return [...current, ...gone].filter((own) => isDue(own, published.get(own.id), now)).sort((a, b) => b.touched - a.touched || (a.id < b.id ? -1 : 1));
}

/** What to write where. A field that came later, or was not there for a while, catches up with the property. */
export function writingsFor(due: readonly CurrentNumbers[], published: ReadonlyMap<string, PublishedNumbers>, hasField: boolean): readonly Writing[] {
  const dueIds = new Set<string>(due.map(({ id }) => id));
  // Nobody has ever seen a field in which nothing was written say anything but nothing.
  const isBehind = ({ id, score }: Pick<Writing, 'id' | 'score'>): boolean => hasField && (published.get(id)?.field ?? 0) !== score;
  return [
    ...due.map(({ id, score, customers }) => ({ id, score: rounded(score), customers })).map((own) => ({ ...own, toProperty: true, toField: isBehind(own) })),
    ...[...published.values()]
      .filter((own) => !dueIds.has(own.id) && isBehind(own))
      .map(({ id, score, customers }) => ({ id, score, customers, toProperty: false, toField: true })),
  ];
}

/** As many of the first ones as so many points pay for: one for each issue in each of the two calls, and one for each call. */
export function affordable(writings: readonly Writing[], points: number): readonly Writing[] {
  let left = points - 2;
  const end = writings.findIndex((own) => {
    left -= pointsOf(own);
    return left < 0;
  });
  return end < 0 ? writings : writings.slice(0, end);
}

export const pointsFor = (writings: readonly Writing[]): number => writings.reduce((sum, own) => sum + pointsOf(own), 2);

const pointsOf = ({ toProperty, toField }: Writing): number => Number(toProperty) + Number(toField);

function isDue({ score, customers, touched }: CurrentNumbers, written: PublishedNumbers | undefined, now: number): boolean {
  // Nothing was ever written on an item without evidence, and nothing says just that.
  if (written === undefined) return rounded(score) !== 0 || customers !== 0;
  if (written.score === rounded(score) && written.customers === customers) return false;
  return touched >= written.at || now - written.at >= week;
}
