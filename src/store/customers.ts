import type { CustomerRecord, CustomersPort } from '../actions/evidence-ports';
import type { ClockPort } from '../actions/ports';
import { customerId, type AccountId, type CustomerId } from '../domain/ids';
import { noteOf } from './changes';
import { hashOf } from './hashing';
import { getEntities, getEntity, transact, type StoredEntity } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const kept = shape<CustomerRecord>('customer');
const reporters = shape<{ readonly customerId: CustomerId }>('reporter');
const shelf = 'all';
const longestFolded = 120;

/** Customers by id and by name, and which customer a reporter writes for. */
export function createCustomers(clock: ClockPort): CustomersPort {
  return {
    read: readAll,
    ensure,
    named: async (name) => (await lookUp(name)).customer,
    startingWith: async (text, limit) =>
      (await ask('customer', { index: 'by-name', partition: shelf, startsWith: folded(text), order: 'ascending', limit })).map(({ value }) =>
        kept.read(value.record),
      ),
    save: async (customer) => {
      await transact([{ entity: 'customer', key: customer.id, value: storedAs(customer) }, noteOf({ kind: 'customers' }, clock)]);
    },
    ofReporter: async (accountId) => {
      const stored = await getEntity('claim', reporterKey(accountId));
      return stored && (await readAll([reporters.read(stored.record).customerId]))[0];
    },
    rememberReporter: async (accountId, id, how) => {
      const value = { kind: 'reporter', at: clock.now(), record: reporters.pack({ customerId: id }) };
      await transact([{ entity: 'claim', key: reporterKey(accountId), value, ...(how === 'first' && { when: { absent: 'kind' } }) }]);
    },
  };
}

async function readAll(ids: readonly CustomerId[]): Promise<readonly CustomerRecord[]> {
  const found = await getEntities('customer', ids);
  return [...found.values()].map(({ record }) => kept.read(record));
}

async function ensure(name: string): Promise<CustomerRecord> {
  const { customer, isStored } = await lookUp(name);
  if (isStored) return customer;
  if (await transact([{ entity: 'customer', key: customer.id, value: storedAs(customer), when: { absent: 'folded' } }])) return customer;
  return (await readAll([customer.id]))[0] ?? customer;
}

// The id comes from the name, so that two people who type a new name at once make one customer.
async function lookUp(name: string): Promise<{ readonly customer: CustomerRecord; readonly isStored: boolean }> {
  const id = customerId(hashOf('customer', folded(name)));
  if (id === undefined) throw new Error('A hash is no customer id.');
  const [known] = await readAll([id]);
  if (known !== undefined) return { customer: known, isStored: true };
  const [renamed] = (await ask('customer', { index: 'by-name', partition: shelf, startsWith: folded(name), order: 'ascending', limit: 1 })).map(({ value }) =>
    kept.read(value.record),
  );
  if (renamed !== undefined && folded(renamed.name) === folded(name)) return { customer: renamed, isStored: true };
  return { customer: { id, name: name.trim(), value: null, segment: undefined }, isStored: false };
}

const storedAs = (customer: CustomerRecord): StoredEntity => ({ folded: folded(customer.name), shelf, record: kept.pack(customer) });

const folded = (name: string): string => name.trim().toLowerCase().slice(0, longestFolded);

const reporterKey = (accountId: AccountId): string => `reporter.${accountId}`;
