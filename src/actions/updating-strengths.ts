import type { StatementId } from '../domain/ids';
import type { IndexedCustomer } from '../domain/index/customers';
import { dayOf } from '../domain/index/digest';
import type { Graph, IndexedStatement, Source } from '../domain/index/graph';
import { fixesBy, type Solver } from '../domain/index/items';
import {
  accountsAmong,
  measure,
  sameFixes,
  sameSources,
  speakersTable,
  strengthTable,
  summarise,
  type IndexedStrength,
  type Speakers,
  type StrengthContext,
} from '../domain/index/strength';
import { onePart } from '../domain/index/tables';
import { speakersOf, type Params } from '../domain/score';
import { median } from '../domain/score/numbers';
import { changedParts, documentOf, readContent, save, type Content } from './index-documents';
import type { Ports, StoredDocument } from './ports';
import type { Digests } from './reading-digests';

/** What all strengths were computed with; where it differs, all are stale. */
interface StrengthsAbout {
  readonly asOfDay: number;
  readonly arrRef: number | null;
}

const aboutPart = 'about';

export interface Strengths {
  readonly document: StoredDocument;
  readonly rows: Map<string, IndexedStrength>;
  readonly speakers: Map<string, Speakers>;
  readonly about: StrengthsAbout | undefined;
}

export async function openStrengths(ports: Pick<Ports, 'documents'>): Promise<Strengths> {
  const document = await ports.documents.read(documentOf.strengths);
  const content = await readContent(document);
  return { document, rows: content.rows(strengthTable), speakers: content.rows(speakersTable), about: aboutOfStrengths(content) };
}

export const aboutOfStrengths = (content: Content): StrengthsAbout | undefined => content.one<StrengthsAbout>(aboutPart);

export interface StrengthNews {
  /** Statements whose evidence changed, or may have. */
  readonly statements: ReadonlySet<StatementId>;
  readonly hasNewCustomers: boolean;
}

/** Strengths as they stand after an update. */
export interface CurrentStrengths {
  readonly rows: ReadonlyMap<string, IndexedStrength>;
  readonly speakers: ReadonlyMap<string, Speakers>;
  readonly version: number;
  readonly changed: ReadonlySet<string>;
  readonly context: StrengthContext;
}

interface Around {
  readonly graph: Graph;
  readonly solvers: ReadonlyMap<string, Solver>;
  readonly customers: ReadonlyMap<string, IndexedCustomer>;
  readonly digests: Digests;
  readonly params: Params;
  readonly now: number;
}

/** Computes the strengths that are stale, and only those: evidence, paths, fixes, references or the day moved on under them. */
export async function updateStrengths(ports: Pick<Ports, 'documents'>, strengths: Strengths, news: StrengthNews, around: Around): Promise<CurrentStrengths> {
  const { document, about } = strengths;
  const { graph, now } = around;
  const arrRef = referenceOf(around);
  const context = contextOf(around, arrRef);
  const hasAged = about?.asOfDay !== context.asOfDay;
  const hasMoved = about === undefined || about.arrRef !== arrRef || news.hasNewCustomers;
  const current = [...graph.statements.values()].map((statement) => ({
    statement,
    sources: graph.sourcesOf(statement),
    fixes: context.fixes.get(statement.id) ?? [],
  }));
  const isMoved = ({ statement, sources, fixes }: (typeof current)[number]): boolean => {
    const known = strengths.rows.get(statement.id);
    return (
      known === undefined ||
      hasMoved ||
      !sameSources(known.sources, sources) ||
      !sameFixes(known.fixes, fixes) ||
      sources.some(([id]) => news.statements.has(id))
    );
  };
  const stale = current.filter((own) => hasAged || isMoved(own));
  await around.digests.load(stale.flatMap(({ sources }) => sources.map(([id]) => id)));

  const rows = new Map<string, IndexedStrength>();
  const speakers = new Map<string, Speakers>();
  for (const { statement } of current) keep(rows, speakers, strengths, statement);
  const changed = new Set<string>([...strengths.rows.keys()].filter((id) => !graph.statements.has(id)));
  for (const own of stale) {
    const { statement, sources, fixes } = own;
    const known = strengths.rows.get(statement.id);
    const { accounts, ...numbers } = strengthOf(statement, sources, around, context);
    const touched = isMoved(own) ? now : (known?.book.touched ?? now);
    const row: IndexedStrength = { id: statement.id, ...numbers, sources, fixes, book: { stamp: document.version + 1, touched } };
    if (known !== undefined && sameNumbers(known, row)) continue;
    changed.add(statement.id);
    rows.set(statement.id, row);
    speakers.set(statement.id, { id: statement.id, accounts });
  }
  if (changed.size > 0 || hasAged || hasMoved) {
    const part = new Map([[aboutPart, onePart<StrengthsAbout>({ asOfDay: context.asOfDay, arrRef })]]);
    await save(
      ports,
      documentOf.strengths,
      document,
      changedParts(document, strengthTable, rows.values()),
      changedParts(document, speakersTable, speakers.values()),
      part,
    );
  }
  return { rows, speakers, version: document.version + (changed.size > 0 ? 1 : 0), changed, context };
}

/** A statement's numbers and who speaks for it, from the evidence of these sources. */
export function strengthOf(
  statement: IndexedStatement,
  sources: readonly Source[],
  { graph, digests, params }: Pick<Around, 'graph' | 'digests' | 'params'>,
  context: StrengthContext,
) {
  const measured = measure(statement, sources, graph, digests.rowsOf, context);
  return { ...summarise(measured, params.a0), accounts: accountsAmong(measured.aggregate.supporters) };
}

const referenceOf = ({ customers, params }: Pick<Around, 'customers' | 'params'>): number | null =>
  params.arrRef ?? median([...customers.values()].flatMap(({ value }) => value ?? []));

function contextOf({ graph, solvers, customers, params, now }: Around, arrRef: number | null): StrengthContext {
  const accounts = [...customers.values()].map(({ id, value }) => ({ id, arr: value }));
  return { params, speakers: speakersOf(accounts, arrRef, params), asOfDay: dayOf(now), fixes: fixesBy(solvers.values(), graph, params) };
}

function keep(rows: Map<string, IndexedStrength>, speakers: Map<string, Speakers>, strengths: Strengths, { id }: IndexedStatement): void {
  const row = strengths.rows.get(id);
  const who = strengths.speakers.get(id);
  if (row !== undefined) rows.set(id, row);
  if (who !== undefined) speakers.set(id, who);
}

function sameNumbers(a: IndexedStrength, b: IndexedStrength): boolean {
  return JSON.stringify({ ...a, book: undefined }) === JSON.stringify({ ...b, book: undefined });
}
