import * as z from 'zod/mini';
import { gateModes } from '../domain/gate';
import { faultShape } from './health';
import { operation } from './operation';
import {
  coverShape,
  customerIdShape,
  customerShape,
  evidenceIdShape,
  issueIdShape,
  projectIdShape,
  quoteShape,
  quoteViewShape,
  requestIdShape,
  secondsShape,
  sentenceShape,
  severityShape,
  sourceShape,
  stanceShape,
  statementIdShape,
  statementKindShape,
  statementShape,
  strengthShape,
} from './shapes';

const customerRowShape = z.object({
  customer: z.nullable(customerShape),
  source: sourceShape,
  stance: stanceShape,
  messages: z.int(),
  countsAs: z.number(),
  /** Pain of its strongest word, 0 to 1. */
  strongest: z.number(),
  newest: secondsShape,
});

/** A statement with what backs it, as an engineer reads it at one glance. */
export const backedStatementShape = z.object({
  statement: statementShape,
  strength: strengthShape,
  /** Pieces of evidence, by what they say; one that says both is in both. */
  pieces: z.object({ for: z.int(), against: z.int() }),
  /** Pieces of evidence for, per month, oldest first, the last is the current month. */
  trend: z.array(z.int()),
  quotes: z.array(quoteViewShape),
  measured: z.array(quoteViewShape),
  against: z.array(quoteViewShape),
  /** The customer that speaks for it so often that its messages count as far fewer. */
  loudest: z.nullable(customerRowShape),
});

const solvedStatementShape = z.extend(backedStatementShape, { via: z.enum(['solves', 'realises']), cover: coverShape });

const placeShape = z.object({
  /** 1 = first in the build order of the item's project, over shared numbers. */
  place: z.int(),
  of: z.int(),
  tiedWith: z.array(z.string()),
  /** Share of the draws in which it comes first, on standing scores. */
  first: z.number(),
});

const gateStateShape = z.object({
  mode: z.enum(gateModes),
  exemptUntil: z.nullable(secondsShape),
  exemptReason: z.nullable(z.string()),
  /** The account in whose name it is exempt; Jira decides whose name is shown to whom. */
  exemptOwner: z.nullable(z.string()),
  /** Asked for only where the gate has something against the issue. */
  mayExempt: z.boolean(),
  /** A move that it stopped a short while ago. */
  stopped: z.nullable(z.object({ at: secondsShape, toStatusId: z.nullable(z.string()) })),
});

/** What the tag box starts from. */
const ticketBoxShape = z.object({
  /** Summary and description as plain text: what "use the ticket's text" puts in the box. */
  text: z.string(),
  severity: severityShape,
  customer: z.nullable(z.extend(customerShape, { from: z.enum(['organisation', 'reporter', 'remembered']) })),
  /** What was tagged from this ticket, newest first. */
  tags: z.array(z.extend(quoteViewShape, { statement: statementShape })),
});

const issueShape = z.object({ id: issueIdShape, key: z.string(), projectId: projectIdShape, summary: z.string(), typeName: z.string(), isEpic: z.boolean() });

/** No name: who filed it is a colleague, and whom it is for are customers. */
const askedForShape = z.object({ isReported: z.boolean(), created: secondsShape, requests: z.int(), customers: z.int() });

/** What is known to be wrong with the issue's links and words. */
const faultsShape = z.array(faultShape);

export const panelShape = z.discriminatedUnion('role', [
  z.object({ role: z.literal('not-set-up'), isJiraAdmin: z.boolean() }),
  z.object({
    role: z.literal('item'),
    /** The functions' clock: a browser's may be anywhere. */
    now: secondsShape,
    issue: issueShape,
    solved: z.array(solvedStatementShape),
    /** The epic whose problem this issue inherits, having none of its own. */
    inheritedFrom: z.nullable(z.object({ id: issueIdShape, key: z.string(), summary: z.string() })),
    place: z.nullable(placeShape),
    gate: z.nullable(gateStateShape),
    askedFor: askedForShape,
    ticket: ticketBoxShape,
    canLink: z.boolean(),
    faults: faultsShape,
  }),
  z.object({ role: z.literal('ticket'), issue: issueShape, ticket: ticketBoxShape, canLink: z.boolean(), faults: faultsShape }),
  z.extend(backedStatementShape, {
    role: z.literal('statement'),
    issue: issueShape,
    customers: z.array(customerRowShape),
    solvedBy: z.array(z.object({ id: issueIdShape, key: z.string(), summary: z.string(), cover: coverShape, isDone: z.boolean() })),
    linked: z.array(z.object({ phrase: z.string(), statement: statementShape })),
    now: secondsShape,
    canLink: z.boolean(),
    /** May add feedback that is no ticket. */
    canEdit: z.boolean(),
    faults: faultsShape,
  }),
]);
export type PanelView = z.infer<typeof panelShape>;

/** A statement one could pick, with what a person needs to choose. */
export const choiceShape = z.extend(statementShape, { customers: z.int(), value: z.number(), records: z.int(), solvedBy: z.array(z.string()) });
export type StatementChoice = z.infer<typeof choiceShape>;

