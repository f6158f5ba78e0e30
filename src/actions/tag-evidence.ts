import type { Input, Output } from '../contract';
import type { Evidence } from '../domain/evidence';
import { receiptOf } from '../domain/receipts';
import { decideOrRefuse, mayNotLink, readBoth } from './drawing-links';
import { customerNamed, knownCustomer, type NamedCustomer } from './naming-customers';
import { Refusal } from './outcome';
import type { CustomerRecord, FeedbackRecord } from './evidence-ports';
import type { Caller, IssueFacts, LinkOutcome, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { asStatement } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'links' | 'permissions' | 'settings' | 'customers' | 'evidence' | 'runs' | 'clock'>;

export async function tagEvidence(ports: Needed, input: Input<'tagEvidence'>, caller: Caller): Promise<Output<'tagEvidence'>> {
  const [settings, [ticket, target]] = await Promise.all([ports.settings.read(), readBoth(ports, input.issueId, input.statementId)]);
  return tagTicket(ports, { settings, ticket, target }, input, caller);
}

/** What a tag is drawn between, just read as the person. */
export interface ReadForTag {
  readonly settings: SiteSettings;
  readonly ticket: IssueFacts;
  readonly target: IssueFacts;
}

/**
 * Tags a ticket: Jira's link first, as the person, then the record. A crash between the two leaves a link, from which
 * the sweep makes the record, as from a link drawn in plain Jira; the other way round a refused person would have left one.
 */
export async function tagTicket(
  ports: Omit<Needed, 'issues' | 'settings'>,
  { settings, ticket, target }: ReadForTag,
  input: Pick<Input<'tagEvidence'>, 'stance' | 'quote' | 'severity' | 'customer'>,
  caller: Caller,
): Promise<Output<'tagEvidence'>> {
  const statement = asStatement(settings, target);
  if (!statement) throw new Refusal('invalid', `${target.key} is no insight, problem or opportunity.`);
  const { link, typeId } = decideOrRefuse(settings, input.stance === 'for' ? 'evidences' : 'refutes', ticket, target);
  const known = await knownCustomer(ports, input.customer, ticket.organisations);

  // Asked of Jira even where the link is there already: its answer is the right to tag.
  const outcome = await ports.links.add(link, typeId);
  await refuseUnlessAllowed(ports, outcome, ticket);

  const customer = await customerNamed(ports, known);
  const feedback = feedbackOf(ports, input.quote, { ticket, severity: input.severity, customer });
  const origin: Evidence['origin'] = feedback ? { kind: 'feedback', feedbackId: feedback.id, ticketId: ticket.id } : { kind: 'ticket', ticketId: ticket.id };
  const evidence: Evidence = {
    id: ports.evidence.evidenceId(origin, statement.id, input.stance),
    statementId: statement.id,
    projectId: target.projectId,
    stance: input.stance,
    origin,
    source: 'ticket',
    raw: input.severity,
    receipt: receiptOf('ticket', input.severity),
    count: 1,
    customerId: customer?.id ?? null,
    quote: input.quote,
    at: ticket.created,
    taggedBy: caller.accountId,
    taggedAt: ports.clock.now(),
  };
  const added = await ports.evidence.add(evidence, feedback);
  if (customer) await rememberFor(ports, ticket, customer, isChosen(input.customer));
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return {
    evidenceId: evidence.id,
    isNew: added === 'added',
    isChanged: added === 'changed',
    customer: customer && { id: customer.id, name: customer.name },
    isLinked: outcome === 'linked',
  };
}

async function refuseUnlessAllowed(ports: Pick<Ports, 'permissions'>, outcome: LinkOutcome, ticket: IssueFacts): Promise<void> {
  if (outcome === 'refused') throw mayNotLink();
  // Jira holds at most 2,000 links on an issue; beyond them the record alone is the evidence.
  if (outcome === 'full' && !(await ports.permissions.mayOn([ticket.id], 'link')).has(ticket.id)) throw mayNotLink();
}

function feedbackOf(
  ports: Pick<Ports, 'evidence'>,
  quote: string | null,
  { ticket, severity, customer }: { readonly ticket: IssueFacts; readonly severity: string; readonly customer: CustomerRecord | null },
): FeedbackRecord | undefined {
  if (quote === null) return undefined;
  const words = { text: quote, source: 'ticket', raw: severity, customerId: customer?.id ?? null, ticketId: ticket.id, at: ticket.created } as const;
  return { id: ports.evidence.feedbackId(words), ...words };
}

// The box sends an id for what it proposed and was left as it stood; a name is what a person wrote.
const isChosen = (named: NamedCustomer): boolean => named !== null && 'name' in named;

/** The next ticket of this reporter starts with the customer; an organisation says it better. */
async function rememberFor(ports: Pick<Ports, 'customers'>, ticket: IssueFacts, customer: CustomerRecord, isOwnChoice: boolean): Promise<void> {
  if (!ticket.reporter || ticket.organisations.length > 0) return;
  await ports.customers.rememberReporter(ticket.reporter.accountId, customer.id, isOwnChoice ? 'chosen' : 'first');
}
