import type { ProjectId } from '../domain/ids';
import { coveredProblems, numbersTable, placeItems, type ItemNumbers, type KnownProblem, type Places } from '../domain/index/backlog';
import { coverShape, createGraph, type IndexedStatement, type Source } from '../domain/index/graph';
import { itemTable, type IndexedItem } from '../domain/index/items';
import { countsForReadersOf } from '../domain/index/shared';
import { ownTable, sameSources, type IndexedStrength, type OwnStrength, type StrengthContext } from '../domain/index/strength';
import { inOnePart, onePart, type Table } from '../domain/index/tables';
import { fnv1a } from '../domain/score/keyed-normal';
import { changedParts, documentOf, readContent, save, type Content } from './index-documents';
import type { Ports, SiteSettings, StoredDocument } from './ports';
import { ownParams } from './project-settings';
import { contextOf, referenceOf, strengthOf, type Around as Known, type CurrentStrengths } from './updating-strengths';

/** What places were computed from, besides the items; where it differs, they are stale. */
interface Basis {
  readonly strengths: number;
  /** Stands for the shared statements and what covers reach through them. */
  readonly shape: string;
  readonly asOfDay: number;
  /** Stands for the project's own weights, empty where it has none. */
  readonly weights: string;
}

export interface RankingAbout {
  readonly project: { readonly id: ProjectId; readonly key: string; readonly name: string };
  readonly updatedAt: number;
  /** null while items were taken in and not placed yet. */
  readonly basis: Basis | null;
  /** Problems that its items cover. */
  readonly covered: readonly string[];
}

export const aboutPart = 'about';
export const placesPart = 'places';

/** A problem's numbers as the readers of a project may see them, where they differ from all evidence. */
export type SharedStrength = Omit<IndexedStrength, 'sources' | 'fixes' | 'book'>;
export const sharedTable: Table<SharedStrength> = { family: 'shared', idOf: ({ id }) => id, rowsInOne: 200 };

/** A project's ranking as it was found; items are read when they are needed. */
export interface OpenRanking {
  readonly projectId: ProjectId;
  readonly document: StoredDocument;
}

export async function openRankings(ports: Pick<Ports, 'documents'>, projects: readonly ProjectId[]): Promise<readonly OpenRanking[]> {
  return Promise.all(projects.map(async (projectId) => ({ projectId, document: await ports.documents.read(documentOf.ranking(projectId)) })));
}

export interface ItemNews {
  /** Items that a project must take in. */
  readonly put: ReadonlyMap<string, { readonly projectId: ProjectId; readonly item: IndexedItem }>;
  /** Issues that are no items of any project any more. */
  readonly gone: ReadonlySet<string>;
}

interface Around extends Known {
  readonly settings: SiteSettings;
}

type Needed = Pick<Ports, 'documents' | 'projects'>;

/** Takes items in and places them anew where anything they rest on moved; without strengths they are only taken in. */
export async function updateRanking(
  ports: Needed,
  ranking: OpenRanking,
  news: ItemNews,
  strengths: CurrentStrengths | undefined,
  around: Around,
): Promise<'placed' | 'taken-in' | 'unchanged'> {
  const { projectId, document } = ranking;
  const hasItemNews = news.put.size > 0 || news.gone.size > 0;
  if (!hasItemNews && (strengths === undefined || !(await isStale(document, projectId, strengths, around)))) return 'unchanged';
  const content = await readContent(document);
  const items = content.rows(itemTable);
  const changed = takeIn(items, projectId, news);
  const about = content.one<RankingAbout>(aboutPart);
  const basis = strengths && basisOf(projectId, strengths, around);
  const isPlaced = strengths === undefined || basis === undefined || (about !== undefined && isCurrent(about, basis, strengths));
  if (changed.size === 0 && isPlaced) return 'unchanged';
  const project = about?.project ?? (await projectNamed(ports, projectId));
  const itemParts = changedParts(document, itemTable, items.values());
  if (basis === undefined || strengths === undefined) {
    const taken: RankingAbout = { project, updatedAt: around.now, basis: null, covered: about?.covered ?? [] };
    await save(ports, documentOf.ranking(projectId), document, itemParts, new Map([[aboutPart, onePart(taken)]]));
    return 'taken-in';
  }
  const { covered, shared, own, places, numbers } = await place(items, content, changed, projectId, strengths, around);
  const placed: RankingAbout = { project, updatedAt: around.now, basis, covered };
  await save(
    ports,
    documentOf.ranking(projectId),
    document,
    itemParts,
    changedParts(document, sharedTable, shared),
    changedParts(document, ownTable, own),
    changedParts(document, numbersTable, numbers),
    new Map([
      [aboutPart, onePart(placed)],
      [placesPart, onePart(places)],
    ]),
  );
  return 'placed';
}

