import type * as z from 'zod/mini';
import type { panelShape } from '../contract/panel';
import { severityOfPriority, type Evidence } from '../domain/evidence';
import type { CustomerId, IssueId } from '../domain/ids';
import type { CustomerRecord } from './evidence-ports';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { statementViewOf } from './reading-statements';

export type TicketBox = Extract<z.infer<typeof panelShape>, { role: 'ticket' }>['ticket'];
type Tag = TicketBox['tags'][number];

/** What was tagged from a ticket, newest first: only what stands on statements that this person was answered. */
export async function readTags(
  ports: Pick<Ports, 'customers' | 'evidence'>,
  settings: SiteSettings,
  tagged: readonly Evidence[],
  around: ReadonlyMap<IssueId, IssueFacts>,
  ticket: IssueFacts,
): Promise<Tag[]> {
  const visible = tagged.filter(({ statementId }) => around.has(statementId));
  const customers = await customersOf(
    ports,
    visible.flatMap(({ customerId }) => customerId ?? []),
  );
  return [...visible]
    .sort((a, b) => b.taggedAt - a.taggedAt)
    .flatMap((evidence): Tag[] => {
      const target = around.get(evidence.statementId);
      const statement = target && statementViewOf(settings, target);
      if (!statement) return [];
      const customer = evidence.customerId === null ? undefined : customers.get(evidence.customerId);
      const { id, stance, source, raw, receipt, count, at } = evidence;
      return [
        {
          id,
          stance,
          source,
          raw,
          receipt,
          count,
          at,
          text: evidence.quote,
          customer: customer ? { id: customer.id, name: customer.name } : null,
          ticketKey: ticket.key,
          statement,
        },
      ];
    });
}

async function customersOf(ports: Pick<Ports, 'customers'>, ids: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, CustomerRecord>> {
  const found = ids.length > 0 ? await ports.customers.read([...new Set(ids)]) : [];
  return new Map(found.map((customer) => [customer.id, customer]));
}

/** What the tag box starts from: everything it proposes can be changed before Enter. */
export async function readTicketBox(ports: Pick<Ports, 'customers'>, ticket: IssueFacts, tags: readonly Tag[], canLink: boolean): Promise<TicketBox> {
  // Whole: the box says what of it is kept as a quote.
  const text = [ticket.summary, ticket.text].filter((part) => part !== '').join('\n\n');
  return { text, severity: severityOfPriority(ticket.priority), customer: canLink ? await proposedCustomer(ports, ticket) : null, tags: [...tags] };
}

/** Who a ticket speaks for until a person says otherwise. */
export async function proposedCustomer(ports: Pick<Ports, 'customers'>, ticket: IssueFacts): Promise<TicketBox['customer']> {
  const [organisation] = ticket.organisations;
  if (organisation !== undefined) {
    // Reading makes nobody: a new one is made when it is tagged.
    const { id, name } = await ports.customers.named(organisation);
    return { id, name, from: 'organisation' };
  }
  const remembered = ticket.reporter && (await ports.customers.ofReporter(ticket.reporter.accountId));
  return remembered ? { id: remembered.id, name: remembered.name, from: 'remembered' } : null;
}
