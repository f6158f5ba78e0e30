import { defaultMostEpics } from '../domain/health/facts';
import { findFaults } from '../domain/health/find-faults';
import type { LinkMeanings } from '../domain/health/link-meaning';
import { factsFrom, faultTable, healthTable, named, type Around, type HealthRow, type HeldLink, type KnownFault } from '../domain/health/rows';
import type { IssueId, ProjectId } from '../domain/ids';
import { changedParts, documentOf, inTurn, readRows, save, untilWritten } from './index-documents';
import { linkTypesOf } from './knowing-link-types';
import type { IssueFacts, Ports, StoredDocument } from './ports';
import type { SiteSettings } from './settings-ports';
import { indexedProjects } from './project-types';
import { kindOfType } from './reading-statements';

export type HealthPorts = Pick<Ports, 'documents' | 'links' | 'settings'>;

/** Issues as they were just read, and issues that were asked for and not answered. */
export interface HealthNews {
  readonly issues: readonly IssueFacts[];
  readonly gone: readonly IssueId[];
}

interface OpenHealth {
  readonly projectId: ProjectId;
  readonly document: StoredDocument;
  readonly rows: Map<string, HealthRow>;
}

/** Takes issues in as they are now and finds what is wrong with them and around them. Twice is once; no issue is read. */
export async function updateHealth(ports: HealthPorts, news: HealthNews): Promise<void> {
  if (news.issues.length + news.gone.length === 0) return;
  await untilWritten(() => attempt(ports, news));
}

async function attempt(ports: HealthPorts, news: HealthNews): Promise<void> {
  const settings = await ports.settings.read();
  const { meanings } = await linkTypesOf(ports, settings, news.issues);
  const open = await inTurn(indexedProjects(settings), (projectId) => openHealth(ports, projectId));
  takeIn(settings, meanings, open, news);
  const faults = findIn(settings, meanings, open);
  for (const { projectId, document, rows } of open)
    await save(
      ports,
      documentOf.health(projectId),
      document,
      changedParts(document, healthTable, rows.values()),
      changedParts(document, faultTable, faults.get(projectId) ?? []),
    );
}

async function openHealth(ports: HealthPorts, projectId: ProjectId): Promise<OpenHealth> {
  const document = await ports.documents.read(documentOf.health(projectId));
  return { projectId, document, rows: await readRows(document, healthTable) };
}

function takeIn(settings: SiteSettings, meanings: LinkMeanings, open: readonly OpenHealth[], { issues, gone }: HealthNews): void {
  const fresh = new Map<string, ReadonlySet<string>>(gone.map((id) => [id, new Set()]));
  for (const { id, links } of issues) fresh.set(id, new Set(links.map((link) => link.id)));
  for (const { rows } of open) {
    for (const id of fresh.keys()) rows.delete(id);
    // A link goes from both of its ends, also where only one of them was looked at.
    for (const row of rows.values()) {
      const links = row.links.filter(({ id, other }) => fresh.get(other.id)?.has(id) !== false);
      if (links.length < row.links.length) rows.set(row.id, { ...row, links });
    }
  }
  for (const issue of issues) {
    const row = healthRowOf(settings, meanings, issue);
    if (row) open.find(({ projectId }) => projectId === issue.projectId)?.rows.set(issue.id, row);
  }
}

/** What the rules want to know of an issue; undefined: nothing. */
export function healthRowOf(settings: SiteSettings, meanings: LinkMeanings, issue: IssueFacts): HealthRow | undefined {
  const isStatement = kindOfType(settings, issue.typeId) !== undefined;
  const links = issue.links
    .filter(({ typeId, other }) => {
      const meaning = meanings.get(typeId);
      return meaning?.says === 'kind' || (meaning !== undefined && (isStatement || kindOfType(settings, other.typeId) !== undefined));
    })
    .map(({ id, typeId, isFrom, other }): HeldLink => ({
      id,
      typeId,
      isFrom,
      other: { id: other.id, key: other.key, typeId: other.typeId, summary: other.summary, isClosed: other.isDone },
    }));
  if (!isStatement && issue.level < 1 && links.length === 0) return undefined;
  return {
    id: issue.id,
    key: issue.key,
    projectId: issue.projectId,
    typeId: issue.typeId,
    level: issue.level,
    summary: issue.summary,
    isClosed: issue.status.category === 'done',
    parent: issue.parentId ?? null,
    links: links.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** How the site's own words and choices are read. */
export const aroundOf = (settings: SiteSettings, meanings: LinkMeanings, voices: Around['voices'] = new Map()): Around => ({
  meanings,
  kindOf: (typeId) => kindOfType(settings, typeId),
  chosen: settings.linkTypes,
  ranked: new Set(settings.backlogProjects),
  voices,
  mostEpics: defaultMostEpics,
});

// A fault between two projects is known in both: either one's page and panel asks only its own.
function findIn(settings: SiteSettings, meanings: LinkMeanings, open: readonly OpenHealth[]): ReadonlyMap<string, readonly KnownFault[]> {
  const facts = factsFrom(
    open.flatMap(({ rows }) => [...rows.values()]),
    aroundOf(settings, meanings),
  );
  const found = new Map<string, KnownFault[]>(open.map(({ projectId }) => [projectId, []]));
  for (const fault of findFaults(facts)) {
    const homes = new Set(fault.subjects.map((id) => facts.issues.get(id)?.projectId));
    for (const home of homes) if (home !== undefined) found.get(home)?.push(named(fault, facts));
  }
  return found;
}
