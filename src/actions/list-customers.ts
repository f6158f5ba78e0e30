import type { Input, Output } from '../contract';
import { mostListed } from '../contract/customers';
import type { Ports } from './ports';

/** For Jira admins, who say what customers are worth. */
export async function listCustomers({ customers }: Pick<Ports, 'customers'>, { text }: Input<'listCustomers'>): Promise<Output<'listCustomers'>> {
  const found = await customers.startingWith(text, mostListed + 1);
  return {
    customers: found.slice(0, mostListed).map(({ id, name, value, segment }) => ({ id, name, value, segment: segment ?? '' })),
    isMore: found.length > mostListed,
  };
}
