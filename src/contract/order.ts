import * as z from 'zod/mini';
import { linkChoices } from '../domain/order/blockers';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape } from './shapes';
import { mostSteps, workShape } from './work';

const mostListed = 20_000;
const mostChoices = 500;

const linkShape = { item: issueIdShape, blocker: issueIdShape };

const orderShape = {
  projectId: projectIdShape,
  /** The order to apply, first first; it goes above all else that is listed. */
  wanted: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostSteps)),
  /** Jira's own order of the project's open issues, as the page read it. */
  current: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostListed)),
  /** Of these, what may be moved: the issues of a board, or of the list's filter; null: all. */
  scope: z.nullable(z.array(issueIdShape).check(z.maxLength(mostListed))),
  /** Items in active sprints stay where they are unless asked for. */
  withSprints: z.boolean(),
  /** What becomes of "blocks" links that the order would cross; where nothing is said, the blocker goes just before the item. */
  choices: z.array(z.object({ ...linkShape, choice: z.enum(linkChoices) })).check(z.maxLength(mostChoices)),
  /** Moved in Jira by somebody else meanwhile: they stay where they were put. */
  theirs: z.array(issueIdShape).check(z.maxLength(mostSteps)),
};

const previewShape = z.object({
  /** Places in the list of those that are looked at, from 1. */
  moves: z.array(z.object({ id: issueIdShape, from: z.int(), to: z.int() })),
  calls: z.int(),
  /** What will be at the first places. */
  after: z.array(issueIdShape),
  /** Not touched: in an active sprint, gone or not for this person, not theirs to rank, kept as somebody else put it, or behind what blocks it. */
  left: z.array(z.object({ id: issueIdShape, why: z.enum(['in-sprint', 'gone', 'forbidden', 'theirs', 'waits']) })),
  /** "Blocks" links that the evidence's order would cross, each with what becomes of it. */
  links: z.array(
    z.object({
      ...linkShape,
      itemKey: z.string(),
      blockerKey: z.string(),
      choice: z.enum(linkChoices),
      /** One of the two is not among what may be moved: the other one can only be left where it is, or cross. */
      isOutside: z.boolean(),
      isCrossed: z.boolean(),
    }),
  ),
  /** Moved in Jira since the page read its order: nothing is planned until somebody decides about them. */
  moved: z.array(z.object({ id: issueIdShape, key: z.string() })),
});
export type OrderPreview = z.output<typeof previewShape>;

const access = [
  { on: 'project', input: 'projectId', right: 'browse' },
  { on: 'project', input: 'projectId', right: 'schedule-issues' },
] as const;

/** An item that stands elsewhere than the evidence has it, and why; with a blocker: it crosses that one's "blocks" link. */
const overrideShape = z.object({
  issueId: issueIdShape,
  blocker: z.nullable(issueIdShape),
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)),
});

export const orderOperations = {
  /** What applying an order would move, without moving anything. */
  previewOrder: operation({ input: z.object(orderShape), output: previewShape, access, failures: ['not-found', 'forbidden', 'invalid', 'conflict'] }),
  /** Plans the moves and writes the decision down; driving the work then ranks, in the person's name. */
  startApply: operation({
    input: z.object({
      ...orderShape,
      requestId: requestIdShape,
      level: z.enum(['all', 'top', 'leaf']),
      overrides: z.array(overrideShape).check(z.maxLength(mostChoices)),
    }),
    output: workShape,
    access,
    failures: ['not-found', 'forbidden', 'invalid', 'conflict', 'too-large'],
  }),
} as const;
