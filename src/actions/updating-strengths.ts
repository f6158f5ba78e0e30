import type { CustomerId, StatementId } from '../domain/ids';
import { segmentsOf, type IndexedCustomer } from '../domain/index/customers';
import { dayOf, type DigestRow } from '../domain/index/digest';
import type { Graph, IndexedStatement, Source } from '../domain/index/graph';
import { fixesBy, type Solver } from '../domain/index/items';
import { readersOf } from '../domain/index/shared';
import {
  accountsAmong,
  measure,
  sameFixes,
  sameSources,
  speakersTable,
  strengthTable,
  voicesTable,
  summarise,
  type IndexedStrength,
  type Speakers,
  type StrengthContext,
  type Voices,
} from '../domain/index/strength';
import { namesOf, onePart } from '../domain/index/tables';
import { compareIds, speakersOf, type Params } from '../domain/score';
import { median } from '../domain/score/numbers';
import { changedParts, documentOf, readContent, save, type Content } from './index-documents';
import type { Ports, StoredDocument } from './ports';
import type { SiteSettings } from './settings-ports';
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
  readonly voices: Map<string, Voices>;
  readonly about: StrengthsAbout | undefined;
}

export async function openStrengths(ports: Pick<Ports, 'documents'>): Promise<Strengths> {
  const document = await ports.documents.read(documentOf.strengths);
  const content = await readContent(document);
  return {
    document,
    rows: content.rows(strengthTable),
    speakers: content.rows(speakersTable),
    voices: content.rows(voicesTable),
    about: aboutOfStrengths(content),
  };
}

export const aboutOfStrengths = (content: Content): StrengthsAbout | undefined => content.one<StrengthsAbout>(aboutPart);

/** All that pages show of it: who speaks is many times as much as how many they are. */
export const readStrengths = (document: StoredDocument): Promise<Content> => readContent(document, [aboutPart, ...namesOf(strengthTable, document.names)]);

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

/** What numbers are computed from. */
export interface Around {
  readonly graph: Graph;
  readonly solvers: ReadonlyMap<string, Solver>;
  readonly customers: ReadonlyMap<string, IndexedCustomer>;
  readonly digests: Digests;
  readonly params: Params;
  readonly now: number;
}

interface AroundAll extends Around {
  readonly settings: Pick<SiteSettings, 'openProjects'>;
}

/** Computes the strengths that are stale, and only those: evidence, paths, fixes, references or the day moved on under them. */
export async function updateStrengths(ports: Pick<Ports, 'documents'>, strengths: Strengths, news: StrengthNews, around: AroundAll): Promise<CurrentStrengths> {
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
  const readersOfAll = (sources: readonly Source[]): string =>
    readersOf(
      sources.flatMap(([id]) => graph.statements.get(id) ?? []),
      around.settings.openProjects,
    );
  const isMoved = ({ statement, sources, fixes }: (typeof current)[number]): boolean => {
    const known = strengths.rows.get(statement.id);
    return (
      known === undefined ||
      hasMoved ||
      !sameSources(known.sources, sources) ||
      !sameFixes(known.fixes, fixes) ||
      known.book.readers !== readersOfAll(sources) ||
      sources.some(([id]) => news.statements.has(id))
    );
  };
  const stale = current.filter((own) => hasAged || isMoved(own));
  await around.digests.load(stale.flatMap(({ sources }) => sources.map(([id]) => id)));

  const rows = new Map<string, IndexedStrength>();
  const speakers = new Map<string, Speakers>();
  const voices = new Map<string, Voices>();
  for (const { statement } of current) keep({ rows, speakers, voices }, strengths, statement);
  const changed = new Set<string>([...strengths.rows.keys()].filter((id) => !graph.statements.has(id)));
  for (const own of stale) {
    const { statement, sources, fixes } = own;
    const known = strengths.rows.get(statement.id);
    const { accounts, ...numbers } = strengthOf(statement, sources, around, context);
    const touched = isMoved(own) ? now : (known?.book.touched ?? now);
    const row: IndexedStrength = {
      id: statement.id,
      ...numbers,
      sources,
      fixes,
      book: { stamp: document.version + 1, touched, readers: readersOfAll(sources) },
    };
    const speaking: Speakers = { id: statement.id, accounts };
    const heard: Voices = { id: statement.id, customers: customersOf(around.digests.rowsOf(statement.id)) };
    // Another customer may say the same in another one's place: the numbers stay, and who speaks does not.
    const isSame = sameNumbers(known, row) && alike(strengths.speakers.get(statement.id), speaking) && alike(strengths.voices.get(statement.id), heard);
    if (isSame) continue;
    changed.add(statement.id);
    rows.set(statement.id, row);
    speakers.set(statement.id, speaking);
    voices.set(statement.id, heard);
  }
  if (changed.size > 0 || hasAged || hasMoved) {
    const part = new Map([[aboutPart, onePart<StrengthsAbout>({ asOfDay: context.asOfDay, arrRef })]]);
    await save(
      ports,
      documentOf.strengths,
      document,
      changedParts(document, strengthTable, rows.values()),
      changedParts(document, speakersTable, speakers.values()),
      changedParts(document, voicesTable, voices.values()),
      part,
    );
  }
  return { rows, speakers, version: document.version + (changed.size > 0 ? 1 : 0), changed, context };
}

/** A statement's numbers and who speaks for it, from the evidence of these sources. */
export function strengthOf(
  statement: IndexedStatement,
  sources: readonly Source[],
  { graph, digests, params, customers }: Pick<Around, 'graph' | 'digests' | 'params' | 'customers'>,
  context: StrengthContext,
) {
  const measured = measure(statement, sources, graph, digests.rowsOf, context);
  const accounts = accountsAmong(measured.aggregate.supporters);
  return { ...summarise(measured, params.a0), segments: segmentsOf(accounts, customers), accounts };
}

/** The value of a customer that counts as one voice. */
export const referenceOf = ({ customers, params }: Pick<Around, 'customers' | 'params'>): number | null =>
  params.arrRef ?? median([...customers.values()].flatMap(({ value }) => value ?? []));

export function contextOf({ graph, solvers, customers, params, now }: Omit<Around, 'digests'>, arrRef: number | null): StrengthContext {
  const accounts = [...customers.values()].map(({ id, value }) => ({ id, arr: value }));
  return { params, speakers: speakersOf(accounts, arrRef, params), asOfDay: dayOf(now), fixes: fixesBy(solvers.values(), graph, params) };
}

function keep(kept: Pick<Strengths, 'rows' | 'speakers' | 'voices'>, { rows, speakers, voices }: Strengths, { id }: IndexedStatement): void {
  const row = rows.get(id);
  const speaking = speakers.get(id);
  const heard = voices.get(id);
  if (row !== undefined) kept.rows.set(id, row);
  if (speaking !== undefined) kept.speakers.set(id, speaking);
  if (heard !== undefined) kept.voices.set(id, heard);
}

function customersOf(rows: Iterable<DigestRow>): readonly CustomerId[] {
  return [...new Set([...rows].flatMap(([, , customer]) => customer ?? []))].sort(compareIds);
}

// When numbers changed is no number, but who may read what they come from is.
const sameNumbers = (a: IndexedStrength | undefined, b: IndexedStrength): boolean => alike({ ...a, book: a?.book.readers }, { ...b, book: b.book.readers });

const alike = (a: object | undefined, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
