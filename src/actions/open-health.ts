import type { Input, Output } from '../contract';
import { findFaults } from '../domain/health/find-faults';
import { named, type KnownFault } from '../domain/health/rows';
import { ruleNames } from '../domain/health/rules';
import type { IssueId, ProjectId } from '../domain/ids';
import { strengthTable } from '../domain/index/strength';
import { inTurn } from './index-documents';
import { isLooking, projectsBehind, readHealth, startScans, type ProjectHealth } from './health-scans';
import { readLinkTypes } from './knowing-link-types';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { isSetUp } from './reading-statements';
import { readStored, see, speakingOn, type Sight } from './seeing-index';
import { faultsAmong, faultView } from './showing-faults';
import { aroundOf } from './updating-health';

type Needed = Pick<Ports, 'documents' | 'permissions' | 'settings' | 'runs' | 'clock' | 'gate'>;
type HealthView = Output<'openHealth'>;

/** A page's worth of each rule; mending makes room for the next. */
const mostListed = 200;
const firstLook = 'first-look';

/** All that is wrong behind a project, for this person: no issue is read from Jira. */
export async function openHealth(ports: Needed, { projectId }: Input<'openHealth'>): Promise<HealthView> {
  const settings = await ports.settings.read();
  const nothing: HealthView = { state: 'not-set-up', progress: null, now: ports.clock.now(), isEmpty: false, checkedAt: null, groups: [], canCheck: false };
  if (!isSetUp(settings)) return nothing;
  const projects = projectsBehind(settings, projectId);
  if (projects.length === 0) return { ...nothing, state: 'not-enabled' };
  const behind = await readHealth(ports, projects);
  await startScans(
    ports,
    behind.filter((own) => own.scan === undefined || isLooking(own)),
    firstLook,
  );
  const checked = behind.map(({ scan }) => scan?.finishedAt ?? null);
  const looked = checked.flatMap((at) => at ?? []);
  const view: HealthView = {
    ...nothing,
    state: looked.length < checked.length ? 'looking' : 'ready',
    progress: progressOf(behind),
    isEmpty: behind.every(({ hasRows }) => !hasRows),
    checkedAt: looked.length < checked.length ? null : Math.min(...looked),
    canCheck: await ports.permissions.hasProject(projectId, 'create-issues'),
  };
  return view.state === 'looking' ? view : { ...view, groups: await groupsFor(ports, settings, projects, behind) };
}

function progressOf(behind: readonly ProjectHealth[]): HealthView['progress'] {
  if (!behind.some((own) => own.scan === undefined || isLooking(own))) return null;
  const scans = behind.flatMap(({ scan }) => scan ?? []);
  return { done: scans.reduce((sum, { done }) => sum + done, 0), of: scans.reduce((sum, { of }) => sum + of, 0) };
}

async function groupsFor(
  ports: Needed,
  settings: SiteSettings,
  projects: readonly ProjectId[],
  behind: readonly ProjectHealth[],
): Promise<HealthView['groups']> {
  const words = await readLinkTypes(ports, settings);
  const stored = await readStored(ports);
  const drawn = new Map<string, KnownFault>();
  for (const own of behind) for (const [id, fault] of own.faults) drawn.set(id, fault);
  const problems = [...stored.statements.values()].filter(({ kind, isClosed, projectId }) => kind === 'problem' && !isClosed && projects.includes(projectId));
  const speaking = speakingOn(
    problems.map(({ id }) => id),
    stored.strengths.rows(strengthTable),
  );
  const named = [...drawn.values()].flatMap(({ subjects }) => subjects);
  const visible = await ports.permissions.browsable([...new Set<IssueId>([...speaking, ...named])]);
  const faults = [
    ...(await withoutExempt(ports, settings, projects, faultsAmong([...drawn.values()], visible))),
    ...(await faultsOfEvidence(settings, words.meanings, problems, see(ports, stored, visible))),
  ];
  return ruleNames().flatMap((rule) => {
    const own = faults.filter((fault) => fault.rule === rule);
    if (own.length === 0) return [];
    const listed = own.slice(0, mostListed).map((fault) => faultView(fault, words));
    return [{ rule, total: own.length, oneClick: own.filter(({ isOneClick }) => isOneClick).length, faults: listed }];
  });
}

/** While an exemption runs, nobody has to state the problem. */
async function withoutExempt(
  ports: Needed,
  { backlogProjects }: SiteSettings,
  projects: readonly ProjectId[],
  faults: readonly KnownFault[],
): Promise<readonly KnownFault[]> {
  if (!faults.some(({ rule }) => rule === 'epicWithoutProblem')) return faults;
  const running = await inTurn(
    projects.filter((id) => backlogProjects.includes(id)),
    (id) => ports.gate.exemptionsOf(id),
  );
  const exempt = new Set<IssueId | undefined>(running.flat().map(({ issueId }) => issueId));
  return faults.filter(({ rule, subjects: [epic] }) => rule !== 'epicWithoutProblem' || !exempt.has(epic));
}

const byEvidence: ReadonlySet<string> = new Set(['problemWithoutEvidence', 'problemWithOneCustomer']);

/** Judged by what this person may see, as the ranking is: a count over hidden evidence would tell of it. */
async function faultsOfEvidence(
  settings: SiteSettings,
  meanings: Parameters<typeof aroundOf>[1],
  problems: readonly { readonly id: IssueId }[],
  sight: Sight,
): Promise<readonly KnownFault[]> {
  const seen = problems.flatMap(({ id }) => sight.graph.statements.get(id) ?? []);
  const strengths = await sight.strengthsOf(seen);
  const voices = new Map(
    [...strengths].map(([id, { records, customers, largest }]) => [id, { records, customers, largestShare: largest?.share ?? 0 }] as const),
  );
  const issues = new Map(
    seen.map(({ id, key, projectId, kind, isClosed, sentence }) => [
      id as string,
      { id, key, projectId, kind, level: 0, isClosed, sentence, parent: undefined },
    ]),
  );
  const facts = { ...aroundOf(settings, meanings, voices), issues, links: [] };
  return findFaults(facts)
    .filter(({ rule }) => byEvidence.has(rule))
    .map((fault) => named(fault, facts));
}
