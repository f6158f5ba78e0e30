import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { entities, type EntityName } from './entities';
import type { StoredEntity } from './kvs';
import { patiently } from './patience';

const pageSize = 100;

interface Question {
  readonly index: string;
  readonly partition: string;
  readonly startsWith?: string;
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
}

export interface Found {
  readonly key: string;
  readonly value: StoredEntity;
}

/** Reads an index up to `limit`. It is eventually consistent: it finds candidates and never decides that something is not there. */
export async function ask(entity: EntityName, { index, partition, startsWith, order, limit }: Question): Promise<readonly Found[]> {
  if (!entities[entity].indexes.some(({ name }) => name === index)) throw new Error(`${entity} has no index ${index}.`);
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const indexed = kvs
      .entity<StoredEntity>(entity)
      .query()
      .index(index, { partition: [partition] });
    const matching = startsWith !== undefined && startsWith !== '' ? indexed.where(WhereConditions.beginsWith(startsWith)) : indexed;
    const sorted = matching.sort(order === 'ascending' ? Sort.ASC : Sort.DESC).limit(Math.min(pageSize, limit - found.length));
    const query = cursor === undefined ? sorted : sorted.cursor(cursor);
    const page = await patiently(() => query.getMany());
    found.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return found;
}
