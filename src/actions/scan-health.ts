import type { IssueId, ProjectId } from '../domain/ids';
import { healthTable } from '../domain/health/rows';
import { inOnePart, onePart } from '../domain/index/tables';
import { documentOf, readRows, save, untilWritten } from './index-documents';
import { lookUpLinkTypes, readLinkTypes, type LinkWords } from './knowing-link-types';
import type { IssueFacts, IssueQuery, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { kindOfType } from './reading-statements';
import { takePoints, untilNextHour } from './spending-points';
import { updateHealth } from './updating-health';

export type ScanPorts = Pick<Ports, 'documents' | 'links' | 'settings' | 'issues' | 'projects' | 'changes' | 'runs' | 'clock' | 'log'>;

/** How far the look at a project's links has got. */
export interface Scan {
  readonly token: string;
  /** Position in the list of questions, and Jira's word for the next page of that one. */
  readonly question: number;
  readonly after: string | null;
  readonly done: number;
  readonly of: number;
  readonly isFinished: boolean;
  /** Epoch seconds of the last slice. */
  readonly movedAt: number;
  /** Epoch seconds of the last look that was finished; null: there was none yet. */
  readonly finishedAt: number | null;
  /** Earlier looks: a late run of one of them must not start it again. */
  readonly superseded: readonly string[];
}

export const scanPart = 'scan';
const seenPart = 'seen';
const pagesPerRun = 10;
const secondsPerRun = 20;
const pointsPerPage = 101;
const rememberedTokens = 20;

interface Seen {
  readonly ids: readonly IssueId[];
}

/** Reads one slice of a project's statements, epics and linked issues, and leaves the rest to the next run. A slice may run twice. */
export async function scanHealth(ports: ScanPorts, { projectId, token }: { readonly projectId: ProjectId; readonly token: string }): Promise<void> {
  const document = await ports.documents.read(documentOf.health(projectId));
  const parts = await document.parts([scanPart, seenPart]);
  const found = inOnePart<Scan>(scanPart, parts.get(scanPart));
  if (found?.superseded.includes(token) === true || (found?.token === token && found.isFinished)) return;
  const isNew = found?.token !== token;
  const settings = await ports.settings.read();
  const questions = await questionsAbout(ports, settings, projectId, isNew ? await lookUpLinkTypes(ports, settings) : await readLinkTypes(ports, settings));
  const state = isNew ? await start(ports, token, questions, found) : found;
  // Said before the first page is read: who asks meanwhile hears that it has begun, and begins no other.
  if (isNew && !(await advance(ports, projectId, found, state, []))) return;
  const seen = isNew ? [] : (inOnePart<Seen>(seenPart, parts.get(seenPart))?.ids ?? []);
  const slice = await readSlice(ports, questions, state);
  await updateHealth(ports, { issues: slice.issues, gone: [] });
  const all = [...new Set([...seen, ...slice.issues.map(({ id }) => id)])];
  if (slice.isLast) await lookAtUnseen(ports, projectId, new Set(all));
  const next: Scan = {
    ...state,
    question: slice.question,
    after: slice.after,
    done: all.length,
    of: Math.max(state.of, all.length),
    isFinished: slice.isLast,
    movedAt: ports.clock.now(),
    finishedAt: slice.isLast ? ports.clock.now() : state.finishedAt,
  };
  if (!(await advance(ports, projectId, state, next, slice.isLast ? [] : all))) return;
  ports.log.info('scan slice', { project: projectId, done: next.done, of: next.of, isFinished: next.isFinished });
  if (!slice.isLast) await ports.runs.push({ v: 1, kind: 'scan', projectId, token }, slice.isOutOfPoints ? untilNextHour(ports.clock.now()) : 0);
}

/**
 * Statements and epics are judged with or without links; other work only by a typed link, so that most of a backlog is never read.
 * What merely relates is seen from its statement.
 */
async function questionsAbout(
  ports: Pick<Ports, 'projects'>,
  settings: SiteSettings,
  projectId: ProjectId,
  { types, meanings }: LinkWords,
): Promise<readonly IssueQuery[]> {
  const own = (await ports.projects.read('app', projectId))?.types ?? [];
  const judged = own.filter(({ id, level }) => level >= 1 || kindOfType(settings, id) !== undefined).map(({ id }) => id);
  const others = own.map(({ id }) => id).filter((id) => !judged.includes(id));
  const linkedBy = types.filter(({ id }) => meanings.get(id)?.says === 'kind').map(({ name }) => name);
  return [
    ...(judged.length > 0 ? [{ projectId, typeIds: judged }] : []),
    ...(others.length > 0 && linkedBy.length > 0 ? [{ projectId, typeIds: others, linkedBy }] : []),
  ];
}

async function start(ports: Pick<Ports, 'issues' | 'clock'>, token: string, questions: readonly IssueQuery[], before: Scan | undefined): Promise<Scan> {
  const counts = await Promise.all(questions.map((question) => ports.issues.count('app', question)));
  return {
    token,
    question: 0,
    after: null,
    done: 0,
    of: counts.reduce((sum, count) => sum + count, 0),
    isFinished: false,
    movedAt: ports.clock.now(),
    finishedAt: before?.finishedAt ?? null,
    superseded: before === undefined ? [] : [...before.superseded, before.token].slice(-rememberedTokens),
  };
}

async function readSlice(ports: ScanPorts, questions: readonly IssueQuery[], from: Pick<Scan, 'question' | 'after'>) {
  const issues: IssueFacts[] = [];
  const started = ports.clock.now();
  let { question, after } = from;
  for (let page = 0; page < pagesPerRun && ports.clock.now() - started < secondsPerRun; page += 1) {
    const asked = questions[question];
    if (asked === undefined) break;
    if ((await takePoints(ports, 'rebuild', pointsPerPage)) < pointsPerPage) return { issues, question, after, isLast: false, isOutOfPoints: true };
    const answer = await ports.issues.page('app', asked, after ?? undefined);
    issues.push(...answer.issues);
    after = answer.next ?? null;
    if (after === null) question += 1;
  }
  return { issues, question, after, isLast: question >= questions.length, isOutOfPoints: false };
}

// What the pages did not name may be deleted, moved, without its links, or only late in Jira's search: each is looked at by itself.
async function lookAtUnseen(ports: ScanPorts, projectId: ProjectId, seen: ReadonlySet<string>): Promise<void> {
  const held = await readRows(await ports.documents.read(documentOf.health(projectId)), healthTable);
  const unseen = [...held.values()].filter(({ id }) => !seen.has(id));
  if (unseen.length === 0) return;
  await ports.changes.note(unseen.map(({ id: issueId }) => ({ kind: 'issue', issueId })));
  await ports.runs.push({ v: 1, kind: 'refresh' });
}

/** False: the same slice ran twice at once, or another look began; that run goes on. */
function advance(ports: Pick<Ports, 'documents'>, projectId: ProjectId, before: Scan | undefined, next: Scan, seen: readonly IssueId[]): Promise<boolean> {
  return untilWritten(async () => {
    const document = await ports.documents.read(documentOf.health(projectId));
    const current = inOnePart<Scan>(scanPart, await document.part(scanPart));
    if (!isSame(current, before)) return false;
    const parts = new Map([
      [scanPart, onePart(next)],
      [seenPart, onePart<Seen>({ ids: seen })],
    ]);
    await save(ports, documentOf.health(projectId), document, parts);
    return true;
  });
}

const isSame = (a: Scan | undefined, b: Scan | undefined): boolean =>
  a?.token === b?.token && a?.question === b?.question && a?.after === b?.after && a?.isFinished === b?.isFinished;
