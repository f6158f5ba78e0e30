import * as z from 'zod/mini';
import { operation } from './operation';
import { customerIdShape } from './shapes';

/** What one look lists. */
export const mostListed = 50;

const rowShape = z.object({
  id: customerIdShape,
  name: z.string(),
  /** Yearly value in the site's currency; null: unknown. */
  value: z.nullable(z.number()),
  segment: z.string(),
});
export type CustomerRow = z.output<typeof rowShape>;

export const customerOperations = {
  /** Customers whose name starts so, by name, at most fifty. */
  listCustomers: operation({
    input: z.object({ text: z.string().check(z.maxLength(120)) }),
    output: z.object({
      customers: z.array(rowShape).check(z.maxLength(mostListed)),
      isMore: z.boolean(),
      /** The projects' own words for segments, and those of these customers: to pick from. */
      segments: z.array(z.string()),
    }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden'],
  }),
  /** Says what customers are worth a year and which segment they are in; known ones are updated, new ones remembered; adding one that is known is refused. */
  saveCustomers: operation({
    input: z.object({
      customers: z
        .array(
          z.object({
            name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
            /** Yearly value in the site's currency; null: unknown. */
            value: z.nullable(z.number().check(z.minimum(0), z.maximum(1e12))),
            segment: z.optional(z.string().check(z.trim(), z.maxLength(60))),
          }),
        )
        .check(z.minLength(1), z.maxLength(100)),
      /** True: all of them are meant to be new, and none is written where one is known. */
      isAdding: z.optional(z.boolean()),
    }),
    output: z.object({ saved: z.int() }),
    access: [{ on: 'site', right: 'administer-jira' }],
    failures: ['forbidden', 'conflict'],
  }),
} as const;
