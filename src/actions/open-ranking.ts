import type { Input, Output } from '../contract';
import type { IssueId } from '../domain/ids';
import type { ItemView, ProblemView } from '../contract/ranking';
import { sources } from '../domain/evidence';
import { coveredProblems, type Places } from '../domain/index/backlog';
import { createGraph } from '../domain/index/graph';
import { countsForReadersOf } from '../domain/index/shared';
import { itemTable, ranked, scoredItem, type IndexedItem } from '../domain/index/items';
import { strengthTable, type Backing } from '../domain/index/strength';
import { laneOrder } from '../domain/order/pins';
import { compareIds, coverThrough, type Params } from '../domain/score';
import { documentOf, readContent, type Content } from './index-documents';
import { pinView, type PinRecord } from './pinning';
import type { Ports, StoredDocument } from './ports';
import type { SiteSettings } from './settings-ports';
import { effortOf } from './project-settings';
import { indexedProjects } from './project-types';
import { statementView } from './read-backing';
import { isSetUp } from './reading-statements';
import { firstReading } from './rebuild-progress';
import { newestOf, readStored, see, speakingOn, type Sight, type Stored } from './seeing-index';
import { ownWeights } from './own-weights';
import { sharedTable } from './placing-items';
import { aboutPart, placesPart, type RankingAbout } from './updating-rankings';

export type RankingPorts = Pick<Ports, 'documents' | 'permissions' | 'projects' | 'settings' | 'clock' | 'pins' | 'decisions'>;
type RankingView = Output<'openRanking'>;

/** The whole page from the index and a few permission checks: no issue is read. */
export async function openRanking(ports: RankingPorts, { projectId }: Input<'openRanking'>): Promise<RankingView> {
  const [settings, document] = await Promise.all([ports.settings.read(), ports.documents.read(documentOf.ranking(projectId))]);
  const [reading, readingAll] = [readItems(document), readStored(ports)];
  const [progress, { content, items, listed, isOnBoardOnly }, stored, visible, pins, applied] = await Promise.all([
    firstReading(ports, indexedProjects(settings)),
    reading,
    readingAll,
    visibleOf(ports, reading, readingAll),
    ports.pins.ofProject(projectId),
    ports.decisions.newest(projectId),
  ]);
  const about = content.one<RankingAbout>(aboutPart);
  const isPlaced = content.one<Places>(placesPart) !== undefined;
  const state = stateOf(settings, projectId, isPlaced && progress === null);
  const project = about?.project ?? (await namedByJira(ports, projectId));
  const empty: RankingView = {
    state,
    progress,
    project: { ...project, id: projectId },
    now: ports.clock.now(),
    updatedAt: about?.updatedAt ?? 0,
    asOfDay: 0,
    effortUnit: effortOf(settings, projectId)?.unit ?? 'points',
    params: {},
    types: [],
    statuses: [],
    problems: [],
    items: [],
    pins: [],
    appliedAt: applied?.at ?? null,
    differsFromShared: false,
    isJiraAdmin: false,
    columns: null,
  };
  // Who can set it up is told where; nobody else needs to be asked for.
  if (state === 'not-set-up' || state === 'not-enabled') return { ...empty, isJiraAdmin: await ports.permissions.isJiraAdmin() };

  const sight = see(ports, stored, visible, ownWeights(settings, projectId, content));
  const shown = listed.filter(({ id }) => visible.has(id)).sort((a, b) => compareIds(a.id, b.id));
  const problems = await problemsBehind(shown, sight);
  const shared = content.rows(sharedTable);
  const coveredForAll = (): number => {
    if (!isOnBoardOnly) return about?.covered.length ?? 0;
    // What only items beside the board cover is not hidden from this person, but not ranked.
    const counted = createGraph([...stored.statements.values()].filter(countsForReadersOf(projectId, settings.openProjects)));
    return coveredProblems(items.values(), counted, sight.params).size;
  };
  const typed = tabled(
    shown,
    ({ typeId: id, typeName: name, level }) => ({ id, name, level }),
    ({ typeId }) => typeId,
  );
  const statuses = tabled(
    shown,
    ({ status: name, category }) => ({ name, category }),
    ({ status, category }) => `${category} ${status}`,
  );
  return {
    ...empty,
    asOfDay: sight.asOfDay,
    params: paramsForPage(sight.params),
    types: typed.rows,
    statuses: statuses.rows,
    problems: problems.map(({ view }) => view),
    pins: pinsAbove(pins, shown),
    items: itemViews(shown, problems, sight, typed.at, statuses.at),
    differsFromShared:
      problems.some(({ view, strength }) => (shared.get(view.id)?.records ?? strength.records) !== strength.records || isHidden(view, settings, projectId)) ||
      problems.length < coveredForAll(),
  };
}

