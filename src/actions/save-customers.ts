import type { Input, Output } from '../contract';
import { Refusal } from './outcome';
import type { Ports } from './ports';

const atOnce = 5;

/** Site-wide facts about customers; twice is once. The score follows with the next refresh. */
export async function saveCustomers(ports: Pick<Ports, 'customers' | 'changes' | 'runs'>, input: Input<'saveCustomers'>): Promise<Output<'saveCustomers'>> {
  if (input.isAdding) await mustBeNew(ports, input);
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

async function mustBeNew(ports: Pick<Ports, 'customers'>, { customers }: Input<'saveCustomers'>): Promise<void> {
  for (const { name } of customers) {
    const { id } = await ports.customers.named(name);
    if ((await ports.customers.read([id])).length > 0) throw new Refusal('conflict', 'It is there already: change its value in its row.');
  }
}
