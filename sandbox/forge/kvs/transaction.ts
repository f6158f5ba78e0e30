import { z } from 'zod';
import { satisfies } from './conditions';
import { checkKey, kvsLimits } from './limits';
import { refuseTwice, type Records, type Spend } from './records';
import { KvsRefusal, refuse } from './refusal';
import { transactionBody } from './requests';

const attributes = z.record(z.string(), z.unknown()).catch({});

/** All operations or none; every condition is judged on what is stored at this moment. */
export function transact(records: Records, body: unknown, spend: Spend): void {
  const { set, delete: erased, check } = transactionBody.parse(body);
  const all = [...set, ...erased, ...check];
  const { operations, bytes } = kvsLimits.transaction;
  if (all.length === 0 || all.length > operations) refuse('VALIDATION_ERROR', `A transaction takes 1 to ${String(operations)} operations`);
  if (Buffer.byteLength(JSON.stringify(body)) > bytes) refuse('MAX_SIZE', 'A transaction takes at most 4 MB');
  refuseTwice(all, 'transaction');
  for (const { key, entityName, conditions } of all) {
    checkKey(key);
    if (conditions !== undefined && entityName === undefined) refuse('VALIDATION_ERROR', 'Conditions need an entity');
  }
  for (const item of set) records.check(item, item.value);

  for (const item of all) {
    const record = records.shelfOf(item).read(item.key, records.now());
    if (!satisfies(item.conditions, record && attributes.parse(record.value)))
      throw new KvsRefusal(409, 'CONDITIONAL_CHECK_FAILED', `The conditions on key ${item.key} do not hold`);
  }
  spend('write', Buffer.byteLength(JSON.stringify(set)));
  for (const item of set) records.put(records.shelfOf(item), item, item.value, item.options, () => undefined);
  for (const item of erased) records.shelfOf(item).erase(item.key, records.now() + records.lagMs);
}
