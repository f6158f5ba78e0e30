import { refuse } from './refusal';
import type { Ask } from './route';

/** A page as most of Jira's lists have it. */
export function page<Row, Out>(
  ask: Ask,
  rows: readonly Row[],
  write: (row: Row) => Out,
  { most = 50, usual = 50 }: { readonly most?: number; readonly usual?: number } = {},
) {
  const startAt = Math.max(0, ask.query.number('startAt', 0));
  const asked = ask.query.number('maxResults', usual);
  if (asked < 0) throw refuse(400, 'The maxResults parameter must not be negative.');
  const maxResults = Math.min(asked, most);
  const values = rows.slice(startAt, startAt + maxResults).map(write);
  return { maxResults, startAt, total: rows.length, isLast: startAt + values.length >= rows.length, values };
}

export function orderedBy<Row>(rows: readonly Row[], order: string | undefined, columns: Readonly<Record<string, (row: Row) => string | number>>): Row[] {
  const name = (order ?? '').replace(/^[+-]/, '');
  const column = columns[name];
  if (column === undefined) return [...rows];
  const sign = order?.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [column(a), column(b)];
    return sign * (typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other)));
  });
}
