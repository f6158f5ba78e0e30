import * as z from 'zod/mini';
import { pinKinds } from '../domain/order/pins';
import { operation } from './operation';
import { issueIdShape, secondsShape } from './shapes';

const said = {
  issueId: issueIdShape,
  kind: z.enum(pinKinds),
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)),
  /** By when it must be done; null: no day was said. */
  day: z.nullable(secondsShape),
};

/** An item in the lane above the order. `by` is an account id: the page asks Jira for the name, as the person. */
export const pinShape = z.object({ ...said, by: z.string(), at: secondsShape });
export type PinView = z.output<typeof pinShape>;

const access = [{ on: 'issue', input: 'issueId', right: 'schedule' }] as const;
/** What it said before; null: nothing. With it an undo is one call. */
const output = z.object({ pin: z.nullable(pinShape), was: z.nullable(pinShape) });

export const pinOperations = {
  /** Puts an item in the lane above the order of its project; said again, the new reason stands. */
  pinItem: operation({ input: z.object(said), output, access, failures: ['not-found', 'forbidden'] }),
  unpinItem: operation({ input: z.object({ issueId: issueIdShape }), output, access, failures: ['not-found', 'forbidden'] }),
} as const;
