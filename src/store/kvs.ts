import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { EntityName } from './entities';
import { patiently } from './patience';

/** Forge's own limit for one batch and for one transaction. */
export const batchSize = 25;
// Enough to hide latency, few enough to leave the 1,000 calls a second to people.
const batchesAtOnce = 6;

export interface StoredEntity {
  readonly record: unknown;
  readonly [attribute: string]: unknown;
}

/** One write of a transaction; `when` names the only state of the stored record in which it may happen. */
export interface Write {
  readonly entity: EntityName;
  readonly key: string;
  /** undefined removes the record. */
  readonly value: StoredEntity | undefined;
  readonly when?: { readonly absent: string } | { readonly attribute: string; readonly is: string | number };
}

/** Strict: what was written is read. */
export const getEntity = (entity: EntityName, key: string): Promise<StoredEntity | undefined> => patiently(() => kvs.entity<StoredEntity>(entity).get(key));

export const deleteEntity = (entity: EntityName, key: string): Promise<void> => patiently(() => kvs.entity<StoredEntity>(entity).delete(key));

export async function getEntities(entity: EntityName, keys: readonly string[]): Promise<ReadonlyMap<string, StoredEntity>> {
  return getBatches<StoredEntity>(keys.map((key) => ({ key, entityName: entity })));
}

export const getValues = (keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> => getBatches<unknown>(keys.map((key) => ({ key })));

async function getBatches<Value>(items: readonly { readonly key: string; readonly entityName?: EntityName }[]): Promise<ReadonlyMap<string, Value>> {
  const answers = await eachBatch(inBatches(unique(items)), (batch) => patiently(() => kvs.batchGet<Value>(batch)));
  const found = new Map<string, Value>();
  for (const { successfulKeys, failedKeys } of answers) {
    // "Could not look" is never "there is none".
    const failure = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failure) throw new Error(`Storage did not answer for a key: ${failure.error.code}`);
    for (const { key, value } of successfulKeys) found.set(key, value);
  }
  return found;
}

export async function setEntities(writes: readonly { readonly entity: EntityName; readonly key: string; readonly value: StoredEntity }[]): Promise<void> {
  const answers = await eachBatch(inBatches(writes), (batch) =>
    patiently(() => kvs.batchSet(batch.map(({ entity, key, value }) => ({ entityName: entity, key, value })))),
  );
  throwOnFailed(answers);
}

/** Plain values are large, so that batches are cut by size, too. */
export async function setValues(values: readonly { readonly key: string; readonly value: string }[]): Promise<void> {
  throwOnFailed(
    await eachBatch(
      inBatches(values, ({ value }) => value.length),
      (batch) => patiently(() => kvs.batchSet(batch)),
    ),
  );
}

export async function deleteValues(keys: readonly string[]): Promise<void> {
  const answers = await eachBatch(inBatches(keys), (batch) => patiently(() => kvs.batchDelete(batch.map((key) => ({ key })))));
  throwOnFailed(answers.map(({ failedKeys }) => ({ failedKeys: failedKeys.filter(({ error }) => error.code !== 'KEY_NOT_FOUND') })));
}

/** All or nothing; false when a condition did not hold, in which case nothing changed. */
export async function transact(writes: readonly Write[]): Promise<boolean> {
  const transaction = kvs.transact();
  for (const { entity, key, value, when } of writes) {
    const conditions = when && conditionsOf(when);
    const target = conditions ? { entityName: entity, conditions } : { entityName: entity };
    if (value === undefined) transaction.delete<StoredEntity>(key, target);
    else transaction.set<StoredEntity>(key, value, target);
  }
  try {
    await patiently(() => transaction.execute());
    return true;
  } catch (error) {
    if (isConditionRefusal(error)) return false;
    throw error;
  }
}

function isConditionRefusal(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && ['CONDITIONAL_CHECK_FAILED', 'KEY_CONFLICT', 'TRANSACTION_CONFLICT'].includes(error.code);
}

function conditionsOf(when: NonNullable<Write['when']>) {
  const condition = 'absent' in when ? FilterConditions.notExists() : FilterConditions.equalTo(when.is);
  return new Filter<StoredEntity>().and('absent' in when ? when.absent : when.attribute, condition);
}

function throwOnFailed(answers: readonly { readonly failedKeys: readonly { readonly error: { readonly code: string } }[] }[]): void {
  const failure = answers.flatMap(({ failedKeys }) => failedKeys)[0];
  if (failure) throw new Error(`Storage did not take a value: ${failure.error.code}`);
}

const bytesPerBatch = 1_000_000;

function inBatches<Item>(items: readonly Item[], sizeOf: (item: Item) => number = () => 0): Item[][] {
  const batches: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const last = batches.at(-1);
    bytes += sizeOf(item);
    if (last === undefined || last.length === batchSize || bytes > bytesPerBatch) {
      batches.push([item]);
      bytes = sizeOf(item);
    } else {
      last.push(item);
    }
  }
  return batches;
}

async function eachBatch<Item, Answer>(batches: readonly Item[][], call: (batch: Item[]) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < batches.length; start += batchesAtOnce) {
    answers.push(...(await Promise.all(batches.slice(start, start + batchesAtOnce).map(call))));
  }
  return answers;
}

const unique = <Item extends { readonly key: string }>(items: readonly Item[]): Item[] => [...new Map(items.map((item) => [item.key, item])).values()];
