import { statementId, type CustomerId, type IssueId, type ProjectId } from '../domain/ids';
import { statementTable } from '../domain/index/graph';
import { itemTable } from '../domain/index/items';
import { onePart } from '../domain/index/tables';
import { keepToBoards, pointsWithBoard } from './keeping-to-boards';
import { documentOf, inTurn, IndexMoved, readContent, readRows, save } from './index-documents';
import type { IssueFacts, Ports, StoredDocument } from './ports';
import type { SiteSettings } from './settings-ports';
import { indexedTypes } from './project-types';
import { kindOfType } from './reading-statements';
import { lookForModes } from './remembering-modes';
import { rebuildPart, type RebuildState } from './rebuild-progress';
import { takePoints, untilNextHour } from './spending-points';
import { rebuildDigest } from './updating-digests';
import { noNews, updateIndex, type IndexPorts } from './updating-index';

export type RebuildPorts = IndexPorts & Pick<Ports, 'issues' | 'changes' | 'runs' | 'log' | 'workflows'>;

interface Seen {
  readonly ids: readonly IssueId[];
}

interface Reading extends RebuildState {
  /** Earlier readings of this project: a late run of one of them must not start it again. */
  readonly superseded: readonly string[];
}

const seenPart = 'seen';
const pagesPerRun = 10;
const secondsPerRun = 20;
const pointsPerPage = 101;
const rememberedTokens = 20;

/** Reads one slice of a project's issues into the index and leaves the rest to the next run. A slice may run twice. */
export async function rebuild(ports: RebuildPorts, { projectId, token }: { readonly projectId: ProjectId; readonly token: string }): Promise<void> {
  const document = await ports.documents.read(documentOf.rebuild(projectId));
  const content = await readContent(document);
  const before = content.one<Reading>(rebuildPart);
  if (before?.superseded.includes(token) === true || (before?.token === token && before.isFinished)) return;
  const settings = await ports.settings.read();
  const typeIds = await indexedTypes(ports, settings, projectId);
  const isNew = before?.token !== token;
  if (isNew && settings.backlogProjects.includes(projectId)) await lookForModes(ports, projectId);
  const state = isNew ? await start(ports, projectId, token, typeIds, before) : before;
  const seen = isNew ? [] : (content.one<Seen>(seenPart)?.ids ?? []);

  const slice =
    typeIds.length === 0
      ? { issues: [], after: null, isLast: true, isOutOfPoints: false }
      : await readSlice(ports, settings, { projectId, typeIds }, state.after);
  const customers = await rebuildDigests(ports, settings, slice.issues);
  await updateIndex(ports, { ...noNews, issues: slice.issues, customers }, 'later');
  const all = [...new Set([...seen, ...slice.issues.map(({ id }) => id)])];
  const next: Reading = { ...state, after: slice.after, done: all.length, isFinished: slice.isLast };
  if (slice.isLast) await finish(ports, projectId, new Set(all));
  if (!(await advance(ports, projectId, document, next, slice.isLast ? [] : all))) return;
  ports.log.info('rebuild slice', { project: projectId, done: next.done, of: next.of, isFinished: next.isFinished });
  if (!slice.isLast) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token }, slice.isOutOfPoints ? untilNextHour(ports.clock.now()) : 0);
}

async function start(ports: RebuildPorts, projectId: ProjectId, token: string, typeIds: readonly string[], before: Reading | undefined): Promise<Reading> {
  const of = typeIds.length === 0 ? 0 : await ports.issues.count('app', { projectId, typeIds });
  const superseded = before === undefined ? [] : [...before.superseded, before.token].slice(-rememberedTokens);
  return {
    token,
    after: null,
    done: 0,
    of,
    isFinished: false,
    isFirst: before === undefined || (before.isFirst && !before.isFinished),
    since: ports.clock.now(),
    superseded,
  };
}

async function readSlice(
  ports: RebuildPorts,
  settings: SiteSettings,
  query: { readonly projectId: ProjectId; readonly typeIds: readonly string[] },
  from: string | null,
) {
  const price = pointsWithBoard(settings, query.projectId, pointsPerPage);
  const issues: IssueFacts[] = [];
  const started = ports.clock.now();
  let after = from;
  for (let page = 0; page < pagesPerRun && ports.clock.now() - started < secondsPerRun; page += 1) {
    if ((await takePoints(ports, 'rebuild', price)) < price) return { issues, after, isLast: false, isOutOfPoints: true };
    const answer = await ports.issues.page('app', query, after ?? undefined);
    issues.push(...(await keepToBoards(ports, settings, answer.issues)));
    after = answer.next ?? null;
    if (after === null) return { issues, after, isLast: true, isOutOfPoints: false };
  }
  return { issues, after, isLast: false, isOutOfPoints: false };
}

async function rebuildDigests(ports: RebuildPorts, settings: SiteSettings, issues: readonly IssueFacts[]): Promise<readonly CustomerId[]> {
  const statements = issues.filter(({ typeId }) => kindOfType(settings, typeId) !== undefined).map(({ id }) => statementId(id));
  return [...new Set((await inTurn(statements, (id) => rebuildDigest(ports, id))).flat())];
}

// What the pages did not name may be deleted, moved or only late in Jira's search: each is looked at by itself.
async function finish(ports: RebuildPorts, projectId: ProjectId, seen: ReadonlySet<string>): Promise<void> {
  const items = await readRows(await ports.documents.read(documentOf.ranking(projectId)), itemTable);
  const statements = await readRows(await ports.documents.read(documentOf.graph), statementTable);
  const held = [...[...items.values()].map(({ id }) => id), ...[...statements.values()].filter((own) => own.projectId === projectId).map(({ id }) => id)];
  await ports.changes.note(held.filter((id) => !seen.has(id)).map((issueId) => ({ kind: 'issue', issueId })));
  const { projects } = await updateIndex(ports, { ...noNews, hasNewCustomers: true }, 'now');
  for (const touched of projects) await ports.runs.push({ v: 1, kind: 'publish', projectId: touched });
  await ports.runs.push({ v: 1, kind: 'refresh' });
}

async function advance(ports: RebuildPorts, projectId: ProjectId, since: StoredDocument, next: Reading, seen: readonly IssueId[]): Promise<boolean> {
  try {
    await save(
      ports,
      documentOf.rebuild(projectId),
      since,
      new Map([
        [rebuildPart, onePart(next)],
        [seenPart, onePart<Seen>({ ids: seen })],
      ]),
    );
    return true;
  } catch (error) {
    // The same slice ran twice at once; the other run goes on.
    if (error instanceof IndexMoved) return false;
    throw error;
  }
}
