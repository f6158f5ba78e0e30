import type { Evidence, Source } from '../domain/evidence';
import type { AccountId, CustomerId, EvidenceId, IssueId, StatementId } from '../domain/ids';
import type { Stance } from '../domain/link-kinds';
import type { TypedLink } from '../domain/links';

export interface CustomerRecord {
  readonly id: CustomerId;
  readonly name: string;
  /** Yearly value in the site's currency; null: unknown. */
  readonly value: number | null;
  readonly segment: string | undefined;
}

export interface CustomersPort {
  read(ids: readonly CustomerId[]): Promise<readonly CustomerRecord[]>;
  /** By name, ignoring case and outer spaces; makes it when it is not there. Twice is once. */
  ensure(name: string): Promise<CustomerRecord>;
  /** What `ensure` would answer, without making it. */
  named(name: string): Promise<CustomerRecord>;
  startingWith(text: string, limit: number): Promise<readonly CustomerRecord[]>;
  save(customer: CustomerRecord): Promise<void>;
  /** Which customer a reporter writes for, once somebody said so. */
  ofReporter(accountId: AccountId): Promise<CustomerRecord | undefined>;
  /** `first` leaves a reporter alone who writes for somebody already; only what a person `chose` moves one. */
  rememberReporter(accountId: AccountId, customerId: CustomerId, how: 'first' | 'chosen'): Promise<void>;
}

export interface FeedbackRecord {
  readonly id: string;
  readonly text: string;
  readonly source: Source;
  readonly raw: number | string | null;
  readonly customerId: CustomerId | null;
  readonly ticketId: IssueId | null;
  readonly at: number;
}

/** What a ticket no longer says, although its link may stand. */
export type TakenBack = Pick<Evidence, 'statementId' | 'stance'>;

export interface EvidencePort {
  /** Content-derived ids: the same words about the same ticket and statement are the same record. */
  feedbackId(feedback: Omit<FeedbackRecord, 'id'>): string;
  evidenceId(origin: Evidence['origin'], statementId: StatementId, stance: Stance): EvidenceId;
  /**
   * Puts feedback (when there are words), the evidence record and the change note in one transaction. Where the record is there
   * with another value, count or customer, these are `changed`; `exists` changes nothing.
   */
  add(evidence: Evidence, feedback: FeedbackRecord | undefined): Promise<'added' | 'changed' | 'exists'>;
  /** Makes the record that a link drawn in plain Jira stands for, unless a person took it back. */
  addDrawn(evidence: Evidence): Promise<'added' | 'exists' | 'taken-back'>;
  read(id: EvidenceId): Promise<Evidence | undefined>;
  /** Because the link that said it is gone. */
  remove(evidence: Evidence): Promise<'removed' | 'missing'>;
  /** Because a person says so: a link that still stands brings it back no more, until somebody tags again or the link goes. */
  takeBack(evidence: Evidence): Promise<'removed' | 'missing'>;
  /** What was taken back from these tickets; tickets of which nothing was are left out. */
  takenBack(tickets: readonly IssueId[]): Promise<ReadonlyMap<IssueId, readonly TakenBack[]>>;
  /** The links are gone: one that is drawn from now on speaks again. */
  forgetTakenBack(ticket: IssueId, gone: readonly TakenBack[]): Promise<void>;
  ofStatement(id: StatementId, limit: number): Promise<readonly Evidence[]>;
  ofTicket(id: IssueId): Promise<readonly Evidence[]>;
  words(feedbackIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A link's own record: what Jira's links cannot carry. */
export interface LinkNote {
  readonly link: TypedLink;
  /** Weight, or cover for solves and realises, 0..1. */
  readonly weight: number | undefined;
  readonly author: AccountId | undefined;
  readonly at: number;
}

export interface LinkNotesPort {
  read(links: readonly TypedLink[]): Promise<ReadonlyMap<string, LinkNote>>;
  save(note: LinkNote): Promise<void>;
  remove(link: TypedLink): Promise<void>;
}
