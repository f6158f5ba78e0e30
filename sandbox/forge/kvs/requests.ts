import { z } from 'zod';
import { filtersSchema } from './conditions';

/** Bodies of the store's requests, strict: what the SDK cannot send is a mistake of ours or of the app's. */

const ttl = z.strictObject({ value: z.number().int().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const ttlUnits = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
export const ttlMs = ({ value, unit }: z.infer<typeof ttl>): number => value * ttlUnits[unit];

export interface Target {
  readonly key: string;
  readonly entityName?: string | undefined;
}
const target = { key: z.string(), entityName: z.string().optional() };

export const keyBody = z.strictObject({ ...target, options: z.looseObject({}).optional() });
export const entityBody = z.looseObject({ entityName: z.string() });
export const setBody = z.strictObject({
  ...target,
  value: z.unknown(),
  options: z
    .strictObject({
      ttl: ttl.optional(),
      keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
      returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
      returnMetadataFields: z.array(z.string()).optional(),
    })
    .optional(),
});
export type SetOptions = z.infer<typeof setBody>['options'];

/** In batches and transactions there is no policy on keys. */
export const plainSet = z.strictObject({ ...target, value: z.unknown(), options: z.strictObject({ ttl: ttl.optional() }).optional() });

export const transactionBody = z.strictObject({
  set: z.array(plainSet.extend({ conditions: filtersSchema.optional() })).default([]),
  delete: z.array(z.strictObject({ ...target, conditions: filtersSchema.optional() })).default([]),
  check: z.array(z.strictObject({ ...target, conditions: filtersSchema })).default([]),
});
