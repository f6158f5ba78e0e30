import * as z from 'zod/mini';
import { customerId, evidenceId, issueId, projectId, statementId } from '../domain/ids';
import { longestQuote, sources } from '../domain/evidence';
import { linkKindNames } from '../domain/link-kinds';
import { statementKinds } from '../domain/statements';

// Forge's frames forbid eval; without this zod probes for it and the browser reports a violation.
z.config({ jitless: true });

const id = <Out extends string>(parse: (text: string) => Out | undefined, what: string) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context): Out => {
      const parsed = parse(text);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: 'custom', message: `not ${what}`, input: text });
      return z.NEVER;
    }),
  );

export const issueIdShape = id(issueId, 'an issue id');
export const statementIdShape = id((text) => {
  const parsed = issueId(text);
  return parsed && statementId(parsed);
}, 'an issue id');
export const projectIdShape = id(projectId, 'a project id');
export const customerIdShape = id(customerId, 'a customer id');
export const evidenceIdShape = id(evidenceId, 'an evidence id');

/** Made by the page once per act, so that a double click or a repeated call is the same act. */
export const requestIdShape = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));

export const stanceShape = z.enum(['for', 'against']);
export const sourceShape = z.enum(sources);
export const statementKindShape = z.enum(statementKinds);
export const linkKindShape = z.enum(linkKindNames());
export const severityShape = z.enum(['trivial', 'minor', 'major', 'critical', 'blocker']);
/** A sentence that becomes a Jira summary. */
export const sentenceShape = z.string().check(z.trim(), z.minLength(3), z.maxLength(255), z.regex(/^[^\r\n]*$/));
/** Verbatim words of a customer. */
export const quoteShape = z.string().check(z.minLength(1), z.maxLength(longestQuote));
/** Epoch seconds. */
export const secondsShape = z.int().check(z.minimum(0));
/** Share of a problem that an item covers: fully .9, largely .6, partly .3, or typed. */
export const coverShape = z.number().check(z.gt(0), z.maximum(1));

export const customerShape = z.object({ id: customerIdShape, name: z.string() });

/** A statement as lists and headings show it. */
export const statementShape = z.object({
  id: statementIdShape,
  key: z.string(),
  kind: statementKindShape,
  projectId: projectIdShape,
  sentence: z.string(),
  isClosed: z.boolean(),
  isRestricted: z.boolean(),
  stakeholder: z.optional(z.string()),
  job: z.optional(z.string()),
});

/** How strongly a statement is backed, for the viewer: V in customers' worth, customers = distinct accounts. */
export const strengthShape = z.object({
  value: z.number(),
  customersFor: z.int(),
  customersAgainst: z.int(),
  records: z.int(),
});

/** How a source's value was read as pain. */
const receiptShape = z.object({
  raw: z.nullable(z.union([z.number(), z.string()])),
  scale: z.string(),
  mapping: z.enum(['anchors', 'labels', 'typical']),
  version: z.int(),
  pain: z.number(),
});

/** One piece of evidence with its words. */
export const quoteViewShape = z.object({
  id: evidenceIdShape,
  stance: stanceShape,
  source: sourceShape,
  raw: z.nullable(z.union([z.number(), z.string()])),
  count: z.number(),
  /** Absent where only the value is known, not the record. */
  receipt: z.optional(receiptShape),
  text: z.nullable(z.string()),
  customer: z.nullable(customerShape),
  at: secondsShape,
  /** The ticket it was tagged on, for those who can browse it. */
  ticketKey: z.nullable(z.string()),
});
export type QuoteView = z.infer<typeof quoteViewShape>;
export type StatementView = z.infer<typeof statementShape>;
export type StrengthView = z.infer<typeof strengthShape>;
