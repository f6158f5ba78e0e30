import type { QuoteView } from '../contract/shapes';
import { sources, type Evidence } from '../domain/evidence';
import { evidenceId, type EvidenceId, type IssueId } from '../domain/ids';
import type { IndexedCustomer } from '../domain/index/customers';
import { secondsOf } from '../domain/index/digest';
import type { CustomerMass, EvidenceRecord, Mention } from '../domain/score';
import { inTurn } from './index-documents';
import type { Ports } from './ports';
import { readAround } from './reading-around';

export type QuotePorts = Pick<Ports, 'evidence' | 'issues'>;

/** A record as it speaks on one statement. */
export interface Spoken {
  readonly record: EvidenceRecord;
  readonly stance: Mention['stance'];
  readonly weight: number;
  /** `@customer`, `?source` or `#source`. */
  readonly key: string;
}

/** What was said, the weightiest first. */
export function spokenBy(customers: readonly CustomerMass[], records: readonly EvidenceRecord[]): readonly Spoken[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const spoken = customers.flatMap(({ key, mentions }) =>
    mentions.flatMap(({ evidence, stance, weight }): Spoken[] => {
      const record = byId.get(evidence);
      return record ? [{ record, stance, weight, key }] : [];
    }),
  );
  return spoken.sort((a, b) => b.weight - a.weight || (a.record.id < b.record.id ? -1 : 1));
}

/** The words and the ticket of the records that are shown with them. */
export interface Quoted {
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Keys of the tickets that this person may browse. */
  readonly ticketKeys: ReadonlyMap<IssueId, string>;
}

/** Reads records with their words; a ticket's key is read as the person, and stays hidden where Jira hides the ticket. */
export async function readQuoted(ports: QuotePorts, records: readonly EvidenceRecord[]): Promise<Quoted> {
  const ids = [...new Set(records.flatMap(({ id }): EvidenceId[] => [evidenceId(id)].flatMap((own) => own ?? [])))];
  const found = (await inTurn(ids, (id) => ports.evidence.read(id))).flatMap((evidence) => evidence ?? []);
  const tickets = await readAround(
    ports,
    found.flatMap(({ origin }) => origin.ticketId ?? []),
  );
  return { evidence: new Map(found.map((evidence) => [evidence.id, evidence])), ticketKeys: new Map([...tickets].map(([id, { key }]) => [id, key])) };
}

/** A record as a page shows it; one whose words were not read has none. */
export function quoteView(
  { record, stance }: Pick<Spoken, 'record' | 'stance'>,
  { evidence, ticketKeys }: Quoted,
  customers: ReadonlyMap<string, IndexedCustomer>,
): QuoteView[] {
  const id = evidenceId(record.id);
  const known = evidence.get(record.id);
  const source = known?.source ?? sourceIn(record);
  if (id === undefined || source === undefined) return [];
  const customer = record.account === null ? undefined : customers.get(record.account);
  const ticketId = known?.origin.ticketId ?? null;
  return [
    {
      id,
      stance,
      source,
      raw: record.raw,
      count: record.count ?? 1,
      ...(known && { receipt: known.receipt }),
      text: known?.quote ?? null,
      customer: customer ? { id: customer.id, name: customer.name } : null,
      at: known?.at ?? secondsOf(record.day),
      ticketKey: ticketId === null ? null : (ticketKeys.get(ticketId) ?? null),
    },
  ];
}

export const sourceIn = ({ source }: EvidenceRecord): QuoteView['source'] | undefined => sources.find((known) => known === source);
