import type { Input, Output } from '../contract';
import type { Ports } from './ports';

/** Site-wide facts about customers; twice is once. The score follows with the next refresh. */
export async function saveCustomers(ports: Pick<Ports, 'customers' | 'changes' | 'runs'>, input: Input<'saveCustomers'>): Promise<Output<'saveCustomers'>> {
  for (const { name, value, segment } of input.customers) {
    const known = await ports.customers.ensure(name);
    await ports.customers.save({ ...known, value, segment });
  }
  await ports.changes.note([{ kind: 'customers' }]);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { saved: input.customers.length };
}
