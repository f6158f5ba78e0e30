import type { EvidencePort, FeedbackRecord } from '../actions/evidence-ports';
import { hashOf } from './hashing';
import { getEntities, type Write } from './kvs';
import { shape } from './shapes';

const kept = shape<FeedbackRecord>('feedback');

/** The same words about the same ticket are one piece of feedback; without a ticket, who said it, how strongly and when belong to it. */
export const feedbackKey: EvidencePort['feedbackId'] = ({ source, text, ticketId, customerId, raw, at }) =>
  ticketId === null ? hashOf('said', source, text.trim(), customerId, raw, at) : hashOf('ticket', ticketId, source, text.trim());

/** Puts feedback that is not there yet; words that are there are never edited. */
export const feedbackWrite = (feedback: FeedbackRecord): Write => ({
  entity: 'feedback',
  key: feedback.id,
  value: {
    source: feedback.source,
    ...(feedback.customerId === null ? {} : { customerId: feedback.customerId }),
    at: feedback.at,
    record: kept.pack(feedback),
  },
  when: { absent: 'source' },
});

export const wordsOf: EvidencePort['words'] = async (ids) => {
  const found = await getEntities('feedback', ids);
  return new Map([...found].map(([id, { record }]) => [id, kept.read(record).text]));
};
