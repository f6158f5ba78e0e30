import * as z from 'zod/mini';
import { operation } from './operation';
import { pinShape } from './pins';
import { issueIdShape, projectIdShape, requestIdShape, secondsShape, statementIdShape } from './shapes';

const headShape = z.object({
  id: requestIdShape,
  at: secondsShape,
  /** Account id: the page asks Jira for the name, as the person. */
  by: z.string(),
  places: z.int(),
  overrides: z.int(),
  /** Since when it is undone in Jira; null: it stands. */
  takenBackAt: z.nullable(secondsShape),
});
export type DecisionHeadView = z.output<typeof headShape>;

const placeShape = z.object({
  id: issueIdShape,
  key: z.string(),
  summary: z.string(),
  /** 1 is first; null: not in the order that was applied. */
  place: z.int(),
  score: z.nullable(z.number()),
  band: z.nullable(z.int()),
  /** By the evidence of then, and of today; null: it is finished, gone or states no problem any more. */
  evidencePlace: z.nullable(z.int()),
  placeNow: z.nullable(z.int()),
  /** Why it was put elsewhere than the evidence has it. */
  reason: z.nullable(z.string()),
  /** Why it stood above the order. */
  pin: z.nullable(pinShape),
  /** What blocks it and was left below it, and why; null: not for this person to see. */
  crossed: z.array(z.object({ blocker: z.nullable(z.string()), reason: z.string() })),
});
export type DecidedPlaceView = z.output<typeof placeShape>;

const problemShape = z.object({
  id: statementIdShape,
  key: z.string(),
  sentence: z.string(),
  value: z.number(),
  valueNow: z.nullable(z.number()),
  recorded: z.int(),
  changed: z.int(),
  gone: z.int(),
  added: z.int(),
});

/** Of an item that is finished since: whether the customers of a problem it solves stopped reporting it. */
const checkShape = z.object({
  key: z.string(),
  problemKey: z.string(),
  sentence: z.string(),
  finishedAt: secondsShape,
  before: z.int(),
  again: z.int(),
  others: z.int(),
  days: z.int(),
});

const decisionShape = z.extend(headShape, {
  order: z.array(placeShape),
  /** Something of it is gone, or counts what this person may not browse: its numbers are left out. How much that is, is not told. */
  isPartial: z.boolean(),
  /** The record alone gives the very order that was shown. */
  isReplayed: z.boolean(),
  problems: z.array(problemShape),
  checks: z.array(checkShape),
  dissent: z.array(z.object({ by: z.string(), at: secondsShape, words: z.string() })),
});
export type DecisionView = z.output<typeof decisionShape>;

const differing = <Value extends z.ZodMiniType>(value: Value) => ({ then: z.nullable(value), now: z.nullable(value) });
/** From the earlier to the later decision, only what is not the same; null: not in that one. */
const differenceShape = z.object({
  earlierAt: secondsShape,
  laterAt: secondsShape,
  items: z.array(z.object({ key: z.string(), summary: z.string(), ...differing(z.int()) })),
  problems: z.array(z.object({ key: z.string(), sentence: z.string(), ...differing(z.number()) })),
  /** The domain's own names. */
  params: z.array(z.object({ name: z.string(), ...differing(z.string()) })),
  isPartial: z.boolean(),
});
export type DifferenceView = z.output<typeof differenceShape>;

const inProject = [{ on: 'project', input: 'projectId', right: 'browse' }] as const;
const named = { projectId: projectIdShape, decisionId: requestIdShape };

/** Decisions are written by applying an order; these read them, and let people say that they disagree. */
export const decisionOperations = {
  /** Newest first. */
  listDecisions: operation({
    input: z.object({ projectId: projectIdShape }),
    output: z.object({ decisions: z.array(headShape) }),
    access: inProject,
    failures: ['not-found'],
  }),
  /** A decision replayed from its record, against what is known today; numbers that count what this person may not see are left out. */
  compareDecisions: operation({
    input: z.object({ ...named, otherId: requestIdShape }),
    output: differenceShape,
    access: inProject,
    failures: ['not-found', 'conflict'],
  }),
  openDecision: operation({ input: z.object(named), output: decisionShape, access: inProject, failures: ['not-found', 'conflict'] }),
  /** Keeps that this person would have decided otherwise, and why; again: the new words stand. */
  disagree: operation({
    input: z.object({ ...named, words: z.string().check(z.trim(), z.minLength(3), z.maxLength(1_000)) }),
    output: z.object({}),
    access: inProject,
    failures: ['not-found'],
  }),
} as const;
