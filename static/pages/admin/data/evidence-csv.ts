import * as z from 'zod/mini';
import { sources } from '../../../../src/domain/evidence';
import { receiptOf } from '../../../../src/domain/receipts';
import type { StoredRecord } from '../../../../src/contract/data';
import { csvOf } from '../../../parts/csv';

const evidenceShape = z.looseObject({
  statementId: z.string(),
  stance: z.string(),
  source: z.string(),
  raw: z.nullable(z.union([z.string(), z.number()])),
  receipt: z.optional(z.looseObject({ scale: z.string(), mapping: z.string(), version: z.number(), pain: z.number() })),
  count: z.number(),
  customerId: z.nullable(z.string()),
  at: z.number(),
  origin: z.looseObject({ ticketId: z.nullish(z.string()), feedbackId: z.nullish(z.string()) }),
});
const customerShape = z.looseObject({ id: z.string(), name: z.string() });
const feedbackShape = z.looseObject({ text: z.string() });

export interface IssueWords {
  readonly key: string;
  readonly summary: string;
}

/** Issues that the rows speak of; their keys are read as the person, and what that person can't browse stays a number. */
export const issuesIn = (records: readonly StoredRecord[]): string[] => [
  ...new Set(
    evidenceIn(records).flatMap(({ evidence: { statementId, origin } }) => (origin.ticketId == null ? [statementId] : [statementId, origin.ticketId])),
  ),
];

const titles = [
  'Statement',
  'Sentence',
  'For or against',
  'Source',
  'Value',
  'Scale',
  'Hurts',
  'Mapping',
  'Count',
  'Day',
  'Customer',
  'Ticket',
  'Words',
] as const;

export const rowsIn = (records: readonly StoredRecord[]): number => evidenceIn(records).length;

/** One row a piece of evidence. */
export function evidenceCsv(records: readonly StoredRecord[], issues: ReadonlyMap<string, IssueWords>): string {
  const customers = new Map(contentOf(records, 'customer', customerShape).map(({ content: { id, name } }) => [id, name]));
  const words = new Map(contentOf(records, 'feedback', feedbackShape).map(({ key, content }) => [key, content.text]));
  const rows = evidenceIn(records).map(({ evidence }) => [
    issues.get(evidence.statementId)?.key ?? evidence.statementId,
    issues.get(evidence.statementId)?.summary,
    evidence.stance,
    evidence.source,
    evidence.raw ?? undefined,
    ...receiptIn(evidence),
    evidence.count,
    new Date(evidence.at * 1000).toISOString().slice(0, 10),
    evidence.customerId === null ? undefined : customers.get(evidence.customerId),
    evidence.origin.ticketId == null ? undefined : (issues.get(evidence.origin.ticketId)?.key ?? evidence.origin.ticketId),
    evidence.origin.feedbackId == null ? undefined : words.get(evidence.origin.feedbackId),
  ]);
  return csvOf(titles, rows);
}

// Records of before receipts were kept were read by the mapping that the standard one still is.
function receiptIn({ source, raw, receipt }: z.infer<typeof evidenceShape>) {
  const known = sources.find((own) => own === source);
  const { scale, mapping, version, pain } = receipt ?? receiptOf(known ?? 'opinion', raw);
  return [scale, pain, `${mapping} ${String(version)}`];
}

const evidenceIn = (records: readonly StoredRecord[]) => contentOf(records, 'evidence', evidenceShape).map(({ content }) => ({ evidence: content }));

function contentOf<Shape extends z.ZodMiniType>(records: readonly StoredRecord[], entity: string, shape: Shape) {
  return records.flatMap((record) => {
    const parsed = record.entity === entity ? z.safeParse(shape, record.value['record']) : undefined;
    return parsed?.success ? [{ key: record.key, content: parsed.data }] : [];
  });
}
