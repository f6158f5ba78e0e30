import * as z from 'zod/mini';
import { mostWords } from '../domain/evidence';
import { operation } from './operation';
import { sourcesShape } from './project-settings';
import { pinShape } from './pins';
import {
  coverShape,
  customerIdShape,
  customerShape,
  evidenceIdShape,
  issueIdShape,
  projectIdShape,
  quoteViewShape,
  secondsShape,
  sourceShape,
  statementIdShape,
  statementKindShape,
  statementShape,
} from './shapes';

/** A problem as the ranking needs it: sums in customers' worth, for the statements this viewer may browse. */
const problemShape = z.extend(statementShape, {
  support: z.number(),
  contradiction: z.number(),
  value: z.number(),
  deviation: z.number(),
  /** Distinct accounts that speak for it. */
  customers: z.int(),
  /** The account (or measurement) with the largest share of the support, 0..1. */
  largest: z.nullable(z.object({ name: z.string(), share: z.number(), messages: z.int(), countsAs: z.number(), isMeasured: z.boolean() })),
  /** People or accounts behind measurements, 0: none. */
  measured: z.int(),
  newest: z.nullable(secondsShape),
  /** Where what speaks on it came from. */
  sources: z.array(sourceShape),
  /** Segments of the customers that speak for it, behind statements this viewer may browse. */
  segments: z.array(z.string()),
});
export type ProblemView = z.infer<typeof problemShape>;

/** An item; what Jira knows of it as of `updatedAt`. Covers are its own links, by position in `problems`. */
const itemShape = z.object({
  id: issueIdShape,
  key: z.string(),
  summary: z.string(),
  type: z.int(),
  status: z.int(),
  parent: z.nullable(issueIdShape),
  effort: z.nullable(z.number()),
  /** Epoch seconds at which it was finished; null while open. */
  done: z.nullable(secondsShape),
  labels: z.array(z.string()),
  components: z.array(z.string()),
  covers: z.array(z.tuple([z.int(), coverShape])),
});
export type ItemView = z.infer<typeof itemShape>;

const rankingShape = z.object({
  /** `estimating`: this person gives a second opinion first, so that nothing else is in the answer. */
  state: z.enum(['ready', 'building', 'not-set-up', 'not-enabled', 'estimating']),
  /** While building: issues read so far and expected. */
  progress: z.nullable(z.object({ done: z.int(), of: z.int() })),
  project: z.object({ id: projectIdShape, key: z.string(), name: z.string() }),
  now: secondsShape,
  updatedAt: secondsShape,
  asOfDay: z.number(),
  effortUnit: z.string(),
  /** Numbers of the score that the page needs; the domain's own names. */
  params: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  types: z.array(z.object({ id: z.string(), name: z.string(), level: z.int() })),
  statuses: z.array(z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) })),
  problems: z.array(problemShape),
  items: z.array(itemShape),
  /** The lane above the order, first first. */
  pins: z.array(pinShape),
  /** When the order that stands in Jira was applied; null: none was. */
  appliedAt: z.nullable(secondsShape),
  /** True where the numbers Jira shows to everyone (property, panel place) count other statements than this page. */
  differsFromShared: z.boolean(),
  isJiraAdmin: z.boolean(),
  /** Columns that this person chose to see beside those of the evidence; null: never chose. */
  columns: z.nullable(z.array(z.string())),
});
export type RankingView = z.infer<typeof rankingShape>;

/** One record's part in a problem's value; `counts` adds up, with the starting value, to the problem's value. */
const contributionShape = z.extend(quoteViewShape, {
  key: z.string(),
  counts: z.number(),
  pain: z.number(),
  /** The ticket or feedback it came from, good for telling apart only: tagged to two problems it is one. */
  origin: z.string(),
  /** Its words were looked up; false: what it says isn't known, which is not the same as nothing. */
  isRead: z.boolean(),
});
const explanationShape = z.object({
  problems: z.array(z.object({ statement: statementShape, startingValue: z.number(), value: z.number(), contributions: z.array(contributionShape) })),
  customers: z.array(
    z.extend(customerShape, {
      segment: z.nullable(z.string()),
      /** In customers of typical value; null: unknown. */
      worth: z.nullable(z.number()),
    }),
  ),
});
export type Explanation = z.infer<typeof explanationShape>;
export type Contribution = z.infer<typeof contributionShape>;

/** What the page weighs evidence with when somebody asks "what if": no words, and ids that are good for telling apart only. */
const evidenceShape = z.object({
  asOfDay: z.number(),
  /** Statements that speak on the listed problems, with their links to each other. */
  statements: z.array(
    z.object({
      id: statementIdShape,
      kind: statementKindShape,
      links: z.array(z.object({ kind: z.enum(['evidences', 'refutes', 'opens', 'partOf']), to: statementIdShape, weight: z.number() })),
    }),
  ),
  digests: z.array(
    z.object({
      statement: statementIdShape,
      /** Id, source, customer by its place in `customers`, raw value, count, day, stance, origin. */
      rows: z.array(
        z.tuple([
          z.string(),
          z.string(),
          z.nullable(z.int()),
          z.nullable(z.union([z.number(), z.string()])),
          z.number(),
          z.number(),
          z.literal([1, -1]),
          z.string(),
        ]),
      ),
    }),
  ),
  /** Worth of each customer that speaks here, in customers of typical value; null: unknown. */
  customers: z.array(z.tuple([customerIdShape, z.nullable(z.number())])),
  /** What finished items did to a problem: the day, and the share they covered. */
  fixes: z.array(z.object({ problem: statementIdShape, fixes: z.array(z.tuple([z.number(), z.number()])) })),
  /** The weights that the order has now. */
  sources: sourcesShape,
  /** How many of the statements were looked at, with this page. */
  progress: z.object({ done: z.int(), of: z.int() }),
  /** Where the next page starts; null: this was the last. */
  next: z.nullable(statementIdShape),
});
export type EvidencePage = z.infer<typeof evidenceShape>;

export const rankingOperations = {
  /** The backlog of a project and the evidence behind it, for this person: no issue is read from Jira. */
  openRanking: operation({
    input: z.object({ projectId: projectIdShape }),
    output: rankingShape,
    access: [{ on: 'project', input: 'projectId', right: 'browse' }],
    isReading: true,
    failures: ['not-found'],
  }),
  /** The evidence behind the order, for weighing it in another way; page by page, over what this person may browse. */
  openEvidence: operation({
    input: z.object({ projectId: projectIdShape, after: z.nullable(statementIdShape) }),
    output: evidenceShape,
    access: [{ on: 'project', input: 'projectId', right: 'browse' }],
    failures: ['not-found', 'conflict'],
  }),
  /** Why an item has its place: every record behind the problems it covers; with words those asked for, else the strongest. */
  explainItem: operation({
    input: z.object({
      projectId: projectIdShape,
      issueId: issueIdShape,
      wordsOf: z.optional(z.array(evidenceIdShape).check(z.minLength(1), z.maxLength(mostWords))),
    }),
    output: explanationShape,
    access: [
      { on: 'project', input: 'projectId', right: 'browse' },
      { on: 'issue', input: 'issueId', right: 'browse' },
    ],
    failures: ['not-found', 'conflict'],
  }),
} as const;
