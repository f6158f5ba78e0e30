import * as z from 'zod/mini';
import { operation } from './operation';
import { issueIdShape, projectIdShape, requestIdShape, secondsShape } from './shapes';

const mostRoundItems = 30;
const most = 1_000_000;

const estimateShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('parts'),
    /** Customers who would notice. */
    reach: z.number().check(z.minimum(0), z.maximum(most)),
    impact: z.number().check(z.minimum(1), z.maximum(5)),
    /** In the team's own unit. */
    effort: z.number().check(z.gt(0), z.maximum(most)),
  }),
  z.object({ kind: z.literal('value'), value: z.number().check(z.minimum(0), z.maximum(most)) }),
  z.object({ kind: z.literal('passed') }),
]);

const itemShape = z.object({
  id: issueIdShape,
  key: z.string(),
  summary: z.string(),
  type: z.object({ name: z.string(), level: z.int() }),
});

const ownItemShape = z.extend(itemShape, {
  estimate: z.nullable(estimateShape),
  /** From the evidence, of the item alone; null: not shown yet, or no problem stated. */
  score: z.nullable(z.number()),
});
export type OwnItem = z.infer<typeof ownItemShape>;

const teamItemShape = z.extend(itemShape, {
  /** null: no problem stated. */
  score: z.nullable(z.number()),
  /** On the scale of the scores; null: nobody estimated it. */
  team: z.nullable(z.object({ middle: z.number(), low: z.number(), high: z.number(), people: z.int() })),
});
export type TeamItem = z.infer<typeof teamItemShape>;

const opinionShape = z.object({
  effortUnit: z.string(),
  /** May ask for a second opinion, and close it. */
  mayLead: z.boolean(),
  /** The project's newest; its items in figures, as far as this person may see them. */
  round: z.nullable(
    z.object({
      id: requestIdShape,
      openedAt: secondsShape,
      closedAt: z.nullable(secondsShape),
      /** Closed at least once: who has not joined can't any more. */
      wasRevealed: z.boolean(),
      items: z.int(),
      joined: z.int(),
      done: z.int(),
    }),
  ),
  standing: z.enum(['out', 'estimating', 'done']),
  /** While estimating: the items in this person's own order, which says nothing of the evidence. */
  own: z.array(ownItemShape),
  /** What a team said, with nobody's name; null: there is none, or this person is still to estimate. */
  revealed: z.nullable(z.object({ openedAt: secondsShape, closedAt: z.nullable(secondsShape), people: z.int(), items: z.array(teamItemShape) })),
});
export type SecondOpinionView = z.infer<typeof opinionShape>;
export type RevealedOpinion = NonNullable<SecondOpinionView['revealed']>;

const inProject = [{ on: 'project', input: 'projectId', right: 'browse' }] as const;
const asLead = [{ on: 'project', input: 'projectId', right: 'schedule-issues' }] as const;
const named = { projectId: projectIdShape, roundId: requestIdShape };

/** A team estimates before it looks; what it says stands beside the score and never enters it. */
export const secondOpinionOperations = {
  /** Holds no number that depends on the evidence of an item that this person has joined for and not put in. */
  openSecondOpinion: operation({
    input: z.object({ projectId: projectIdShape }),
    output: opinionShape,
    access: inProject,
    isReading: true,
    failures: ['not-found'],
  }),
  /** Opens a round over some items; one at a time. */
  askSecondOpinion: operation({
    input: z.object({
      projectId: projectIdShape,
      requestId: requestIdShape,
      items: z.array(issueIdShape).check(z.minLength(1), z.maxLength(mostRoundItems)),
    }),
    output: z.object({}),
    access: asLead,
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** Closes the newest round, or opens it again. */
  closeSecondOpinion: operation({
    input: z.object({ ...named, isOpen: z.boolean() }),
    output: z.object({}),
    access: asLead,
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** From now on this person sees neither scores nor the order, until all estimates are in or the person stops. */
  joinSecondOpinion: operation({ input: z.object(named), output: z.object({}), access: inProject, failures: ['not-found', 'conflict'] }),
  /** In the person's own name. What is in can be taken back to "passed", and not changed: its score has been seen. */
  putEstimate: operation({
    input: z.object({ ...named, issueId: issueIdShape, estimate: estimateShape }),
    output: z.object({}),
    access: [
      { on: 'project', input: 'projectId', right: 'browse' },
      { on: 'issue', input: 'issueId', right: 'browse' },
    ],
    failures: ['not-found', 'conflict'],
  }),
  /** What is not in counts as not estimated, for good in this round. */
  finishEstimating: operation({ input: z.object(named), output: z.object({}), access: inProject, failures: ['not-found', 'conflict'] }),
} as const;
