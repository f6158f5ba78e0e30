import type { ProjectId, StatementId } from '../domain/ids';
import { inOnePart, namesOf, partsOf, rowsIn, type Table } from '../domain/index/tables';
import type { Ports, StoredDocument } from './ports';

/** Names of the documents that hold the index. */
export const documentOf = {
  graph: 'graph',
  customers: 'customers',
  solvers: 'solvers',
  strengths: 'strengths',
  points: 'points',
  sweep: 'sweep',
  digest: (statement: StatementId) => `digest.${statement}`,
  ranking: (project: ProjectId) => `ranking.${project}`,
  published: (project: ProjectId) => `published.${project}`,
  linkTypes: 'link-types',
  health: (project: ProjectId) => `health.${project}`,
  rebuild: (project: ProjectId) => `rebuild.${project}`,
} as const;

/** Somebody else moved a document first: what was computed from it is read and computed again. */
export class IndexMoved extends Error {
  constructor(name: string) {
    super(`Document ${name} was moved by another run.`);
    this.name = 'IndexMoved';
  }
}

export type DocumentPorts = Pick<Ports, 'documents'>;

export async function readRows<Row>(document: StoredDocument, table: Table<Row>): Promise<Map<string, Row>> {
  return rowsIn(table, await document.parts(namesOf(table, document.names)));
}

/** A document's content, or some parts of it, read in one go so that it is all of one version. */
export interface Content {
  readonly rows: <Row>(table: Table<Row>) => Map<string, Row>;
  readonly one: <Single extends object>(name: string) => Single | undefined;
}

export async function readContent(document: StoredDocument, names: readonly string[] = document.names): Promise<Content> {
  const parts = await document.parts(names);
  return { rows: (table) => rowsIn(table, parts), one: (name) => inOnePart(name, parts.get(name)) };
}

/** The parts that hold these rows, and undefined for parts that no longer hold any. */
export function changedParts<Row>(document: StoredDocument, table: Table<Row>, rows: Iterable<Row>): ReadonlyMap<string, unknown> {
  const parts = partsOf(table, rows);
  const vanished = namesOf(table, document.names).filter((name) => !parts.has(name));
  return new Map([...parts, ...vanished.map((name) => [name, undefined] as const)]);
}

export async function save(ports: DocumentPorts, name: string, since: StoredDocument, ...changed: readonly ReadonlyMap<string, unknown>[]): Promise<void> {
  const parts = new Map(changed.flatMap((own) => [...own]));
  if ((await ports.documents.write(name, since, parts)) === 'conflict') throw new IndexMoved(name);
}

const tries = 5;

/** Repeats an attempt that another run got ahead of. */
export async function untilWritten<Outcome>(attempt: () => Promise<Outcome>): Promise<Outcome> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof IndexMoved) || tried === tries) throw error;
    }
  }
}

const atOnce = 10;

/** Many small reads, a few at a time, answers in order. */
export async function inTurn<Item, Answer>(items: readonly Item[], read: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += atOnce) answers.push(...(await Promise.all(items.slice(start, start + atOnce).map(read))));
  return answers;
}
