import type { Input, Output } from '../contract';
import { mayNotLink } from './drawing-links';
import { notFound } from './outcome';
import type { Ports } from './ports';

const mostShown = 8;

/** Who the customer might be; only for those who could tag this ticket. */
export async function findCustomers(ports: Pick<Ports, 'permissions' | 'customers'>, input: Input<'findCustomers'>): Promise<Output<'findCustomers'>> {
  const allowed = await ports.permissions.mayOn([input.forIssueId], 'link');
  if (!allowed.has(input.forIssueId)) {
    const seen = await ports.permissions.browsable([input.forIssueId]);
    throw seen.has(input.forIssueId) ? mayNotLink() : notFound();
  }
  const customers = await ports.customers.startingWith(input.text, mostShown);
  return { customers: customers.map(({ id, name }) => ({ id, name })) };
}
