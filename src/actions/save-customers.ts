import type { Input, Output } from '../contract';
import type { Ports } from './ports';

const atOnce = 5;

/** Site-wide facts about customers; twice is once. The score follows with the next refresh. */
export async function saveCustomers(ports: Pick<Ports, 'customers' | 'changes' | 'runs'>, input: Input<'saveCustomers'>): Promise<Output<'saveCustomers'>> {
  for (let at = 0; at < input.customers.length; at += atOnce) {
    const save = async ({ name, value, segment }: (typeof input.customers)[number]) => {
      const known = await ports.customers.ensure(name);
      await ports.customers.save({ ...known, value, segment });
    };
    await Promise.all(input.customers.slice(at, at + atOnce).map(save));
  }
  await ports.changes.note([{ kind: 'customers' }]);
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return { saved: input.customers.length };
}
