import { z } from 'zod';
import { filtersSchema, holds, rangeSchema, satisfies } from './conditions';
import { kvsLimits } from './limits';
import { refuse } from './refusal';
import type { Shelf, StoredRecord } from './shelf';
import type { Place } from './sorted';

const options = z.looseObject({}).optional();

export const plainQuerySchema = z.strictObject({
  limit: z.number().int().optional(),
  after: z.string().optional(),
  where: z.array(z.strictObject({ property: z.literal('key'), condition: z.literal('BEGINS_WITH'), values: z.tuple([z.string()]) })).optional(),
  options,
});

export const entityQuerySchema = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: rangeSchema.optional(),
  filters: filtersSchema.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  cursor: z.string().optional(),
  limit: z.number().int().optional(),
  metadataFields: z.array(z.string()).optional(),
  options,
});

export interface Page {
  readonly data: readonly StoredRecord[];
  readonly cursor: string | undefined;
}

export function queryPlain(shelf: Shelf, query: z.infer<typeof plainQuerySchema>, now: number): Page {
  const limit = query.limit ?? kvsLimits.page.default;
  if (limit < 1 || limit > kvsLimits.page.most) refuse('LIST_QUERY_LIMIT_EXCEEDED', `limit must be between 1 and ${String(kvsLimits.page.most)}`);
  if ((query.where?.length ?? 0) > 1) refuse('QUERY_WHERE_INVALID', 'Only one where clause is supported');
  const prefix = query.where?.[0]?.values[0] ?? '';
  return pageOf(shelf.scan('by-key', [], placeOf(query.after) ?? justBefore(prefix), 'ASC', now), limit, ({ key }) => key.startsWith(prefix));
}

/** Starting right at the prefix spares a walk over all that sorts before it. */
const justBefore = (prefix: string): Place | undefined => (prefix === '' ? undefined : { range: prefix, key: '' });

export function queryEntity(shelf: Shelf, query: z.infer<typeof entityQuerySchema>, now: number): Page {
  const limit = query.limit ?? kvsLimits.page.default;
  if (limit < 1 || limit > kvsLimits.page.most) refuse('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `limit must be between 1 and ${String(kvsLimits.page.most)}`);
  const index = shelf.index(query.indexName);
  if (index === undefined) return refuse('INDEX_NOT_FOUND', `Entity ${query.entityName} has no index "${query.indexName}"`);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length)
    return refuse('VALIDATION_ERROR', `Index "${index.name}" takes a partition of ${String(index.partition.length)} value(s): ${index.partition.join(', ')}`);

  const { range, filters } = query;
  const inRange = ({ place }: { readonly place: Place }) => range === undefined || holds(range.condition, place.range, range.values);
  const rows = (function* () {
    for (const row of shelf.scan(index.name, partition, placeOf(query.cursor), query.sort ?? 'ASC', now)) if (inRange(row)) yield row;
  })();
  // Atlassian cuts the page first and filters what is on it: a page may be short, even empty, and still not be the last.
  const page = pageOf(rows, limit, () => true);
  return { data: page.data.filter(({ value }) => satisfies(filters, record.catch({}).parse(value))), cursor: page.cursor };
}

const record = z.record(z.string(), z.unknown());

function pageOf(rows: Iterable<{ readonly place: Place; readonly record: StoredRecord }>, limit: number, belongs: (record: StoredRecord) => boolean): Page {
  const data: StoredRecord[] = [];
  let last: Place | undefined;
  for (const { place, record: found } of rows) {
    if (!belongs(found)) break;
    if (data.length === limit) return { data, cursor: last && cursorOf(last) };
    data.push(found);
    last = place;
  }
  return { data, cursor: undefined };
}

const placeSchema = z.strictObject({ range: z.union([z.string(), z.number(), z.boolean()]), key: z.string() });
const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return refuse('CURSOR_INVALID', 'The cursor is not one of this store');
  }
}
