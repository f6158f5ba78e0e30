import type { FeedbackRecord } from '../../src/actions/evidence-ports';
import type { Evidence } from '../../src/domain/evidence';
import { accountId, issueId, projectId, statementId, type AccountId, type IssueId, type ProjectId, type StatementId } from '../../src/domain/ids';
import { receiptOf } from '../../src/domain/receipts';
import type { EvidencePort } from '../../src/actions/evidence-ports';

const known = <Id>(id: Id | undefined): Id => {
  if (id === undefined) throw new Error('not an id');
  return id;
};
export const issue = (id: number): IssueId => known(issueId(String(id)));
export const statement = (id: number): StatementId => statementId(issue(id));
export const project = (id: number): ProjectId => known(projectId(String(id)));
export const person = (id: string): AccountId => known(accountId(id));

export function ticketTag(port: EvidencePort, own: Partial<Evidence> & { readonly ticketId?: IssueId } = {}): Evidence {
  const { ticketId = issue(20003), ...rest } = own;
  const statementIs = rest.statementId ?? statement(40001);
  const stance = rest.stance ?? 'for';
  const origin = rest.origin ?? ({ kind: 'ticket', ticketId } as const);
  return {
    id: port.evidenceId(origin, statementIs, stance),
    statementId: statementIs,
    projectId: project(10002),
    stance,
    origin,
    source: 'ticket',
    raw: 'critical',
    count: 1,
    customerId: null,
    quote: null,
    at: Date.parse('2026-02-01T10:00:00Z') / 1000,
    taggedBy: person('user-pm'),
    taggedAt: Date.parse('2026-03-01T10:00:00Z') / 1000,
    ...rest,
    receipt: receiptOf(rest.source ?? 'ticket', rest.raw === undefined ? 'critical' : rest.raw),
  };
}

export function quoteOf(port: EvidencePort, own: Partial<Omit<FeedbackRecord, 'id'>> = {}): FeedbackRecord {
  const words = {
    text: 'It stops after a minute.',
    source: 'ticket',
    raw: 'critical',
    customerId: null,
    ticketId: issue(20003),
    at: 1_770_000_000,
    ...own,
  } as const;
  return { id: port.feedbackId(words), ...words };
}
