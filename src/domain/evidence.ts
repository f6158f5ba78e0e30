import type { AccountId, CustomerId, EvidenceId, IssueId, ProjectId, StatementId } from './ids';
import type { Stance } from './link-kinds';
import type { Receipt } from './receipts';

/** Where feedback came from: the keys of the score's source table. */
export const sources = [
  'interview',
  'nps',
  'csat',
  'ces',
  'stars',
  'verdict',
  'importance',
  'ticket',
  'sales',
  'winloss',
  'usage',
  'research',
  'techdebt',
  'experiment',
  'opinion',
] as const;
export type Source = (typeof sources)[number];

/** Characters of a quote that are kept; whoever gives more is told. */
export const longestQuote = 4000;

/** Where an evidence record came from: the ticket itself, or a quote or measurement that someone typed or imported. */
type Origin =
  { readonly kind: 'ticket'; readonly ticketId: IssueId } | { readonly kind: 'feedback'; readonly feedbackId: string; readonly ticketId: IssueId | null };

/** Feedback in its role of speaking for or against a statement: one record per (origin, statement, stance). */
export interface Evidence {
  readonly id: EvidenceId;
  readonly statementId: StatementId;
  /** The statement's project: evidence is as visible as its statement. */
  readonly projectId: ProjectId;
  readonly stance: Stance;
  readonly origin: Origin;
  readonly source: Source;
  readonly raw: number | string | null;
  /** How `raw` was read as pain. */
  readonly receipt: Receipt;
  /** People or accounts behind a measurement; 1 elsewhere. */
  readonly count: number;
  readonly customerId: CustomerId | null;
  /** Verbatim; null where the ticket's own text is the quote. */
  readonly quote: string | null;
  /** When it was said or measured, in epoch seconds. */
  readonly at: number;
  readonly taggedBy: AccountId;
  /** When it was tagged, in epoch seconds. */
  readonly taggedAt: number;
}

/** Severity as a person types it, with the ticket label the score reads. */
export const severities = [
  { digit: 1, label: 'trivial' },
  { digit: 2, label: 'minor' },
  { digit: 3, label: 'major' },
  { digit: 4, label: 'critical' },
  { digit: 5, label: 'blocker' },
] as const;
export type Severity = (typeof severities)[number]['label'];

/** Pain as the nearest severity, for sources whose scale is another one. */
export function severityOfPain(pain: number): Severity {
  if (pain >= 0.925) return 'blocker';
  if (pain >= 0.725) return 'critical';
  if (pain >= 0.45) return 'major';
  return pain >= 0.2 ? 'minor' : 'trivial';
}

const byPriority: Readonly<Record<string, Severity>> = { highest: 'blocker', high: 'critical', medium: 'major', low: 'minor', lowest: 'trivial' };

/** Jira's priority read as a severity; a priority of another name says nothing, so the box starts at "major". */
export const severityOfPriority = (priority: string | undefined): Severity => byPriority[(priority ?? '').toLowerCase()] ?? 'major';

/** Words are read record by record, and a ticket's key costs a point: so many an answer. */
export const mostWords = 30;
