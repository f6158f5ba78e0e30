import type { ClaimsPort, ClockPort } from '../actions/ports';
import { hashOf } from './hashing';
import { deleteEntity, getEntity, setEntities, transact, type StoredEntity } from './kvs';
import { shape } from './shapes';

interface Claim {
  readonly note: string | null;
  /** Stands for what the act is to do: a claim keeps nobody's words. */
  readonly about: string;
}

const kept = shape<Claim>('claim', [(first) => ({ ...first, about: hashOf('') })]);

/** Acts that must happen once: the first to write the claim holds it. */
export function createClaims(clock: ClockPort): ClaimsPort {
  const claimed = (kind: string, note: string | null, about: string): StoredEntity => ({
    kind: `act-${kind}`,
    at: clock.now(),
    record: kept.pack({ note, about: hashOf(about) }),
  });
  return {
    take: async (kind, id, about = '') => {
      const key = keyOf(kind, id);
      if (await transact([{ entity: 'claim', key, value: claimed(kind, null, about), when: { absent: 'kind' } }])) return { kind: 'taken' };
      const held = await getEntity('claim', key);
      // Released between the two: whoever asks again takes it.
      if (held === undefined) return { kind: 'held', note: undefined, since: clock.now(), isSameAct: true };
      const claim = kept.read(held.record);
      return { kind: 'held', note: claim.note ?? undefined, since: Number(held['at']), isSameAct: claim.about === hashOf(about) };
    },
    takeOver: (kind, id, { since }, about = '') =>
      transact([{ entity: 'claim', key: keyOf(kind, id), value: claimed(kind, null, about), when: { attribute: 'at', is: since } }]),
    settle: (kind, id, note, about = '') => setEntities([{ entity: 'claim', key: keyOf(kind, id), value: claimed(kind, note, about) }]),
    read: async (kind, id) => {
      const held = await getEntity('claim', keyOf(kind, id));
      return held && (kept.read(held.record).note ?? undefined);
    },
    release: (kind, id) => deleteEntity('claim', keyOf(kind, id)),
  };
}

const keyOf = (kind: string, id: string): string => `act.${kind}.${id}`;
