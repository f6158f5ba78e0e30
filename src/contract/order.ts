import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape } from './shapes';
import { mostSteps, workShape } from './work';

const mostListed = 20_000;

const orderShape = {
  projectId: projectIdShape,
  /** The order to apply, first first; it goes above all else. */
  wanted: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostSteps)),
  /** Jira's own order of the project's open issues, as the page read it. */
  current: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostListed)),
  /** Items in active sprints stay where they are unless asked for. */
  withSprints: z.boolean(),
  /** Items go below what blocks them, however the evidence has it. */
  blockersFirst: z.boolean(),
};

const crossingsShape = z.array(z.object({ id: issueIdShape, key: z.string(), blocker: z.string() }));

const previewShape = z.object({
  /** Places in the list of those that are looked at, from 1. */
  moves: z.array(z.object({ id: issueIdShape, from: z.int(), to: z.int() })),
  calls: z.int(),
  /** Not touched: in an active sprint, or gone, or not for this person. */
  left: z.array(z.object({ id: issueIdShape, why: z.enum(['in-sprint', 'gone']) })),
  /** Items that would come before what blocks them. */
  crossed: crossingsShape,
  /** Items whose blocker was put above them, against the evidence. */
  kept: crossingsShape,
});
export type OrderPreview = z.output<typeof previewShape>;

const access = [
  { on: 'project', input: 'projectId', right: 'browse' },
  { on: 'project', input: 'projectId', right: 'schedule-issues' },
] as const;

export const orderOperations = {
  /** What applying an order would move, without moving anything; conflict: Jira's order is another one by now. */
  previewOrder: operation({ input: z.object(orderShape), output: previewShape, access, failures: ['not-found', 'forbidden', 'invalid', 'conflict'] }),
  /** Plans the moves and writes the decision down; driving the work then ranks, in the person's name. */
  startApply: operation({
    input: z.object({
      ...orderShape,
      requestId: requestIdShape,
      level: z.enum(['all', 'top', 'leaf']),
      /** Items that the person put elsewhere than the evidence has them, and why. */
      overrides: z.array(z.object({ issueId: issueIdShape, reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)) })).check(z.maxLength(100)),
    }),
    output: workShape,
    access,
    failures: ['not-found', 'forbidden', 'invalid', 'conflict', 'too-large'],
  }),
} as const;
