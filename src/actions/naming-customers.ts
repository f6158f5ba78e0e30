import type { CustomerId } from '../domain/ids';
import { Refusal } from './outcome';
import type { CustomerRecord } from './evidence-ports';
import type { Ports } from './ports';

export type NamedCustomer = { readonly id: CustomerId } | { readonly name: string } | null;

/**
 * Who is meant, before anything is written. The box proposes a ticket's organisation under the id that it will have once it is
 * made; any other id that nobody made is the page's fault.
 */
export async function knownCustomer(
  ports: Pick<Ports, 'customers'>,
  named: NamedCustomer,
  organisations: readonly string[] = [],
): Promise<CustomerRecord | { readonly name: string } | null> {
  if (!named || !('id' in named)) return named;
  const [known] = await ports.customers.read([named.id]);
  if (known) return known;
  const proposed = await Promise.all(organisations.map((name) => ports.customers.named(name)));
  const organisation = proposed.find(({ id }) => id === named.id);
  if (!organisation) throw new Refusal('invalid', 'customer: there is no such customer');
  return { name: organisation.name };
}

/** A new name makes a customer; the same name in other letters is the same one. */
export async function customerNamed(ports: Pick<Ports, 'customers'>, known: CustomerRecord | { readonly name: string } | null): Promise<CustomerRecord | null> {
  return known === null || 'id' in known ? known : ports.customers.ensure(known.name);
}
