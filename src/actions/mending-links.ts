import type { DrawnLink } from '../domain/health/facts';
import type { LinkEnds, Repair } from '../domain/health/faults';
import { findFaults } from '../domain/health/find-faults';
import { stillToDo, takingBack, type LinkChange } from '../domain/health/mending';
import { factsFrom, faultTable, type KnownFault } from '../domain/health/rows';
import type { IssueId, ProjectId } from '../domain/ids';
import { isLinkKind } from '../domain/link-kinds';
import { linkKey, type TypedLink } from '../domain/links';
import { projectsBehind } from './health-scans';
import { documentOf, inTurn, readRows } from './index-documents';
import { linkTypesOf } from './knowing-link-types';
import { withdraw } from './note-change';
import type { IssueFacts, LinkNote, Ports, SiteSettings } from './ports';
import { aroundOf, healthRowOf } from './updating-health';

export type MendingPorts = Pick<Ports, 'documents' | 'links' | 'settings' | 'issues' | 'changes' | 'runs' | 'evidence' | 'linkNotes' | 'clock'>;

/** One fault, and which of its repairs was picked, from 0. */
export interface PickedRepair {
  readonly faultId: string;
  readonly choice: number;
}

/** What mending will change, noted before it does: enough to finish it after a crash, and to take it back. */
export interface MendingPlan {
  readonly change: LinkChange;
  /** Weights of the links that go, which Jira's links cannot carry. */
  readonly notes: readonly LinkNote[];
}

export type Mending = 'mended' | 'nothing-to-do' | 'refused' | 'full';

/** The faults that are known behind a project's page, by id. */
export async function knownFaults(ports: Pick<Ports, 'documents' | 'settings'>, projectId: ProjectId): Promise<ReadonlyMap<string, KnownFault>> {
  const projects = projectsBehind(await ports.settings.read(), projectId);
  const found = await inTurn(projects, async (id) => readRows(await ports.documents.read(documentOf.health(id)), faultTable));
  return new Map(found.flatMap((rows) => [...rows]));
}

/**
 * Looks at the fault's issues once more, as the person, and says what is still to do. undefined: nothing, since somebody mended it
 * already, or since this person may not see all of it.
 */
export async function planMending(ports: MendingPorts, fault: KnownFault, choice: number): Promise<MendingPlan | undefined> {
  const settings = await ports.settings.read();
  const issues = await readAll(ports, fault.subjects);
  if (issues.length < new Set(fault.subjects).size) return undefined;
  const { meanings } = await linkTypesOf(ports, settings, issues);
  const rows = issues.flatMap((issue) => healthRowOf(settings, meanings, issue) ?? []);
  const now = findFaults(factsFrom(rows, aroundOf(settings, meanings))).find(({ id }) => id === fault.id);
  // The one repair follows what is there now; among several, a person picked the one that was shown.
  const repair = now && (now.isOneClick ? now.repairs[0] : fault.repairs[choice]);
  const change = repair && stillToDo(repair, linksOf(issues));
  if (change === undefined || isEmpty(change)) return undefined;
  return { change, notes: await notesOf(ports, settings, change.removes) };
}

/** Draws first and removes then, so that a refusal half-way leaves no gap; what was done until then is taken back. */
export async function mend(ports: MendingPorts, { change }: MendingPlan): Promise<Mending> {
  const { adds, removes } = stillToDo(change, linksOf(await readAll(ports, issuesIn(change))));
  const added = await drawAll(ports, adds);
  if (added === 'linked') for (const { id } of removes) await ports.links.remove(id);
  // Jira says "not there" of a link that this person may not remove, too: only looking again tells.
  const left = stillToDo(change, linksOf(await readAll(ports, issuesIn(change))));
  if (!isEmpty(left)) {
    await carryOut(ports, takingBack(change, linksOf(await readAll(ports, issuesIn(change)))));
    return added === 'full' ? 'full' : 'refused';
  }
  await tell(ports, change);
  return 'mended';
}

/** Gives back the links as they were, exactly, and their weights. */
export async function takeBack(ports: MendingPorts, { change, notes }: MendingPlan): Promise<Mending> {
  await carryOut(ports, takingBack(change, linksOf(await readAll(ports, issuesIn(change)))));
  if (!isEmpty(takingBack(change, linksOf(await readAll(ports, issuesIn(change)))))) return 'refused';
  for (const note of notes) await ports.linkNotes.save({ ...note, at: ports.clock.now() });
  await tell(ports, { removes: change.adds.map((link) => ({ ...link, id: '' })), adds: change.removes });
  return 'mended';
}

async function carryOut(ports: MendingPorts, { removes, adds }: LinkChange): Promise<void> {
  if ((await drawAll(ports, adds)) !== 'linked') return;
  for (const { id } of removes) await ports.links.remove(id);
}

async function drawAll(ports: MendingPorts, links: readonly LinkEnds[]): Promise<'linked' | 'full' | 'refused'> {
  for (const { typeId, from, to } of links) {
    const outcome = await ports.links.add({ from, to }, typeId);
    if (outcome !== 'linked') return outcome;
  }
  return 'linked';
}

// The app does not hear of its own links: what a removed one said goes with it, and the index looks at both ends.
async function tell(ports: MendingPorts, change: LinkChange): Promise<void> {
  const settings = await ports.settings.read();
  for (const { typeId, from, to } of change.removes) await withdraw(ports, settings, { linkTypeId: typeId, from, to });
  await ports.changes.note(issuesIn(change).map((issueId) => ({ kind: 'issue', issueId })));
  await ports.runs.push({ v: 1, kind: 'refresh' });
}

async function notesOf(ports: Pick<Ports, 'linkNotes'>, { linkTypes }: SiteSettings, removes: readonly DrawnLink[]): Promise<readonly LinkNote[]> {
  const kinds = new Map(Object.entries(linkTypes).map(([kind, id]) => [id, kind]));
  const links = removes.flatMap(({ typeId, from, to }): TypedLink[] => {
    const kind = kinds.get(typeId);
    return kind !== undefined && isLinkKind(kind) ? [{ kind, from, to }] : [];
  });
  if (links.length === 0) return [];
  const notes = await ports.linkNotes.read(links);
  return links.flatMap((link) => notes.get(linkKey(link)) ?? []);
}

const issuesPerCall = 100;

async function readAll(ports: Pick<Ports, 'issues'>, ids: readonly IssueId[]): Promise<readonly IssueFacts[]> {
  const wanted = [...new Set(ids)];
  const slices = Array.from({ length: Math.ceil(wanted.length / issuesPerCall) }, (_, at) => wanted.slice(at * issuesPerCall, (at + 1) * issuesPerCall));
  return (await inTurn(slices, (slice) => ports.issues.read('user', slice, 'light'))).flat();
}

function linksOf(issues: readonly IssueFacts[]): readonly DrawnLink[] {
  const links = new Map<string, DrawnLink>();
  for (const { id: own, links: shown } of issues)
    for (const { id, typeId, isFrom, other } of shown) links.set(id, { id, typeId, from: isFrom ? own : other.id, to: isFrom ? other.id : own });
  return [...links.values()];
}

const issuesIn = ({ removes, adds }: Repair): readonly IssueId[] => [...new Set([...removes, ...adds].flatMap(({ from, to }) => [from, to]))];
const isEmpty = ({ removes, adds }: LinkChange): boolean => removes.length === 0 && adds.length === 0;
