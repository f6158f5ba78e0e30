import type { PinRecord, PinsPort } from '../actions/pinning';
import { deleteEntity, getEntity, setEntities } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const kept = shape<PinRecord>('pin');
/** A lane that holds more is an order of its own. */
const mostPins = 200;

/** What stands above the order, one record an item. */
export const createPins = (): PinsPort => ({
  read: async (issueId) => {
    const stored = await getEntity('pin', issueId);
    return stored && kept.read(stored.record);
  },
  ofProject: async (projectId) => {
    const found = await ask('pin', { index: 'by-project', partition: projectId, order: 'descending', limit: mostPins });
    return found.map(({ value }) => kept.read(value.record));
  },
  save: (pin) => setEntities([{ entity: 'pin', key: pin.issueId, value: { projectId: pin.projectId, at: pin.at, record: kept.pack(pin) } }]),
  remove: (issueId) => deleteEntity('pin', issueId),
});