/** Only of open items that the person may browse. */
function pinsAbove(pins: readonly PinRecord[], shown: readonly IndexedItem[]): RankingView['pins'] {
  const open = new Set(shown.flatMap(({ id, done }) => (done === null ? [id] : [])));
  return laneOrder(pins.filter(({ issueId }) => open.has(issueId))).map(pinView);
}

interface ProjectItems {
  readonly content: Content;
  readonly items: ReadonlyMap<string, IndexedItem>;
  readonly listed: readonly IndexedItem[];
  /** The project ranks what is on a board, and holds more. */
  readonly isOnBoardOnly: boolean;
}

async function readItems(document: StoredDocument): Promise<ProjectItems> {
  const content = await readContent(document);
  const all = content.rows(itemTable);
  const items = ranked(all);
  return { content, items, listed: worthListing([...items.values()]), isOnBoardOnly: items.size < all.size };
}

/** Which items and statements the person may browse: asked for at once, and as soon as each is read. */
async function visibleOf(ports: Pick<Ports, 'permissions'>, reading: Promise<ProjectItems>, readingAll: Promise<Stored>): Promise<ReadonlySet<IssueId>> {
  const askItems = async () => ports.permissions.browsable((await reading).listed.map(({ id }) => id));
  const askStatements = async () => {
    const [{ items }, { statements, strengths }] = await Promise.all([reading, readingAll]);
    return ports.permissions.browsable([...speakingOn(stated(items, createGraph(statements.values())), strengths.rows(strengthTable))]);
  };
  const [seen, speaking] = await Promise.all([askItems(), askStatements()]);
  return new Set([...seen, ...speaking]);
}

function stateOf(settings: SiteSettings, projectId: RankingView['project']['id'], isRead: boolean): RankingView['state'] {
  if (!isSetUp(settings)) return 'not-set-up';
  if (!settings.backlogProjects.includes(projectId)) return 'not-enabled';
  return isRead ? 'ready' : 'building';
}

async function namedByJira(ports: Pick<Ports, 'projects'>, projectId: RankingView['project']['id']) {
  const project = await ports.projects.read('user', projectId);
  return { key: project?.key ?? '', name: project?.name ?? '' };
}

// Most of an old tracker is finished and states nothing: without it the answer stays below what Forge lets through.
function worthListing(items: readonly IndexedItem[]): readonly IndexedItem[] {
  const parents = new Set(items.flatMap(({ done, parent }) => (done === null && parent !== null ? [parent] : [])));
  return items.filter(({ id, done, serves }) => done === null || serves.length > 0 || parents.has(id));
}

/** Everything that items solve or realise, and what covers reach through it. */
export function stated(items: ReadonlyMap<string, IndexedItem>, graph: Sight['graph']) {
  const ids = new Set([...items.values()].flatMap(({ serves }) => serves.map(({ to }) => to)));
  for (const id of [...ids])
    for (const { problem } of graph.covers.get(id)?.inFavour ?? []) {
      const statement = graph.statements.get(problem);
      if (statement) ids.add(statement.id);
    }
  return ids;
}

