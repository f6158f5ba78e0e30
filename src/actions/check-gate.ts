import type { GateRule } from '../contract/setup';
import { decideGate, phraseStop, type Exemption, type GateLink } from '../domain/gate';
import { issueId, type ProjectId } from '../domain/ids';
import { statementKinds } from '../domain/statements';
import type { IssueFacts, Ports } from './ports';

type Needed = Pick<Ports, 'issues' | 'gate' | 'clock' | 'log'>;

export interface GateQuestion {
  readonly issueKey: string;
  readonly rule: GateRule;
  /** Ids of issues that this very transition links as solved; Jira's stored state does not show them yet. */
  readonly linkedNow: readonly string[];
}

export type GateAnswer = { readonly result: true } | { readonly result: false; readonly errorMessage: string };

/** Everything the rule looks at, or "could not look", which is never the same as "none". */
type Seen =
  | { readonly kind: 'not-concerned' }
  | { readonly kind: 'seen'; readonly projectId: ProjectId; readonly links: readonly GateLink[]; readonly exemption: Exemption | undefined }
  | { readonly kind: 'unknown'; readonly projectId: ProjectId | undefined };

const letThrough: GateAnswer = { result: true };

/** Decides a transition on real links and the linked issues' own types: a property could be forged by every editor. */
export async function checkGate(ports: Needed, { issueKey, rule, linkedNow }: GateQuestion, deadlineInMs: number): Promise<GateAnswer> {
  if (rule.mode === 'off') return letThrough;
  const seen = await within(deadlineInMs, look(ports, issueKey, rule, linkedNow), { kind: 'unknown', projectId: undefined } as const);
  if (seen.kind === 'not-concerned') return letThrough;
  if (seen.kind === 'unknown') {
    await note(ports, () => ports.gate.count(seen.projectId, 'unchecked', issueKey));
    const isStopping = rule.mode === 'require' && rule.whenJiraIsDown === 'stop';
    return isStopping ? { result: false, errorMessage: couldNotLook } : letThrough;
  }
  const { projectId } = seen;
  const verdict = decideGate({ mode: rule.mode, links: seen.links, exemption: seen.exemption, now: ports.clock.now() });
  await note(ports, () => ports.gate.seen(projectId, rule.mode));
  switch (verdict.kind) {
    case 'pass':
      return letThrough;
    case 'exempt':
      await note(ports, () => ports.gate.count(projectId, 'exempt', issueKey));
      return letThrough;
    case 'would-stop':
      await note(ports, () => ports.gate.count(projectId, 'would-stop', issueKey));
      return letThrough;
    case 'stop':
      await note(ports, () => ports.gate.count(projectId, 'stopped', issueKey));
      return { result: false, errorMessage: phraseStop(verdict.missing) };
  }
}

export const couldNotLook =
  "Groundwork couldn't look up which problem this epic solves, because Jira didn't answer it. Nothing was changed. Try again in a minute, or ask a Jira admin to change what this rule does when Jira is down.";

async function look(ports: Needed, issueKey: string, rule: GateRule, linkedNow: readonly string[]): Promise<Seen> {
  let projectId: ProjectId | undefined;
  try {
    const issue = await ports.issues.byKey('app', issueKey);
    if (!issue) return { kind: 'unknown', projectId };
    projectId = issue.projectId;
    // A transition may be shared by all types of a workflow; the rule speaks of epics and above.
    if (issue.level < 1) return { kind: 'not-concerned' };
    const links = await readLinks(ports, issue, rule, linkedNow);
    if (!links) return { kind: 'unknown', projectId };
    // An epic that solves an open problem needs no exemption, so that a storage outage does not touch it.
    return { kind: 'seen', projectId, links, exemption: links.some(isOpenProblem) ? undefined : await ports.gate.exemption(issue.id) };
  } catch (error) {
    ports.log.failure('the gate could not look', error);
    return { kind: 'unknown', projectId };
  }
}

/** undefined: an issue at the other end is hidden from the app, and nothing it does see lets the epic through. */
async function readLinks(
  ports: Pick<Ports, 'issues'>,
  issue: IssueFacts,
  rule: GateRule,
  linkedNow: readonly string[],
): Promise<readonly GateLink[] | undefined> {
  const stored = issue.links.filter((link) => link.isFrom && link.typeId === rule.solvesLinkTypeId).map(({ other }) => other.id);
  const drawnNow = linkedNow.map(issueId).filter((id) => id !== undefined);
  const ids = [...new Set([...stored, ...drawnNow])].slice(0, 100);
  const found = await ports.issues.read('app', ids, 'light');
  const links = found.map((other): GateLink => ({
    kind: statementKinds.find((kind) => rule.statementTypeIds[kind] === other.typeId),
    isClosed: other.status.category === 'done',
  }));
  return found.length < ids.length && !links.some(isOpenProblem) ? undefined : links;
}

const isOpenProblem = (link: GateLink): boolean => link.kind === 'problem' && !link.isClosed;

/** Counting is for the audit: a storage outage must not decide a transition. */
async function note({ log }: Pick<Ports, 'log'>, write: () => Promise<void>): Promise<void> {
  try {
    await within(500, write(), undefined);
  } catch (error) {
    log.failure('the gate could not count', error);
  }
}

function within<Value, Late>(inMs: number, work: Promise<Value>, late: Late): Promise<Value | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<Late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, inMs);
  });
  return Promise.race([work, expiry]).finally(() => {
    clearTimeout(timer);
  });
}