// Asked without reading the items: nearly always nothing that they rest on has moved.
async function isStale(document: StoredDocument, projectId: ProjectId, strengths: CurrentStrengths, around: Around): Promise<boolean> {
  const about = inOnePart<RankingAbout>(aboutPart, await document.part(aboutPart));
  return about !== undefined && !isCurrent(about, basisOf(projectId, strengths, around), strengths);
}

function isCurrent({ basis, covered }: RankingAbout, now: Basis, { rows }: Pick<CurrentStrengths, 'rows'>): boolean {
  if (basis === null || basis.shape !== now.shape || basis.asOfDay !== now.asOfDay || basis.weights !== now.weights) return false;
  return covered.every((id) => (rows.get(id)?.book.stamp ?? Infinity) <= basis.strengths);
}

function basisOf(projectId: ProjectId, { version, context }: CurrentStrengths, { settings, graph }: Around): Basis {
  const counts = countsForReadersOf(projectId, settings.openProjects);
  const all = [...graph.statements.values()];
  // Which statements are shared matters as much as what they link: a security level set on one hides its evidence.
  const shape = `${coverShape(createGraph(all.filter(counts)))}${all
    .filter((own) => !counts(own))
    .map(({ id }) => id)
    .sort()
    .join()}`;
  return { strengths: version, shape: `${shape.length}.${fnv1a(shape)}`, asOfDay: context.asOfDay, weights: weightsOf(projectId, settings) };
}

function takeIn(items: Map<string, IndexedItem>, projectId: ProjectId, { put, gone }: ItemNews): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const id of gone) if (items.delete(id)) changed.add(id);
  for (const [id, { projectId: home, item }] of put) {
    if (home !== projectId) {
      if (items.delete(id)) changed.add(id);
    } else if (JSON.stringify(items.get(id)) !== JSON.stringify(item)) {
      items.set(id, item);
      changed.add(id);
    }
  }
  return changed;
}

async function projectNamed(ports: Pick<Ports, 'projects'>, projectId: ProjectId): Promise<RankingAbout['project']> {
  const project = await ports.projects.read('app', projectId);
  return { id: projectId, key: project?.key ?? '', name: project?.name ?? '' };
}

async function place(
  items: ReadonlyMap<string, IndexedItem>,
  before: Content,
  changed: ReadonlySet<string>,
  projectId: ProjectId,
  strengths: CurrentStrengths,
  around: Around,
) {
  const { digests, now, settings } = around;
  const ownWeights = ownParams(settings, projectId);
  const params = ownWeights ?? around.params;
  const weighing = ownWeights && { ...around, params: ownWeights };
  const context = weighing ? contextOf(weighing, referenceOf(weighing)) : strengths.context;
  const graph = createGraph([...around.graph.statements.values()].filter(countsForReadersOf(projectId, settings.openProjects)));
  const covered = coveredProblems(items.values(), graph, params);
  const problems = new Map<string, KnownProblem>();
  const shared: SharedStrength[] = [];
  const own: OwnStrength[] = [];
  for (const id of covered) {
    const target = graph.statements.get(id);
    const ofSite = strengths.rows.get(id);
    if (target === undefined || ofSite === undefined) throw new Error(`Problem ${id} is covered and was not measured.`);
    const full = weighing ? await measured(target, ofSite.sources, weighing, context) : { ...ofSite, accounts: strengths.speakers.get(id)?.accounts ?? [] };
    if (weighing) own.push({ ...withoutAccounts(full), id: target.id, sources: ofSite.sources });
    const sources = graph.sourcesOf(target);
    const isWhole = sameSources(sources, ofSite.sources);
    const seen = isWhole ? full : await measured(target, sources, { ...around, graph, params }, context);
    problems.set(id, { V: seen.value, sd: seen.deviation, accounts: seen.accounts, touched: ofSite.book.touched });
    if (!isWhole && seen.records !== full.records) shared.push({ ...withoutAccounts(seen), id: target.id });
  }
  const numbersBefore = before.rows<ItemNumbers>(numbersTable);
  const touchedAt = (id: string, covers: string): number => {
    const known = numbersBefore.get(id);
    return known === undefined || known.covers !== covers || changed.has(id) ? now : known.touched;
  };
  const { places, numbers } = placeItems(items, graph, problems, params, touchedAt);
  return { covered: [...covered].sort(), shared, own, places: places satisfies Places, numbers };
}

async function measured(target: IndexedStatement, sources: readonly Source[], around: Pick<Known, 'graph' | 'digests' | 'params'>, context: StrengthContext) {
  await around.digests.load(sources.map(([source]) => source));
  return strengthOf(target, sources, around, context);
}

function withoutAccounts<Numbers extends { readonly accounts: unknown }>({ accounts: _, ...numbers }: Numbers): Omit<Numbers, 'accounts'> {
  return numbers;
}

const weightsOf = (projectId: ProjectId, settings: SiteSettings): string => {
  const text = JSON.stringify(ownParams(settings, projectId) && settings.projects[projectId]?.params) ?? '';
  return text === '' ? '' : `${text.length}.${fnv1a(text)}`;
};
