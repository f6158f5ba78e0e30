import type { ClockPort, EvidencePort, FeedbackRecord } from '../actions/ports';
import type { Evidence } from '../domain/evidence';
import { evidenceId, type EvidenceId, type IssueId } from '../domain/ids';
import { noteOf } from './changes';
import { feedbackKey, feedbackWrite, wordsOf } from './feedback';
import { hashOf } from './hashing';
import { moveHead, readHead } from './heads';
import { getEntities, getEntity, transact, type StoredEntity, type Write } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';

const kept = shape<Evidence>('evidence');
const tags = shape<{ readonly evidence: readonly EvidenceId[] }>("ticket's evidence");
const tries = 5;

/** Evidence records, their words, and the strict list of what each ticket was tagged with. */
export function createEvidence(clock: ClockPort): EvidencePort {
  return { feedbackId: feedbackKey, evidenceId: idOf, add, read, remove, ofStatement, ofTicket, words: wordsOf };

  async function add(evidence: Evidence, feedback: FeedbackRecord | undefined): Promise<'added' | 'exists'> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const [existing, words, ticket] = await Promise.all([
        getEntity('evidence', evidence.id),
        feedback && getEntity('feedback', feedback.id),
        ticketWrite(evidence, (ids) => [...ids.filter((id) => id !== evidence.id), evidence.id]),
      ]);
      if (existing !== undefined) return 'exists';
      const writes: Write[] = [
        { entity: 'evidence', key: evidence.id, value: storedAs(evidence), when: { absent: 'statementId' } },
        noteOf({ kind: 'evidence', statementId: evidence.statementId, evidenceId: evidence.id }, clock),
        ...ticket,
      ];
      if (feedback !== undefined && words === undefined) writes.push(feedbackWrite(feedback));
      if (await transact(writes)) return 'added';
    }
    throw new Error('Evidence kept changing while it was written.');
  }

  async function remove(evidence: Evidence): Promise<'removed' | 'missing'> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const [existing, ticket] = await Promise.all([
        getEntity('evidence', evidence.id),
        ticketWrite(evidence, (ids) => ids.filter((id) => id !== evidence.id)),
      ]);
      if (existing === undefined) return 'missing';
      const removal: Write = { entity: 'evidence', key: evidence.id, value: undefined, when: { attribute: 'statementId', is: evidence.statementId } };
      const note = noteOf({ kind: 'evidence', statementId: evidence.statementId, evidenceId: evidence.id }, clock);
      if (await transact([removal, note, ...ticket])) return 'removed';
    }
    throw new Error('Evidence kept changing while it was removed.');
  }

  async function ticketWrite(evidence: Evidence, change: (ids: readonly EvidenceId[]) => readonly EvidenceId[]): Promise<readonly Write[]> {
    const { ticketId } = evidence.origin;
    if (ticketId === null) return [];
    const { version, content } = await readHead(ticketKey(ticketId), tags);
    return [moveHead('ticket', ticketKey(ticketId), version, { evidence: change(content?.evidence ?? []) }, tags, clock)];
  }
}

const ticketKey = (ticketId: IssueId): string => `ticket.${ticketId}`;

const idOf: EvidencePort['evidenceId'] = (origin, statementId, stance) => {
  const subject = origin.kind === 'ticket' ? origin.ticketId : origin.feedbackId;
  const id = evidenceId(hashOf(origin.kind, subject, statementId, stance));
  if (id === undefined) throw new Error('A hash is no evidence id.');
  return id;
};

const read: EvidencePort['read'] = async (id) => {
  const stored = await getEntity('evidence', id);
  return stored && kept.read(stored.record);
};

const ofStatement: EvidencePort['ofStatement'] = async (id, limit) => {
  const found = await ask('evidence', { index: 'by-statement', partition: id, order: 'descending', limit });
  return found.map(({ value }) => kept.read(value.record));
};

const ofTicket: EvidencePort['ofTicket'] = async (id) => {
  const { content } = await readHead(ticketKey(id), tags);
  const found = await getEntities('evidence', content?.evidence ?? []);
  return [...found.values()].map(({ record }) => kept.read(record));
};

// Attributes that are not there keep a record out of the indexes over them.
function storedAs(evidence: Evidence): StoredEntity {
  const { ticketId } = evidence.origin;
  return {
    statementId: evidence.statementId,
    ...(ticketId === null ? {} : { ticketId }),
    ...(evidence.customerId === null ? {} : { customerId: evidence.customerId }),
    at: Math.floor(evidence.at),
    record: kept.pack(evidence),
  };
}
