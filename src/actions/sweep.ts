import type { IssueId, ProjectId } from '../domain/ids';
import { statementTable, type IndexedStatement } from '../domain/index/graph';
import { itemTable, type IndexedItem } from '../domain/index/items';
import { onePart } from '../domain/index/tables';
import { ruleOf } from '../domain/link-kinds';
import { linkKey } from '../domain/links';
import { compareIds } from '../domain/score';
import { documentOf, IndexMoved, inTurn, readContent, readRows, save } from './index-documents';
import { itemFrom, notedLinks, statementFrom } from './indexing-issues';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { isLooking, readHealth, startScans } from './health-scans';
import { indexedProjects, indexedTypes } from './project-types';
import { isSetUp, kindOfType, typedLinksOf } from './reading-statements';
import { keepToBoards, pointsWithBoard } from './keeping-to-boards';
import { lookForModes } from './remembering-modes';
import { rebuildPart, type RebuildState } from './rebuild-progress';
import { takePoints } from './spending-points';

export type SweepPorts = Pick<
  Ports,
  'documents' | 'issues' | 'projects' | 'settings' | 'evidence' | 'linkNotes' | 'changes' | 'runs' | 'clock' | 'log' | 'gate' | 'workflows'
>;

export interface SweepState {
  /** Up to when each project's changes were looked for, in epoch seconds. */
  readonly since: Readonly<Record<string, number>>;
  /** The last issue that was audited. */
  readonly audited: string;
}

export const sweepPart = 'state';
const overlapInSeconds = 600;
const firstLookBack = 7_200;
const pagesPerProject = 20;
const pointsPerPage = 101;
const auditSize = 100;

/** What the index holds, to compare with. */
interface Held {
  readonly items: ReadonlyMap<string, IndexedItem>;
  readonly statements: ReadonlyMap<string, IndexedStatement>;
}

/** Finds what events missed: by `updated`, by looking at a slice of all issues, and by pushing runs that may have been lost. */
export async function sweep(ports: SweepPorts): Promise<void> {
  const settings = await ports.settings.read();
  if (!isSetUp(settings)) return;
  const document = await ports.documents.read(documentOf.sweep);
  const state = (await readContent(document)).one<SweepState>(sweepPart) ?? { since: {}, audited: '' };
  const now = ports.clock.now();
  const held = await readHeld(ports, settings);
  const since: Record<string, number> = {};
  for (const projectId of indexedProjects(settings))
    since[projectId] = await lookForChanges(ports, settings, held, projectId, state.since[projectId] ?? now - firstLookBack);
  const audited = await audit(ports, settings, held, state.audited);
  await remember(ports, document, { since, audited });
  for (const projectId of indexedProjects(settings)) await pushLost(ports, projectId);
  for (const projectId of settings.backlogProjects) await lookForModes(ports, projectId);
  await startScans(ports, (await readHealth(ports, indexedProjects(settings))).filter(isLooking), '');
  await ports.runs.push({ v: 1, kind: 'answers', from: 0 });
  // Also where nothing was found: the day may have changed, and notes may wait whose push was lost.
  await ports.runs.push({ v: 1, kind: 'refresh' });
}

async function lookForChanges(ports: SweepPorts, settings: SiteSettings, held: Held, projectId: ProjectId, from: number): Promise<number> {
  const typeIds = await indexedTypes(ports, settings, projectId);
  const started = ports.clock.now();
  if (typeIds.length === 0) return started;
  let after: string | undefined;
  for (let page = 0; page < pagesPerProject; page += 1) {
    const price = pointsWithBoard(settings, projectId, pointsPerPage);
    if ((await takePoints(ports, 'rebuild', price)) < price) return from;
    const answer = await ports.issues.page('app', { projectId, typeIds, updatedSince: from - overlapInSeconds }, after);
    await noteDifferent(ports, settings, held, answer.issues);
    after = answer.next;
    if (after === undefined) return started;
  }
  // More changed at once than a sweep may read: reading the project anew is paced and shows its progress.
  await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token: `sweep-${started}` });
  return started;
}

