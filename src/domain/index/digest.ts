import type { Evidence } from '../evidence';
import type { CustomerId, EvidenceId, StatementId } from '../ids';
import { compareIds, type EvidenceRecord } from '../score';
import type { Table } from './tables';

/** What the score reads of one evidence record: no words. A tuple, because a site holds a hundred thousand of them. */
export type DigestRow = readonly [
  id: EvidenceId,
  source: string,
  customer: CustomerId | null,
  raw: number | string | null,
  count: number,
  day: number,
  stance: 1 | -1,
  /** The ticket or the feedback it came from. */
  origin: string,
];

export const digestTable: Table<DigestRow> = { family: 'rows', idOf: ([id]) => id, rowsInOne: 2_000 };

const secondsPerDay = 86_400;

/** Whole days since 1970, as the score counts them. */
export const dayOf = (seconds: number): number => Math.floor(seconds / secondsPerDay);
export const secondsOf = (day: number): number => day * secondsPerDay;

export function digestRow({ id, source, customerId, raw, count, at, stance, origin }: Evidence): DigestRow {
  const from = origin.kind === 'ticket' ? `t${origin.ticketId}` : `f${origin.feedbackId}`;
  return [id, source, customerId, raw, count, dayOf(at), stance === 'for' ? 1 : -1, from];
}

// A page only tells records apart by it.
const longEnough = 12;

/** An origin as pages get it. */
export const shortOrigin = (origin: string): string => origin.slice(0, longEnough + 1);

/** Rows by statement, as they stand in the digests. */
export type RowsOf = (statement: StatementId) => Iterable<DigestRow>;

/** One feedback that was tagged to several statements is one record with several links: it speaks once, by its strongest path. */
export function recordsOf(statements: readonly StatementId[], rowsOf: RowsOf): readonly EvidenceRecord[] {
  const byOrigin = new Map<string, { readonly row: DigestRow; readonly links: readonly { readonly to: StatementId }[] }>();
  for (const statement of statements) {
    for (const row of rowsOf(statement)) {
      const key = `${row[6]}${row[7]}`;
      const known = byOrigin.get(key);
      const first = known === undefined || compareIds(row[0], known.row[0]) < 0 ? row : known.row;
      byOrigin.set(key, { row: first, links: [...(known?.links ?? []), { to: statement }] });
    }
  }
  return [...byOrigin.values()].map(({ row: [id, source, customer, raw, count, day, stance], links }) => ({
    id,
    source,
    account: customer,
    raw,
    count,
    day,
    polarity: stance,
    links,
  }));
}
