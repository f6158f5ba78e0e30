import type { Input, Output } from '../contract';
import { customerTable } from '../domain/index/customers';
import { voicesTable } from '../domain/index/strength';
import { compareIds } from '../domain/score';
import { mayNotLink } from './drawing-links';
import { documentOf, readRows } from './index-documents';
import { notFound } from './outcome';
import type { CustomerRecord } from './evidence-ports';
import type { IssueFacts, Ports } from './ports';

type Needed = Pick<Ports, 'documents' | 'issues' | 'permissions' | 'customers'>;
type Named = Pick<CustomerRecord, 'id' | 'name'>;

const mostShown = 8;

/** Who the customer might be; only for those who could tag this ticket, and only customers they could read about anyway. */
export async function findCustomers(ports: Needed, input: Input<'findCustomers'>): Promise<Output<'findCustomers'>> {
  const [[ticket], linkable] = await Promise.all([ports.issues.read('user', [input.forIssueId], 'full'), ports.permissions.mayOn([input.forIssueId], 'link')]);
  if (!ticket) throw notFound();
  if (!linkable.has(ticket.id)) throw mayNotLink();
  const starts = folded(input.text);
  const [own, heard] = await Promise.all([ofTicket(ports, ticket), heardOn(ports, starts)]);
  const found = new Map([...own.filter(({ name }) => folded(name).startsWith(starts)), ...heard].map(({ id, name }) => [id, { id, name }]));
  return { customers: [...found.values()].slice(0, mostShown) };
}

/** The ticket's own: its organisations, and whom somebody said that its reporter writes for. */
async function ofTicket({ customers }: Pick<Ports, 'customers'>, { organisations, reporter }: IssueFacts): Promise<readonly Named[]> {
  const [named, remembered] = await Promise.all([
    Promise.all(organisations.map((name) => customers.named(name))),
    reporter && customers.ofReporter(reporter.accountId),
  ]);
  return [...named, ...(remembered ? [remembered] : [])];
}

/** Customers that speak on statements which the person may browse, by name: from the index, and asking for these statements only. */
async function heardOn(ports: Pick<Ports, 'documents' | 'permissions'>, starts: string): Promise<readonly Named[]> {
  const [strengths, customers] = await Promise.all([ports.documents.read(documentOf.strengths), ports.documents.read(documentOf.customers)]);
  const [voices, known] = await Promise.all([readRows(strengths, voicesTable), readRows(customers, customerTable)]);
  const named = [...known.values()].filter(({ name }) => folded(name).startsWith(starts));
  const wanted = new Set(named.map(({ id }) => id));
  const speaking = [...voices.values()].filter(({ customers: own }) => own.some((id) => wanted.has(id)));
  if (speaking.length === 0) return [];
  const visible = await ports.permissions.browsable(speaking.map(({ id }) => id));
  const heard = new Set(speaking.filter(({ id }) => visible.has(id)).flatMap(({ customers: own }) => own));
  return named.filter(({ id }) => heard.has(id)).sort((a, b) => compareIds(folded(a.name), folded(b.name)));
}

const folded = (text: string): string => text.trim().toLowerCase();
