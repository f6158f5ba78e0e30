import type { z } from 'zod';
import { kvsLimits } from './limits';
import { refuseTwice } from './records';
import { KvsRefusal, refuse } from './refusal';
import type { Target } from './requests';

export const nameOf = ({ key, entityName }: Target) => ({ key, ...(entityName !== undefined && { entityName }) });

/** Does to each item what can be done; a rate limit stops the whole request. */
export function batch<Item extends Target>(schema: z.ZodType<Item[]>, body: unknown, act: (item: Item) => object) {
  const items = schema.parse(body);
  if (items.length === 0 || items.length > kvsLimits.batch) refuse('VALIDATION_ERROR', `A batch takes 1 to ${String(kvsLimits.batch)} items`);
  refuseTwice(items, 'batch');
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(act(item));
    } catch (error) {
      if (!(error instanceof KvsRefusal) || error.status === 429) throw error;
      failedKeys.push({ ...nameOf(item), error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
