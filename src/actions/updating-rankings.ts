import type { ProjectId } from '../domain/ids';
import { numbersTable } from '../domain/index/backlog';
import { coverShape, createGraph } from '../domain/index/graph';
import { coverageOf, itemTable, type IndexedItem } from '../domain/index/items';
import { countsForReadersOf } from '../domain/index/shared';
import { ownTable } from '../domain/index/strength';
import { inOnePart, onePart } from '../domain/index/tables';
import { fnv1a } from '../domain/score/keyed-normal';
import { changedParts, documentOf, readContent, save } from './index-documents';
import { place, sharedTable, type Around } from './placing-items';
import type { Ports, StoredDocument } from './ports';
import type { SiteSettings } from './settings-ports';
import type { CurrentStrengths } from './updating-strengths';

/** What places were computed from, besides the items; where it differs, they are stale. */
interface Basis {
  readonly strengths: number;
  /** Stands for the shared statements and what covers reach through them. */
  readonly shape: string;
  readonly asOfDay: number;
}

export interface RankingAbout {
  readonly project: { readonly id: ProjectId; readonly key: string; readonly name: string };
  readonly updatedAt: number;
  /** null while items were taken in and not placed yet. */
  readonly basis: Basis | null;
  /** Stands for the weights with which its numbers were computed. */
  readonly weights: string;
  /** Problems that its items cover. */
  readonly covered: readonly string[];
}

export const aboutPart = 'about';
export const placesPart = 'places';

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

type Needed = Pick<Ports, 'documents' | 'projects' | 'gate'>;

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
  const weights = weightsOf(projectId, around.settings);
  const hasNewWeights = about !== undefined && about.weights !== weights;
  const isPlaced = strengths === undefined || basis === undefined || (about !== undefined && !hasNewWeights && isCurrent(about, basis, strengths));
  if (changed.size === 0 && isPlaced) return 'unchanged';
  const project = about?.project ?? (await projectNamed(ports, projectId));
  const itemParts = changedParts(document, itemTable, items.values());
  if (basis === undefined || strengths === undefined) {
    const taken: RankingAbout = { project, updatedAt: around.now, basis: null, covered: about?.covered ?? [], weights: about?.weights ?? weights };
    await save(ports, documentOf.ranking(projectId), document, itemParts, new Map([[aboutPart, onePart(taken)]]));
    return 'taken-in';
  }
  const { covered, shared, own, places, numbers } = await place({ projectId, items, before: content, changed, hasNewWeights }, strengths, around);
  const placed: RankingAbout = { project, updatedAt: around.now, basis, covered, weights };
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
  await ports.gate.cover(projectId, coverageOf(items.values(), around.graph.statements));
  return 'placed';
}

// Asked without reading the items: nearly always nothing that they rest on has moved.
async function isStale(document: StoredDocument, projectId: ProjectId, strengths: CurrentStrengths, around: Around): Promise<boolean> {
  const about = inOnePart<RankingAbout>(aboutPart, await document.part(aboutPart));
  if (about === undefined) return false;
  return about.weights !== weightsOf(projectId, around.settings) || !isCurrent(about, basisOf(projectId, strengths, around), strengths);
}

function isCurrent({ basis, covered }: RankingAbout, now: Basis, { rows }: Pick<CurrentStrengths, 'rows'>): boolean {
  if (basis === null || basis.shape !== now.shape || basis.asOfDay !== now.asOfDay) return false;
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
  return { strengths: version, shape: `${shape.length}.${fnv1a(shape)}`, asOfDay: context.asOfDay };
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

const weightsOf = (projectId: ProjectId, { projects }: SiteSettings): string => {
  const { params = {} } = projects[projectId] ?? {};
  const text = JSON.stringify(params);
  return `${text.length}.${fnv1a(text)}`;
};