export const panelOperations = {
  /** All that the Groundwork panel shows for an issue, for this person. */
  openPanel: operation({
    input: z.object({ issueId: issueIdShape }),
    output: panelShape,
    access: [{ on: 'issue', input: 'issueId', right: 'browse' }],
    failures: ['not-found'],
  }),
  /** Every statement the person may browse, for picking and for suggestions, which the page computes as one types. */
  listStatements: operation({
    input: z.object({ forIssueId: issueIdShape }),
    output: z.object({
      statements: z.array(choiceShape),
      projects: z.array(z.object({ id: projectIdShape, key: z.string(), name: z.string() })),
      /** What the issue's project decided to call those who are hindered, and in what. */
      words: z.object({ stakeholders: z.array(z.string()), jobs: z.array(z.string()) }),
    }),
    access: [{ on: 'issue', input: 'forIssueId', right: 'browse' }],
    failures: ['not-found'],
  }),
  /** Customers whose name starts like this, at most 8: those that speak on statements the person may browse, and the ticket's own. */
  findCustomers: operation({
    input: z.object({ forIssueId: issueIdShape, text: z.string().check(z.maxLength(100)) }),
    output: z.object({ customers: z.array(customerShape) }),
    access: [{ on: 'issue', input: 'forIssueId', right: 'link' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Tags a ticket with evidence: the record and the ticket's own link to the statement. Twice is once, and the last word counts. */
  tagEvidence: operation({
    input: z.object({
      issueId: issueIdShape,
      statementId: statementIdShape,
      stance: stanceShape,
      /** What was pasted, or the ticket's own text; null: the ticket speaks without words. */
      quote: z.nullable(quoteShape),
      severity: severityShape,
      /** By id where it stands as it was proposed, by name where a person chose it, or nobody. A chosen one is remembered for the ticket's reporter. */
      customer: z.nullable(z.union([z.object({ id: customerIdShape }), z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)) })])),
    }),
    output: z.object({
      evidenceId: evidenceIdShape,
      isNew: z.boolean(),
      /** The same words were tagged before, with another severity or customer: these are now the ones just given. */
      isChanged: z.boolean(),
      customer: z.nullable(customerShape),
      isLinked: z.boolean(),
    }),
    access: [
      { on: 'issue', input: 'issueId', right: 'link' },
      { on: 'issue', input: 'statementId', right: 'browse' },
    ],
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** Adds evidence that is no ticket (an interview, a score, a measurement) to a statement, with the source's own value. */
  addEvidence: operation({
    input: z.object({
      statementId: statementIdShape,
      stance: stanceShape,
      source: sourceShape,
      raw: z.nullable(z.union([z.number(), z.string().check(z.maxLength(60))])),
      count: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
      at: secondsShape,
      quote: z.nullable(quoteShape),
      customer: z.nullable(z.union([z.object({ id: customerIdShape }), z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)) })])),
    }),
    output: z.object({ evidenceId: evidenceIdShape, isNew: z.boolean() }),
    access: [{ on: 'issue', input: 'statementId', right: 'edit' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Undo of a tag, and removal of evidence: the record, and the ticket's link when no other record needs it. */
  removeEvidence: operation({
    input: z.object({ evidenceId: evidenceIdShape, statementId: statementIdShape }),
    output: z.object({ wasThere: z.boolean() }),
    access: [{ on: 'issue', input: 'statementId', right: 'browse' }],
    failures: ['not-found', 'forbidden'],
  }),
  /** Writes a statement as a Jira issue in the person's name; the same request answers the same issue, another one under its id conflicts. */
  createStatement: operation({
    input: z.object({
      requestId: requestIdShape,
      projectId: projectIdShape,
      kind: statementKindShape,
      sentence: sentenceShape,
      stakeholder: z.string().check(z.trim(), z.maxLength(120)),
      job: z.string().check(z.trim(), z.maxLength(255)),
    }),
    output: statementShape,
    access: [{ on: 'project', input: 'projectId', right: 'create-issues' }],
    failures: ['not-found', 'forbidden', 'conflict'],
  }),
  /** States the problem an item solves (or the opportunity it realises). */
  linkProblem: operation({
    input: z.object({ issueId: issueIdShape, statementId: statementIdShape, cover: z.optional(coverShape) }),
    output: z.object({ isNew: z.boolean() }),
    access: [
      { on: 'issue', input: 'issueId', right: 'link' },
      { on: 'issue', input: 'statementId', right: 'browse' },
    ],
    failures: ['not-found', 'forbidden', 'conflict', 'too-large'],
  }),
  unlinkProblem: operation({
    input: z.object({ issueId: issueIdShape, statementId: statementIdShape }),
    output: z.object({ wasThere: z.boolean() }),
    access: [
      { on: 'issue', input: 'issueId', right: 'link' },
      { on: 'unlooked-at', input: 'statementId' },
    ],
    failures: ['not-found', 'forbidden'],
  }),
  /** "Not convinced", with a reason: evidence against, of source opinion. */
  notConvinced: operation({
    input: z.object({ issueId: issueIdShape, statementId: statementIdShape, reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(1000)) }),
    output: z.object({ evidenceId: evidenceIdShape }),
    access: [
      { on: 'issue', input: 'issueId', right: 'link' },
      { on: 'issue', input: 'statementId', right: 'browse' },
    ],
    failures: ['not-found', 'forbidden'],
  }),
} as const;