// Search may be behind what the index knows: a difference is a reason to look, not the truth.
async function noteDifferent(ports: SweepPorts, settings: SiteSettings, held: Held, read: readonly IssueFacts[]): Promise<void> {
  const issues = await keepToBoards(ports, settings, read);
  const links = issues.flatMap((issue) => notedLinks(settings, issue).map(({ link }) => link));
  const found = links.length > 0 ? await ports.linkNotes.read(links) : [];
  const notes = new Map([...found].map(([, note]) => [linkKey(note.link), note]));
  const different = issues.filter((issue) => {
    const item = itemFrom(settings, issue, notes);
    const isRanked = item !== undefined && settings.backlogProjects.includes(issue.projectId);
    return !alike(held.statements.get(issue.id), statementFrom(settings, issue, notes)) || !alike(held.items.get(issue.id), isRanked ? item : undefined);
  });
  const speaking = await ticketsWithoutRecord(ports, settings, issues);
  await ports.changes.note([...different.map(({ id }) => id), ...speaking].map((issueId) => ({ kind: 'issue', issueId })));
}

// A tag that died between link and record, or a link whose event was lost: reading the ticket makes the record.
async function ticketsWithoutRecord(ports: SweepPorts, settings: SiteSettings, issues: readonly IssueFacts[]): Promise<readonly IssueId[]> {
  const drawn = issues
    .filter(({ typeId }) => kindOfType(settings, typeId) !== undefined)
    .flatMap((statement) => typedLinksOf(settings, statement))
    .filter(({ link, facts }) => !facts.isFrom && ruleOf(link.kind).stance !== undefined && kindOfType(settings, facts.other.typeId) === undefined);
  const takenBack = await ports.evidence.takenBack([...new Set(drawn.map(({ link }) => link.from))]);
  const missing = await inTurn(drawn, async ({ link }) => {
    const known = [...(takenBack.get(link.from) ?? []), ...(await ports.evidence.ofTicket(link.from))];
    return known.some(({ statementId, stance }) => statementId === link.to && stance === ruleOf(link.kind).stance) ? [] : [link.from];
  });
  return missing.flat();
}

const alike = (a: object | undefined, b: object | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

// Deletions, and what nobody's clock shows, are in no list of updates: every issue's turn comes.
async function audit(ports: SweepPorts, settings: SiteSettings, held: Held, last: string): Promise<string> {
  const ids = [...[...held.items.values()].map(({ id }) => id), ...[...held.statements.values()].map(({ id }): IssueId => id)].sort(compareIds);
  const slice = ids.filter((id) => id > last).slice(0, auditSize);
  if (slice.length === 0) return '';
  const price = Math.max(slice.length + 1, ...indexedProjects(settings).map((projectId) => pointsWithBoard(settings, projectId, slice.length + 1)));
  if ((await takePoints(ports, 'rebuild', price)) < price) return last;
  const issues = await ports.issues.read('app', slice, 'light');
  const answered = new Set(issues.map(({ id }) => id));
  await noteDifferent(ports, settings, held, issues);
  await ports.changes.note(slice.filter((id) => !answered.has(id)).map((issueId) => ({ kind: 'issue', issueId })));
  return slice.at(-1) ?? '';
}

async function readHeld(ports: SweepPorts, { backlogProjects }: SiteSettings): Promise<Held> {
  const statements = await readRows(await ports.documents.read(documentOf.graph), statementTable);
  const items = new Map<string, IndexedItem>();
  for (const projectId of backlogProjects) {
    for (const [id, item] of await readRows(await ports.documents.read(documentOf.ranking(projectId)), itemTable)) items.set(id, item);
  }
  return { items, statements };
}

async function pushLost(ports: SweepPorts, projectId: ProjectId): Promise<void> {
  const state = (await readContent(await ports.documents.read(documentOf.rebuild(projectId)))).one<RebuildState>(rebuildPart);
  if (state !== undefined && !state.isFinished) await ports.runs.push({ v: 1, kind: 'rebuild', projectId, token: state.token });
  await ports.runs.push({ v: 1, kind: 'publish', projectId });
}

// Two sweeps at once did the same work; either one's memory will do.
async function remember(ports: SweepPorts, document: Awaited<ReturnType<Ports['documents']['read']>>, state: SweepState): Promise<void> {
  try {
    await save(ports, documentOf.sweep, document, new Map([[sweepPart, onePart(state)]]));
  } catch (error) {
    if (!(error instanceof IndexMoved)) throw error;
  }
}
