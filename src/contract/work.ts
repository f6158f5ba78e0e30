import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape, secondsShape, severityShape, stanceShape, statementIdShape } from './shapes';

/** A plan holds at most so many steps: what one transaction can put down, and what Jira's own bulk acts take. */
export const mostSteps = 1_000;

/** What a piece of work is about, by kind; nobody's words, for a page asks Jira for those as the person. */
const workAboutShape = z.discriminatedUnion('kind', [
  /** `severity` null: each ticket's own priority says it. */
  z.object({ kind: z.literal('tag'), statementId: statementIdShape, stance: stanceShape, severity: z.nullable(severityShape) }),
  z.object({ kind: z.literal('repair'), projectId: projectIdShape }),
  z.object({ kind: z.literal('apply'), projectId: projectIdShape }),
]);
export type WorkAbout = z.output<typeof workAboutShape>;
export type WorkKindName = WorkAbout['kind'];

/**
 * What came of a step. `partly`: less than all of it could be done. `was-done`: it was so already. `refused`: it does not fit (any
 * more). `gone`: not there, or not for this person. `failed`: it broke. `kept`: an undo found nothing of the step's own to take back.
 */
const outcomes = ['done', 'partly', 'was-done', 'forbidden', 'refused', 'gone', 'failed', 'undone', 'kept'] as const;
/** `theirs`: somebody else moved it. `lost`: what it should stand beside is not where it was. `busy`: Jira could not, just then. */
const leftShape = z.object({ id: issueIdShape, why: z.enum(['forbidden', 'busy', 'theirs', 'lost', 'gone']) });
/** An issue of a move that is not where it should be. */
export type LeftIssue = z.output<typeof leftShape>;
const outcomeShape = z.object({ outcome: z.enum(outcomes), why: z.nullable(z.string()), left: z.optional(z.array(leftShape)) });
/** `why` is for the person, and never personal data. */
export type StepOutcome = z.output<typeof outcomeShape>;

export const workShape = z.object({
  id: requestIdShape,
  about: workAboutShape,
  /** `stopped`: the person said enough; what was done stays and can be undone. */
  phase: z.enum(['doing', 'done', 'stopped', 'undoing', 'undone']),
  of: z.int(),
  /** Steps that came to an outcome, whatever it was. */
  done: z.int(),
  /** Of these, those that an undo has looked at. */
  undone: z.int(),
  startedAt: secondsShape,
});
export type WorkView = z.output<typeof workShape>;

const stepShape = z.object({
  /** What the step acts on: an issue's id, or a fault's. */
  subject: z.string(),
  /** How many issues it moves; absent: it is about its subject only. */
  size: z.optional(z.int()),
  outcome: z.nullable(outcomeShape),
  undo: z.nullable(outcomeShape),
});
export type WorkStepView = z.output<typeof stepShape>;

const sliceShape = z.object({
  work: workShape,
  /** The steps that this slice looked at, as they are now. */
  steps: z.array(stepShape),
  /** When to ask for the next slice: 0 is at once. */
  waitSeconds: z.int(),
});
export type WorkSlice = z.output<typeof sliceShape>;

const named = z.object({ workId: requestIdShape });
const ownWork = [{ on: 'own-work', input: 'workId' }] as const;

/** Work in a person's name that takes longer than one call: a stored plan that the open page drives slice by slice. */
export const workOperations = {
  /** The person's own work of a kind, newest first: unfinished work to resume, and the last that was finished. */
  openWork: operation({
    input: z.object({ kind: z.enum(['tag', 'repair', 'apply']) }),
    output: z.object({ works: z.array(workShape) }),
    access: [{ on: 'own-work' }],
    failures: ['forbidden'],
  }),
  /** All steps of one's own work with what came of them. */
  readWork: operation({
    input: named,
    output: z.object({ work: workShape, steps: z.array(stepShape) }),
    access: ownWork,
    failures: ['forbidden', 'not-found'],
  }),
  /** Does the next few steps. Twice is once, and a slice that died is taken up where it was. */
  driveWork: operation({ input: named, output: sliceShape, access: ownWork, failures: ['forbidden', 'not-found'] }),
  /** Ends the doing, and takes back the next few steps, last first. */
  undoWork: operation({ input: named, output: sliceShape, access: ownWork, failures: ['forbidden', 'not-found'] }),
  /** Does again what Jira refused or was too busy for; what was done stays done, and one undo takes back all of it. */
  retryWork: operation({
    input: named,
    output: z.object({ work: workShape, steps: z.array(stepShape) }),
    access: ownWork,
    failures: ['forbidden', 'not-found'],
  }),
  /** Ends the doing for good; what was done stays. */
  stopWork: operation({ input: named, output: z.object({ work: workShape }), access: ownWork, failures: ['forbidden', 'not-found'] }),
} as const;
