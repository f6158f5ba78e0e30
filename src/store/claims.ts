import type { ClaimsPort, ClockPort } from '../actions/ports';
import { deleteEntity, getEntity, setEntities, transact, type StoredEntity } from './kvs';
import { shape } from './shapes';

const kept = shape<{ readonly note: string | null }>('claim');

/** Acts that must happen once: the first to write the claim holds it. */
export function createClaims(clock: ClockPort): ClaimsPort {
  const claimed = (kind: string, note: string | null): StoredEntity => ({ kind: `act-${kind}`, at: clock.now(), record: kept.pack({ note }) });
  return {
    take: async (kind, id) => {
      const key = keyOf(kind, id);
      if (await transact([{ entity: 'claim', key, value: claimed(kind, null), when: { absent: 'kind' } }])) return { kind: 'taken' };
      const held = await getEntity('claim', key);
      if (held === undefined) return { kind: 'held', note: undefined, since: clock.now() };
      return { kind: 'held', note: kept.read(held.record).note ?? undefined, since: Number(held['at']) };
    },
    settle: (kind, id, note) => setEntities([{ entity: 'claim', key: keyOf(kind, id), value: claimed(kind, note) }]),
    release: (kind, id) => deleteEntity('claim', keyOf(kind, id)),
  };
}

const keyOf = (kind: string, id: string): string => `act.${kind}.${id}`;
