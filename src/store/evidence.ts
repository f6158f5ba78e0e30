import type { EvidencePort } from '../actions/evidence-ports';
import type { ClockPort } from '../actions/ports';
import type { Evidence } from '../domain/evidence';
import { evidenceId } from '../domain/ids';
import { receiptOf } from '../domain/receipts';
import { noteOf } from './changes';
import { feedbackKey, feedbackWrite, wordsOf } from './feedback';
import { hashOf } from './hashing';
import { getEntities, getEntity, transact, type StoredEntity, type Write } from './kvs';
import { ask } from './queries';
import { shape } from './shapes';
import { createTicketTags, isTakenBack, silenced, tagged, untagged, type TicketTags } from './ticket-tags';

const kept = shape<Evidence>('evidence', [
  // Until then records kept the value alone; the mapping of version 1 is what they were scored by.
  (older) => ({ ...older, receipt: receiptOf(older['source'] as Evidence['source'], older['raw'] as Evidence['raw']) }),
]);
const tries = 5;

/** Evidence records, their words, and the strict list of what each ticket was tagged with. */
export function createEvidence(clock: ClockPort): EvidencePort {
  const tags = createTicketTags(clock);
  const { takenBack, forgetTakenBack } = tags;
  return {
    feedbackId: feedbackKey,
    evidenceId: idOf,
    add,
    addDrawn,
    read,
    remove,
    takeBack,
    takenBack,
    forgetTakenBack,
    ofStatement,
    ofTicket,
    words: wordsOf,
  };

  function add(...[evidence, feedback]: Parameters<EvidencePort['add']>) {
    return untilTaken(async () => {
      const [existing, words, own] = await Promise.all([read(evidence.id), feedback && getEntity('feedback', feedback.id), tags.read(evidence)]);
      if (existing !== undefined && saysTheSame(existing, evidence)) return 'exists';
      const isThere = existing !== undefined;
      const writes = [put(isThere ? corrected(existing, evidence) : evidence, isThere), note(evidence), ...tags.write(own, tagged(evidence))];
      if (feedback !== undefined && words === undefined) writes.push(feedbackWrite(feedback));
      return (await transact(writes)) ? (isThere ? 'changed' : 'added') : undefined;
    });
  }

  function addDrawn(evidence: Evidence) {
    return untilTaken(async () => {
      const [existing, own] = await Promise.all([read(evidence.id), tags.read(evidence)]);
      if (existing !== undefined) return 'exists';
      if (own && isTakenBack(own.content, evidence)) return 'taken-back';
      return (await transact([put(evidence, false), note(evidence), ...tags.write(own, tagged(evidence))])) ? 'added' : undefined;
    });
  }

  function remove(evidence: Evidence) {
    return drop(evidence, untagged(evidence));
  }

  function takeBack(evidence: Evidence) {
    const { ticketId } = evidence.origin;
    // The ticket is looked at once more: where its link went, too, there is nothing left to remember.
    const look = ticketId === null ? [] : [noteOf({ kind: 'issue', issueId: ticketId }, clock)];
    return drop(evidence, silenced(evidence), look);
  }

  function drop(evidence: Evidence, change: (tags: TicketTags) => TicketTags, more: readonly Write[] = []) {
    return untilTaken(async () => {
      const [existing, own] = await Promise.all([getEntity('evidence', evidence.id), tags.read(evidence)]);
      if (existing === undefined) return 'missing';
      const removal: Write = { entity: 'evidence', key: evidence.id, value: undefined, when: { attribute: 'statementId', is: evidence.statementId } };
      return (await transact([removal, note(evidence), ...tags.write(own, change), ...more])) ? 'removed' : undefined;
    });
  }

  async function ofTicket(...[id]: Parameters<EvidencePort['ofTicket']>) {
    const found = await getEntities('evidence', await tags.evidenceOf(id));
    return [...found.values()].map(({ record }) => kept.read(record));
  }

  function note({ statementId, id }: Evidence): Write {
    return noteOf({ kind: 'evidence', statementId, evidenceId: id }, clock);
  }
}

/** Repeats what somebody else got ahead of, which an attempt says by undefined. */
async function untilTaken<Outcome>(attempt: () => Promise<Outcome | undefined>): Promise<Outcome> {
  for (let tried = 0; tried < tries; tried += 1) {
    const outcome = await attempt();
    if (outcome !== undefined) return outcome;
  }
  throw new Error('Evidence kept changing while it was written.');
}

/** Nothing but what a person may mistype counts as another word on the same. */
const saysTheSame = (a: Evidence, b: Evidence): boolean => a.raw === b.raw && a.customerId === b.customerId && a.count === b.count;

const corrected = (existing: Evidence, { raw, receipt, customerId, count, taggedBy, taggedAt }: Evidence): Evidence => ({
  ...existing,
  raw,
  receipt,
  customerId,
  count,
  taggedBy,
  taggedAt,
});

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

function put(evidence: Evidence, isThere: boolean): Write {
  return {
    entity: 'evidence',
    key: evidence.id,
    value: storedAs(evidence),
    when: isThere ? { attribute: 'statementId', is: evidence.statementId } : { absent: 'statementId' },
  };
}

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