interface ShownProblem {
  readonly view: ProblemView;
  readonly strength: Backing;
}

async function problemsBehind(items: readonly IndexedItem[], sight: Sight): Promise<readonly ShownProblem[]> {
  const covered = [...coveredProblems(items, sight.graph, sight.params)].sort(compareIds);
  const targets = covered.flatMap((id) => sight.graph.statements.get(id) ?? []);
  const strengths = await sight.strengthsOf(targets);
  return targets.flatMap((target): ShownProblem[] => {
    const strength = strengths.get(target.id);
    if (strength === undefined) return [];
    const { support, contradiction, value, deviation, customers, measured, speaking, segments } = strength;
    return [
      {
        view: {
          ...statementView(target),
          support,
          contradiction,
          value,
          deviation,
          customers,
          largest: largestOf(strength, sight),
          measured,
          newest: newestOf(strength),
          sources: sources.filter((source) => speaking.includes(source)),
          segments: [...segments],
        },
        strength,
      },
    ];
  });
}

function largestOf({ largest }: Backing, { customers }: Sight): ProblemView['largest'] {
  if (largest === null) return null;
  const { key, share, messages, countsAs } = largest;
  const name = key.startsWith('@') ? customers.get(key.slice(1))?.name : key.slice(1);
  return { name: name ?? '', share, messages, countsAs, isMeasured: key.startsWith('#') };
}

function itemViews(
  items: readonly IndexedItem[],
  problems: readonly ShownProblem[],
  { graph, params, visible }: Sight,
  typeOf: (item: IndexedItem) => number,
  statusOf: (item: IndexedItem) => number,
): ItemView[] {
  const position = new Map(problems.map(({ view }, at) => [view.id as string, at]));
  const coverOf = coverThrough(graph.covers, params.defaultCover);
  return items.map((item) => {
    const covers = item.serves.length === 0 ? [] : coverOf(scoredItem(item, graph));
    return {
      id: item.id,
      key: item.key,
      summary: item.summary,
      type: typeOf(item),
      status: statusOf(item),
      parent: item.parent !== null && visible.has(item.parent) ? item.parent : null,
      effort: item.effort,
      done: item.done,
      labels: [...item.labels],
      components: [...item.components],
      covers: covers.flatMap(({ problem, weight }): ItemView['covers'] => {
        const at = position.get(problem);
        return at === undefined || weight <= 0 ? [] : [[at, weight]];
      }),
    };
  });
}

// Types and statuses repeat thousands of times: items name them by position.
function tabled<Row>(
  items: readonly IndexedItem[],
  rowOf: (item: IndexedItem) => Row,
  keyOf: (item: IndexedItem) => string,
): { readonly rows: Row[]; readonly at: (item: IndexedItem) => number } {
  const positions = new Map<string, number>();
  const rows: Row[] = [];
  for (const item of items) if (!positions.has(keyOf(item))) positions.set(keyOf(item), rows.push(rowOf(item)) - 1);
  return { rows, at: (item) => positions.get(keyOf(item)) ?? 0 };
}

const isHidden = ({ projectId: home, isRestricted }: ProblemView, { openProjects }: SiteSettings, projectId: RankingView['project']['id']): boolean =>
  isRestricted || (home !== projectId && !openProjects.includes(home));

function paramsForPage({
  a0,
  s0,
  rho,
  cvAgg,
  w0,
  lambda,
  effortFloor,
  sigmaEffort,
  sigmaEffortMissing,
  sigmaCover,
  draws,
  seed,
  topK,
  effortRef,
  level,
  defaultCover,
}: Params): RankingView['params'] {
  return { a0, s0, rho, cvAgg, w0, lambda, effortFloor, sigmaEffort, sigmaEffortMissing, sigmaCover, draws, seed, topK, effortRef, level, defaultCover };
}
