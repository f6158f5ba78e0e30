import type { Input, Output } from '../contract';
import { mostListed } from '../contract/customers';
import type { Ports } from './ports';

const mostSegments = 200;

/** For Jira admins, who say what customers are worth. */
export async function listCustomers(
  { customers, settings }: Pick<Ports, 'customers' | 'settings'>,
  { text }: Input<'listCustomers'>,
): Promise<Output<'listCustomers'>> {
  const [found, { projects }] = await Promise.all([customers.startingWith(text, mostListed + 1), settings.read()]);
  const words = [...Object.values(projects).flatMap(({ segments }) => segments), ...found.flatMap(({ segment }) => segment ?? [])];
  return {
    customers: found.slice(0, mostListed).map(({ id, name, value, segment }) => ({ id, name, value, segment: segment ?? '' })),
    isMore: found.length > mostListed,
    segments: [...new Set(words)].sort((a, b) => a.localeCompare(b)).slice(0, mostSegments),
  };
}
