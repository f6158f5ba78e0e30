import { compareIds } from '../score';
import { fnv1a } from '../score/keyed-normal';

/** Rows by id, kept in parts of a document: one part while there are few, else sixteen, so that a change rewrites a sixteenth. */
export interface Table<Row> {
  /** First half of the part names. */
  readonly family: string;
  readonly idOf: (row: Row) => string;
  /** Up to this many rows share one part. */
  readonly rowsInOne: number;
}

const shardCount = 16;
const format = 1;

/** The parts of a table. They depend on its rows alone, not on the way it came to have them. */
export function partsOf<Row>({ family, idOf, rowsInOne }: Table<Row>, rows: Iterable<Row>): ReadonlyMap<string, unknown> {
  const sorted = [...rows].sort((a, b) => compareIds(idOf(a), idOf(b)));
  if (sorted.length === 0) return new Map();
  if (sorted.length <= rowsInOne) return new Map([[`${family}/all`, { v: format, rows: sorted }]]);
  const shards = new Map<string, Row[]>();
  for (const row of sorted) {
    const name = `${family}/${(fnv1a(idOf(row)) % shardCount).toString(shardCount)}`;
    const shard = shards.get(name);
    if (shard === undefined) shards.set(name, [row]);
    else shard.push(row);
  }
  return new Map([...shards].map(([name, own]) => [name, { v: format, rows: own }]));
}

export const namesOf = (table: Pick<Table<never>, 'family'>, names: readonly string[]): readonly string[] =>
  names.filter((name) => name.startsWith(`${table.family}/`));

/** Reads a table back from parts that `partsOf` made; other parts among them are left aside. */
export function rowsIn<Row>(table: Table<Row>, parts: ReadonlyMap<string, unknown>): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const name of namesOf(table, [...parts.keys()])) {
    for (const row of (openPart(name, parts.get(name)) as { readonly rows: readonly Row[] }).rows) rows.set(table.idOf(row), row);
  }
  return rows;
}

/** A part that holds one record. */
export const onePart = <Content extends object>(content: Content): object => ({ ...content, v: format });

export function inOnePart<Content extends object>(name: string, part: unknown): Content | undefined {
  return part === undefined ? undefined : (openPart(name, part) as Content);
}

// Documents are written by this app alone and every part carries its format: what has the format is trusted to have the shape.
function openPart(name: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || !('v' in part) || part.v !== format) throw new Error(`Part ${name} is not of a format this app knows.`);
  return part;
}
