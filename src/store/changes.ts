import { randomUUID } from 'node:crypto';
import type { Change, ChangesPort, ClockPort, PendingChange } from '../actions/ports';
import { batchSize, setEntities, transact, type StoredEntity, type Write } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const kept = shape<{ readonly change: Change }>('change');
const lane = 'index';

/** The outbox: what the index must still take in. A note is kept under what it is about, so that noting twice is noting once. */
export function createChanges(clock: ClockPort): ChangesPort {
  return {
    note: (changes) => setEntities([...new Map(changes.map((change) => [keyOf(change), noteOf(change, clock)])).values()]),
    pending: async (limit) => (await ask('change', { index: 'by-lane', partition: lane, order: 'ascending', limit })).map(({ value }) => pendingIn(value)),
    done: async (changes) => {
      for (let start = 0; start < changes.length; start += batchSize) await forget(changes.slice(start, start + batchSize));
    },
  };
}

/** The write that notes a change inside a transaction of its cause. */
export function noteOf(change: Change, clock: ClockPort): Write & { readonly value: StoredEntity } {
  return { entity: 'change', key: keyOf(change), value: { lane, at: clock.now(), stamp: randomUUID(), record: kept.pack({ change }) } };
}

// One note that was renewed meanwhile refuses the whole transaction; the others are then forgotten one by one.
async function forget(changes: readonly PendingChange[]): Promise<void> {
  const removals = changes.map(({ change, stamp }): Write => ({
    entity: 'change',
    key: keyOf(change),
    value: undefined,
    when: { attribute: 'stamp', is: stamp },
  }));
  if (removals.length === 0 || (await transact(removals))) return;
  for (const removal of removals) await transact([removal]);
}

function pendingIn(stored: StoredEntity): PendingChange {
  if (typeof stored['stamp'] !== 'string') throw new Error('A stored change has no stamp.');
  return { change: kept.read(stored.record).change, stamp: stored['stamp'] };
}

function keyOf(change: Change): string {
  switch (change.kind) {
    case 'issue':
      return `issue.${change.issueId}`;
    case 'evidence':
      return `evidence.${change.evidenceId}`;
    case 'customers':
      return 'customers';
  }
}
