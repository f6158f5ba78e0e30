import type { CustomerId, EvidenceId, StatementId } from '../domain/ids';
import { digestRow, digestTable } from '../domain/index/digest';
import { changedParts, documentOf, inTurn, readRows, save, untilWritten } from './index-documents';
import type { Ports } from './ports';

export interface EvidenceNews {
  readonly statementId: StatementId;
  readonly evidenceId: EvidenceId;
}

/** Takes evidence that was added or removed into the digests; answers whose customers it is. Safe to repeat. */
export async function updateDigests(ports: Pick<Ports, 'documents' | 'evidence'>, news: readonly EvidenceNews[]): Promise<ReadonlySet<CustomerId>> {
  const byStatement = new Map<StatementId, EvidenceId[]>();
  for (const { statementId, evidenceId } of news) byStatement.set(statementId, [...(byStatement.get(statementId) ?? []), evidenceId]);
  const customers = new Set<CustomerId>();
  for (const [statement, ids] of byStatement) for (const id of await untilWritten(() => updateDigest(ports, statement, ids))) customers.add(id);
  return customers;
}

async function updateDigest(ports: Pick<Ports, 'documents' | 'evidence'>, statement: StatementId, ids: readonly EvidenceId[]): Promise<readonly CustomerId[]> {
  const name = documentOf.digest(statement);
  const document = await ports.documents.read(name);
  const rows = await readRows(document, digestTable);
  // The note says that something happened to the record; only the record says what.
  const records = await inTurn(ids, async (id) => ({ id, evidence: await ports.evidence.read(id) }));
  for (const { id, evidence } of records) {
    if (evidence?.statementId === statement) rows.set(id, digestRow(evidence));
    else rows.delete(id);
  }
  await save(ports, name, document, changedParts(document, digestTable, rows.values()));
  return records.flatMap(({ evidence }) => evidence?.customerId ?? []);
}

const mostRecords = 200_000;

/** Makes a statement's digest anew from its records: what events never told is found here. */
export async function rebuildDigest(ports: Pick<Ports, 'documents' | 'evidence'>, statement: StatementId): Promise<readonly CustomerId[]> {
  const rows = await readRows(await ports.documents.read(documentOf.digest(statement)), digestTable);
  const found = await ports.evidence.ofStatement(statement, mostRecords);
  const inIndex = new Set(found.map(({ id }) => id));
  // The list of a statement's records lags behind: what it does not name is asked for one by one.
  const unnamed = [...rows.values()].map(([id]) => id).filter((id) => !inIndex.has(id));
  const unknown = found.filter(({ id }) => !rows.has(id)).map(({ id }) => id);
  if (unnamed.length + unknown.length > 0) await untilWritten(() => updateDigest(ports, statement, [...unnamed, ...unknown]));
  return found.flatMap(({ customerId }) => customerId ?? []);
}
