import type { Input, Output } from '../contract';
import type { GateView } from '../contract/gate';
import type { GateMode } from '../domain/gate';
import type { IssueId } from '../domain/ids';
import { createGraph, statementTable } from '../domain/index/graph';
import { coverageOf, itemTable, type IndexedItem } from '../domain/index/items';
import { isRuled, modeOnItsWay, readGatedWorkflows } from './gated-workflows';
import { documentOf, readContent, readRows } from './index-documents';
import { notFound } from './outcome';
import { policyOf, revisionOf, rulesOn } from './own-rows';
import { howPast, isPast } from './passing-the-gate';
import type { GateCount, GateOutcome } from './gate-ports';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { kindOfType } from './reading-statements';

type Needed = Pick<Ports, 'projects' | 'issues' | 'settings' | 'workflows' | 'gate' | 'documents' | 'permissions' | 'clock'>;

const days = 30;
const secondsPerDay = 86_400;
const mostRows = 200;

/** Types that could be built: a statement needs no problem, and a sub-task has its parent's. */
export const gatedTypes = (settings: SiteSettings, { types }: ProjectFacts): ProjectFacts['types'] =>
  types.filter(({ id, level }) => level >= 0 && kindOfType(settings, id) === undefined);

/** The gate of a project: what it is told to do, what it did, and what got past it. */
export async function openGate(ports: Needed, { projectId }: Input<'openGate'>): Promise<Output<'openGate'>> {
  const now = ports.clock.now();
  const since = now - days * secondsPerDay;
  const project = await ports.projects.read('user', projectId);
  if (!project) throw notFound();
  const [settings, workflows, counts, lines, exemptions, coverage, ranking, graph] = await Promise.all([
    ports.settings.read(),
    readGatedWorkflows(ports, project),
    ports.gate.counted(project, since),
    ports.gate.notesOf(project),
    ports.gate.exemptionsOf(projectId),
    ports.gate.coverageOf(projectId),
    ports.documents.read(documentOf.ranking(projectId)),
    ports.documents.read(documentOf.graph),
  ]);
  const rules = rulesOn(workflows, projectId);
  const types = gatedTypes(settings, project);
  const items = (await readContent(ranking)).rows(itemTable);
  const { statements } = createGraph((await readRows(graph, statementTable)).values());
  const modeOf = ({ typeId, level }: IndexedItem): GateMode => {
    // No rule runs there: panel, lint and this list ask for the problem all the same.
    if (project.style === 'team-managed') return level >= 1 ? 'warn' : 'off';
    return modeOnItsWay(workflows, projectId, { id: typeId, name: '', level });
  };
  const past = [...items.values()].filter((item) => isPast(item, modeOf(item), statements, since));
  const visible = await ports.permissions.browsable([
    ...new Set([...past.map(({ id }) => id), ...exemptions.map(({ issueId }) => issueId), ...keyed(counts, items)]),
  ]);
  const epic = ({ id, key, summary, status }: IndexedItem) => ({ id, key, summary, status });
  const seen = new Map([...items.values()].filter(({ id }) => visible.has(id)).map((item) => [item.key, item]));
  // Also an epic that Groundwork does not read for an order may be exempt.
  const unread = exemptions.map(({ issueId }) => issueId).filter((id) => !items.has(id));
  const others = unread.length > 0 ? await ports.issues.read('user', unread.slice(0, mostRows), 'light') : [];
  const exempt = new Map([
    ...others.map(({ id, key, summary, status }) => [id, { id, key, summary, status: status.name }] as const),
    ...[...items.values()].filter(({ id }) => visible.has(id)).map((item) => [item.id, epic(item)] as const),
  ]);
  return {
    state: project.style === 'team-managed' ? 'by-hand' : rules.length > 0 ? 'here' : 'none',
    revision: revisionOf(rules, projectId),
    whenJiraIsDown: policyOf(rules, projectId),
    types: types
      .filter(({ id }) => isRuled(workflows, id))
      .map((type) => ({ id: type.id, name: type.name, level: type.level, mode: modeOnItsWay(workflows, projectId, type) })),
    unruled: rules.length > 0 ? types.filter(({ id }) => !isRuled(workflows, id)).map(({ name }) => name) : [],
    workflows: workflows.map(({ name, steps, rules: at }) => ({
      name,
      steps: steps.filter(({ id }) => at.some(({ stepId }) => stepId === id)).map((step) => ({ name: step.name, to: step.to })),
    })),
    counted: { days, ...countedBy(counts) },
    stops: counts
      .flatMap(({ what, issueKey, at, missing }) => {
        const item = what === 'stopped' || what === 'would-stop' ? seen.get(issueKey) : undefined;
        return item ? [{ key: issueKey, summary: item.summary, at, isStopped: what === 'stopped', missing: missing ?? null }] : [];
      })
      .slice(0, mostRows),
    daily: dailyOf(counts, now),
    exemptions: exemptions.flatMap(({ issueId, reason, owner, since: from, until }) => {
      const item = exempt.get(issueId);
      return item ? [{ ...item, reason, owner, since: from, until }] : [];
    }),
    isAudited: settings.backlogProjects.includes(projectId),
    past: past
      .filter(({ id }) => visible.has(id))
      .slice(0, mostRows)
      .map((item) => ({ ...epic(item), ...howPast(item, lines) })),
    coverage: [...coverage.map(({ at, stated, of }) => ({ at, stated, of })), { at: now, ...coverageOf(items.values(), statements) }],
  };
}

function countedBy(counts: readonly GateCount[]): Omit<GateView['counted'], 'days'> {
  const of = (outcome: GateOutcome): number => counts.filter(({ what }) => what === outcome).length;
  return { passed: of('passed'), stopped: of('stopped'), wouldStop: of('would-stop'), exempt: of('exempt'), unchecked: of('unchecked') };
}

function dailyOf(counts: readonly GateCount[], now: number): GateView['daily'] {
  const ago = ({ at }: GateCount): number => Math.floor((now - at) / secondsPerDay);
  return Array.from({ length: days }, (_, position) => {
    const ofDay = counts.filter((one) => ago(one) === days - 1 - position);
    return { looked: ofDay.length, unstated: ofDay.filter(({ what }) => what === 'stopped' || what === 'would-stop').length };
  });
}

function keyed(counts: readonly GateCount[], items: ReadonlyMap<string, IndexedItem>): readonly IssueId[] {
  const keys = new Set(counts.map(({ issueKey }) => issueKey));
  return [...items.values()].filter(({ key }) => keys.has(key)).map(({ id }) => id);
}
