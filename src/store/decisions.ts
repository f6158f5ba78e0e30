import type { DecisionBody, DecisionHead, DecisionsPort, Dissent } from '../actions/decision-ports';
import type { ClockPort } from '../actions/ports';
import type { ProjectId } from '../domain/ids';
import { hashOf } from './hashing';
import { getEntities, getEntity, setEntities, transact } from './kvs';
import { inPieces, packed, unpacked } from './packing';
import { ask } from './queries';
import { shape } from './shapes';

interface KeptHead extends Omit<DecisionHead, 'takenBackAt'>, Partial<Pick<DecisionHead, 'takenBackAt'>> {
  readonly pieces: number;
}

const heads = shape<KeptHead>('decision');
const bodies = shape<{ readonly text: string }>('piece of a decision');
const dissents = shape<Dissent>('dissent');
/** A project decides some dozens of times a year. */
const mostDecisions = 200;
const mostDissents = 500;
/** Nobody applies and undoes more often without a look at the page in between. */
const mostInARow = 20;

const pieceKey = (id: string, piece: number): string => `${id}.${String(piece)}`;
const dissentKind = (id: string): string => `dissent.${id}`;

/** Decisions: a head that lists find, and the body beside it in pieces that fit a value. */
export const createDecisions = (clock: ClockPort): DecisionsPort => ({
  record: async (head, body) => {
    if (await getEntity('decision', head.id)) return;
    const pieces = inPieces(packed(JSON.stringify(body)));
    // The head comes last: a decision that lists show is whole.
    await setEntities(
      pieces.map((text, piece) => ({ entity: 'decision', key: pieceKey(head.id, piece), value: { at: head.at, record: bodies.pack({ text }) } })),
    );
    const value = { projectId: head.projectId, at: head.at, record: heads.pack({ ...head, pieces: pieces.length }) };
    await transact([{ entity: 'decision', key: head.id, value, when: { absent: 'projectId' } }]);
  },
  takeBack: async (id) => {
    const stored = await getEntity('decision', id);
    const head = stored && heads.read(stored.record);
    if (!head || head.takenBackAt) return;
    await setEntities([{ entity: 'decision', key: id, value: { ...stored, record: heads.pack({ ...head, takenBackAt: clock.now() }) } }]);
  },
  newest: async (projectId) => (await headsOf(projectId, mostInARow)).find(({ takenBackAt }) => takenBackAt === null),
  ofProject: (projectId) => headsOf(projectId, mostDecisions),
  read: async (projectId, id) => {
    const stored = await getEntity('decision', id);
    if (stored?.['projectId'] !== projectId) return undefined;
    const { pieces } = heads.read(stored.record);
    const keys = Array.from({ length: pieces }, (_, piece) => pieceKey(id, piece));
    const found = await getEntities('decision', keys);
    const text = keys.map((key) => bodies.read(found.get(key)?.record).text).join('');
    return { head: headIn(stored.record), body: unpacked(text) as DecisionBody };
  },
  dissent: async (id, dissent) => {
    const value = { kind: dissentKind(id), at: clock.now(), record: dissents.pack(dissent) };
    await setEntities([{ entity: 'claim', key: `${dissentKind(id)}.${hashOf(dissent.by)}`, value }]);
  },
  dissentOn: async (id) => {
    const found = await ask('claim', { index: 'by-kind', partition: dissentKind(id), order: 'ascending', limit: mostDissents });
    return found.map(({ value }) => dissents.read(value.record));
  },
  fingerprint: (row) => [row[0], hashOf(JSON.stringify(row)).slice(0, 12)],
});

async function headsOf(projectId: ProjectId, limit: number): Promise<readonly DecisionHead[]> {
  const found = await ask('decision', { index: 'by-project', partition: projectId, order: 'descending', limit });
  return found.map(({ value }) => headIn(value.record));
}

function headIn(record: unknown): DecisionHead {
  const { id, projectId, at, by, places, overrides, takenBackAt } = heads.read(record);
  return { id, projectId, at, by, places, overrides, takenBackAt: takenBackAt ?? null };
}
