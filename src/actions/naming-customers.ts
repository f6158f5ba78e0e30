import type { CustomerId } from '../domain/ids';
import { Refusal } from './outcome';
import type { CustomerRecord, Ports } from './ports';

export type NamedCustomer = { readonly id: CustomerId } | { readonly name: string } | null;

/** A customer given by id, before anything is written: an id that nobody made is the page's fault. */
export async function knownCustomer(ports: Pick<Ports, 'customers'>, named: NamedCustomer): Promise<CustomerRecord | undefined> {
  if (!named || !('id' in named)) return undefined;
  const [known] = await ports.customers.read([named.id]);
  if (!known) throw new Refusal('invalid', 'customer: there is no such customer');
  return known;
}

/** A new name makes a customer; the same name in other letters is the same one. */
export async function customerNamed(ports: Pick<Ports, 'customers'>, named: NamedCustomer, known: CustomerRecord | undefined): Promise<CustomerRecord | null> {
  if (known) return known;
  return named && 'name' in named ? ports.customers.ensure(named.name) : null;
}
