import type { GateRule } from '../contract/gate';
import { decideGate, phraseStop, rowFor, rowsForKey, type GateLink, type ModeRow, type Verdict } from '../domain/gate';
import { issueId } from '../domain/ids';
import { statementKinds } from '../domain/statements';
import type { AuditLine, ExemptionRecord, GateOutcome, GateSubject } from './gate-ports';
import type { IssueFacts, Ports } from './ports';

interface Needed extends Pick<Ports, 'clock' | 'log'> {
  readonly issues: Pick<Ports['issues'], 'byKey' | 'read'>;
  readonly gate: Pick<Ports['gate'], 'exemption' | 'count' | 'note' | 'stopped' | 'remember'>;
}

export interface GateQuestion {
  readonly issueKey: string;
  readonly rule: GateRule;
  /** Ids of issues that this very transition links as solved; Jira's stored state does not show them yet. */
  readonly linkedNow: readonly string[];
  readonly toStatusId?: string | undefined;
}

export type GateAnswer = { readonly result: true } | { readonly result: false; readonly errorMessage: string };

/** Everything the rule looks at, or "could not look", which is never the same as "none". */
type Seen =
  | { readonly kind: 'not-concerned' }
  | {
      readonly kind: 'seen';
      readonly issue: IssueFacts;
      readonly row: ModeRow;
      readonly links: readonly GateLink[];
      readonly exemption: ExemptionRecord | undefined;
    }
  /** Without a row: not even the issue could be read. */
  | { readonly kind: 'unknown'; readonly issue?: IssueFacts; readonly row?: ModeRow };

const letThrough: GateAnswer = { result: true };

/** Of the deadline, what is left for the audit's counts. */
const notesInMs = 500;

/** Decides a transition on real links and the linked issues' own types: a property could be forged by every editor. */
export async function checkGate(ports: Needed, { issueKey, rule, linkedNow, toStatusId }: GateQuestion, deadlineInMs: number): Promise<GateAnswer> {
  if (rule.modes.every(({ mode }) => mode === 'off')) return letThrough;
  const seen = await within<Seen>(deadlineInMs - notesInMs, look(ports, issueKey, rule, linkedNow), { kind: 'unknown' });
  if (seen.kind === 'not-concerned') return letThrough;
  const subject: GateSubject = { issueId: seen.issue?.id, issueKey, projectId: seen.issue?.projectId };
  if (seen.kind === 'unknown') {
    const isStopped = stopsUnseen(rule, seen.row ? [seen.row] : rowsForKey(rule.modes, issueKey));
    await note(ports, () => Promise.all([ports.gate.count(subject, 'unchecked'), isStopped ? undefined : ports.gate.note(passedAs('unchecked', subject))]));
    return isStopped ? { result: false, errorMessage: couldNotLook } : letThrough;
  }
  const { issue, row, links, exemption } = seen;
  const verdict = decideGate({ mode: row.mode, links, exemption, now: ports.clock.now() });
  await note(ports, () =>
    Promise.all([
      ports.gate.remember(issue.projectId, new Map([[issue.typeId, row.mode]])),
      ports.gate.count(subject, outcomes[verdict.kind], missingIn(verdict)),
      verdict.kind === 'stop' ? ports.gate.stopped(issue.id, toStatusId ?? null) : undefined,
      verdict.kind === 'would-stop' ? ports.gate.note(passedAs('warned', subject)) : undefined,
      verdict.kind === 'exempt' ? ports.gate.note({ ...passedAs('exempt', subject), ...reasonsOf(exemption) }) : undefined,
    ]),
  );
  return verdict.kind === 'stop' ? { result: false, errorMessage: phraseStop(verdict.missing, issue.typeName) } : letThrough;
}

const outcomes = { pass: 'passed', exempt: 'exempt', 'would-stop': 'would-stop', stop: 'stopped' } as const satisfies Record<string, GateOutcome>;

const missingIn = (verdict: Verdict) => (verdict.kind === 'stop' || verdict.kind === 'would-stop' ? verdict.missing : undefined);

const reasonsOf = (exemption: ExemptionRecord | undefined) => exemption && { reason: exemption.reason, owner: exemption.owner, until: exemption.until };

const passedAs = (how: AuditLine['how'], subject: GateSubject) => ({ ...subject, how, reason: undefined, owner: undefined, until: undefined });

/** Whether an epic waits until Jira answers. Of the rows that may speak of it one is enough: whoever asked for that would rather wait. */
export function stopsUnseen(rule: GateRule, rows: readonly ModeRow[]): boolean {
  return rows.some(({ mode, whenJiraIsDown = rule.whenJiraIsDown }) => mode === 'require' && whenJiraIsDown === 'stop');
}

export const couldNotLook =
  'Groundwork couldn’t look up which problem this item solves, because Jira didn’t answer it. Nothing was changed. Try again in a minute, or ask a Jira admin to change what this rule does when Jira is down.';

async function look(ports: Needed, issueKey: string, rule: GateRule, linkedNow: readonly string[]): Promise<Seen> {
  let known: { readonly issue: IssueFacts; readonly row: ModeRow } | undefined;
  try {
    const issue = await ports.issues.byKey('app', issueKey);
    if (!issue) return { kind: 'unknown' };
    // A transition may be shared by projects and types of which the rule does not speak.
    const row = rowFor(rule.modes, issue);
    if (!row || row.mode === 'off') return { kind: 'not-concerned' };
    known = { issue, row };
    const links = await readLinks(ports, issue, rule, linkedNow);
    // An epic that solves an open problem needs no exemption, so that a storage outage does not touch it.
    const exemption = links?.some(isOpenProblem) === true ? undefined : await ports.gate.exemption(issue.id);
    if (!links && !(exemption && exemption.until > ports.clock.now())) return { kind: 'unknown', ...known };
    return { kind: 'seen', ...known, links: links ?? [], exemption };
  } catch (error) {
    ports.log.failure('the gate could not look', error);
    return { kind: 'unknown', ...known };
  }
}

/** undefined: an issue at the other end is hidden from the app, and nothing it does see lets the epic through. */
async function readLinks(
  ports: Pick<Needed, 'issues'>,
  issue: IssueFacts,
  rule: GateRule,
  linkedNow: readonly string[],
): Promise<readonly GateLink[] | undefined> {
  const stored = issue.links.filter((link) => link.isFrom && link.typeId === rule.solvesLinkTypeId).map(({ other }) => other.id);
  const drawnNow = linkedNow.map(issueId).filter((id) => id !== undefined);
  const ids = [...new Set([...stored, ...drawnNow])].slice(0, 100);
  const found = await ports.issues.read('app', ids, 'light');
  const links = found.map((other): GateLink => ({
    kind: statementKinds.find((kind) => rule.statementTypeIds[kind].includes(other.typeId)),
    isClosed: other.status.category === 'done',
  }));
  return found.length < ids.length && !links.some(isOpenProblem) ? undefined : links;
}

const isOpenProblem = (link: GateLink): boolean => link.kind === 'problem' && !link.isClosed;

/** Counting is for the audit: a storage outage must not decide a transition. */
async function note({ log }: Pick<Ports, 'log'>, write: () => Promise<unknown>): Promise<void> {
  try {
    await within<unknown>(notesInMs, write(), undefined);
  } catch (error) {
    log.failure('the gate could not count', error);
  }
}

function within<Value>(inMs: number, work: Promise<Value>, late: Value): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<Value>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, inMs);
  });
  return Promise.race([work, expiry]).finally(() => {
    clearTimeout(timer);
  });
}
