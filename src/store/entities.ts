type AttributeType = 'string' | 'integer' | 'any';

interface IndexRule {
  readonly name: string;
  readonly partition: readonly string[];
  /** Exactly one: Forge refuses two, and its validator does not say so. */
  readonly range: string;
  /** The question that the index answers; an index without one is not made. */
  readonly answers: string;
}

interface EntityRule {
  readonly holds: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, AttributeType>>;
  readonly indexes: readonly IndexRule[];
}

/**
 * Every entity the app stores. Attribute types and indexes are hard to change after a deploy; what may change lives in `record`,
 * which carries its own version. Times are epoch seconds, because integers are of 32 bits. The manifest repeats this table.
 */
export const entities = {
  evidence: {
    holds: 'one record per (ticket or feedback, statement, stance)',
    key: 'hash of those three',
    attributes: { statementId: 'string', ticketId: 'string', customerId: 'string', at: 'integer', record: 'any' },
    indexes: [
      { name: 'by-statement', partition: ['statementId'], range: 'at', answers: 'what speaks for and against a statement, newest first' },
      { name: 'by-customer', partition: ['customerId'], range: 'at', answers: 'what a customer said, for merging and forgetting customers' },
    ],
  },
  feedback: {
    holds: 'verbatim words, never edited',
    key: 'hash of its content',
    attributes: { source: 'string', customerId: 'string', at: 'integer', record: 'any' },
    indexes: [
      { name: 'by-source', partition: ['source'], range: 'at', answers: 'what came from a source, newest first' },
      { name: 'by-customer', partition: ['customerId'], range: 'at', answers: 'what a customer said, for merging and forgetting customers' },
    ],
  },
  customer: {
    holds: 'a customer: name, yearly value, segment',
    key: 'hash of the first name it was known by',
    attributes: { folded: 'string', shelf: 'string', record: 'any' },
    indexes: [{ name: 'by-name', partition: ['shelf'], range: 'folded', answers: 'customers whose name starts like this' }],
  },
  'link-note': {
    holds: "weight, note and author of a link, which Jira's links cannot carry",
    key: 'from, kind and to',
    attributes: { fromId: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-from', partition: ['fromId'], range: 'at', answers: 'which notes to drop with an issue' }],
  },
  exemption: {
    holds: 'a reason why an epic may pass the gate without a problem, and until when',
    key: 'issue id',
    attributes: { projectId: 'string', until: 'integer', record: 'any' },
    indexes: [{ name: 'by-project', partition: ['projectId'], range: 'until', answers: 'which exemptions of a project are in force' }],
  },
  'audit-line': {
    holds: 'how an epic passed the gate without a problem, who exempted it and who ended that; kept for good',
    key: 'what happened, to which issue, on which day or from which moment',
    attributes: { shelf: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-shelf', partition: ['shelf'], range: 'at', answers: 'what got past the gate in a project, newest first' }],
  },
  decision: {
    holds: 'an order that was applied to Jira: who, when and why, and in pieces beside it all that the order follows from',
    key: 'the work that applied it; pieces: that and a number',
    attributes: { projectId: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-project', partition: ['projectId'], range: 'at', answers: 'what was decided in a project, newest first' }],
  },
  'saved-view': {
    holds: 'a way to look at the list under a name: what is filtered, which level, columns and order',
    key: "project id and the id that its maker's page gave it",
    attributes: { shelf: 'string', at: 'integer', version: 'integer', record: 'any' },
    indexes: [{ name: 'by-shelf', partition: ['shelf'], range: 'at', answers: 'which views of a project are shared, and which are a person’s own' }],
  },
  pin: {
    holds: 'why an item stands above the order: a deadline, a law, or security',
    key: 'issue id',
    attributes: { projectId: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-project', partition: ['projectId'], range: 'at', answers: 'what is pinned in a project' }],
  },
  round: {
    holds: 'a second opinion that a lead asked for: over which items, and whether it still takes estimates',
    key: "the request that asked for it; a project's newest is named by a head",
    attributes: { projectId: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-project', partition: ['projectId'], range: 'at', answers: 'which second opinion of a project was closed last' }],
  },
  estimate: {
    holds: 'what one person thinks that an item is worth, put in before seeing its score',
    key: 'hash of round, person and item',
    attributes: { roundId: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-round', partition: ['roundId'], range: 'at', answers: 'what a team said in a round' }],
  },
  change: {
    holds: 'something that happened and that the index does not know yet',
    key: 'what happened to what: the same thing twice is one note',
    attributes: { lane: 'string', at: 'integer', stamp: 'string', record: 'any' },
    indexes: [{ name: 'by-lane', partition: ['lane'], range: 'at', answers: 'what the index does not know yet, oldest first' }],
  },
  claim: {
    holds: 'small facts with one writer each: a run on its way, a gate count, the customer a reporter writes for, a seat in a round',
    key: 'kind and subject',
    attributes: { kind: 'string', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-kind', partition: ['kind'], range: 'at', answers: "what the gate stopped since a day, for the gate's audit" }],
  },
  head: {
    holds: "what moves on condition of its version: a document's parts, the settings, a ticket's evidence and what of it was taken back",
    key: 'kind and subject',
    attributes: { kind: 'string', version: 'integer', at: 'integer', record: 'any' },
    indexes: [{ name: 'by-kind', partition: ['kind'], range: 'at', answers: 'which documents exist, for export and repair' }],
  },
} as const satisfies Readonly<Record<string, EntityRule>>;

export type EntityName = keyof typeof entities;
