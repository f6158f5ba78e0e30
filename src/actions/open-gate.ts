import type { Input, Output } from '../contract';
import type { GateView } from '../contract/gate';
import type { IssueId } from '../domain/ids';
import { createGraph, statementTable } from '../domain/index/graph';
import { coverageOf, itemTable, statesOpenProblem, type IndexedItem } from '../domain/index/items';
import { documentOf, readContent, readRows } from './index-documents';
import { notFound } from './outcome';
import { modeOfType, policyOf, revisionOf, rulesOn } from './own-rows';
import type { GateCount, GateOutcome, Ports, ProjectFacts, SiteSettings } from './ports';
import { kindOfType } from './reading-statements';
import { readOwnWorkflows } from './save-gate';

type Needed = Pick<Ports, 'projects' | 'settings' | 'workflows' | 'gate' | 'documents' | 'permissions' | 'clock'>;

const days = 30;
const secondsPerDay = 86_400;
const mostRows = 200;

/** Types that could be built: a statement needs no problem, and a sub-task has its parent's. */
export const gatedTypes = (settings: SiteSettings, { types }: ProjectFacts): ProjectFacts['types'] =>
  types.filter(({ id, level }) => level >= 0 && kindOfType(settings, id) === undefined);

/** The gate of a project: what it is told to do, what it did, and what got past it. */
export async function openGate(ports: Needed, { projectId }: Input<'openGate'>): Promise<Output<'openGate'>> {
  const since = ports.clock.now() - days * secondsPerDay;
  const [project, settings, own, counts, exemptions, coverage, ranking, graph] = await Promise.all([
    ports.projects.read('user', projectId),
    ports.settings.read(),
    readOwnWorkflows(ports),
    ports.gate.counted(projectId, since),
    ports.gate.exemptionsOf(projectId),
    ports.gate.coverageOf(projectId),
    ports.documents.read(documentOf.ranking(projectId)),
    ports.documents.read(documentOf.graph),
  ]);
  if (!project) throw notFound();
  const workflows = own.filter((workflow) => rulesOn([workflow], projectId).length > 0);
  const rules = rulesOn(workflows, projectId);
  const types = gatedTypes(settings, project);
  const items = (await readContent(ranking)).rows(itemTable);
  const { statements } = createGraph((await readRows(graph, statementTable)).values());
  const isGated = (item: IndexedItem): boolean =>
    item.category !== 'done' && modeOfType(rules, projectId, { id: item.typeId, name: '', level: item.level }) !== 'off';
  const past = [...items.values()].filter((item) => isGated(item) && item.category === 'indeterminate' && !statesOpenProblem(item, statements));
  const visible = await ports.permissions.browsable([
    ...new Set([...past.map(({ id }) => id), ...exemptions.map(({ issueId }) => issueId), ...keyed(counts, items)]),
  ]);
  const epic = ({ id, key, summary, status }: IndexedItem) => ({ id, key, summary, status });
  const seen = new Set([...items.values()].filter(({ id }) => visible.has(id)).map(({ key }) => key));
  const exempted = new Set(exemptions.map(({ issueId }) => issueId));
  return {
    state: project.style === 'team-managed' ? 'by-hand' : rules.length > 0 ? 'here' : 'none',
    revision: revisionOf(rules, projectId),
    whenJiraIsDown: policyOf(rules, projectId),
    types: types.map((type) => ({ id: type.id, name: type.name, level: type.level, mode: modeOfType(rules, projectId, type) })),
    workflows: workflows.map(({ name, steps, rules: at }) => ({
      name,
      steps: steps.filter(({ id }) => at.some(({ stepId }) => stepId === id)).map((step) => ({ name: step.name, to: step.to })),
    })),
    counted: { days, ...countedBy(counts) },
    stops: counts
      .filter(({ what, issueKey }) => (what === 'stopped' || what === 'would-stop') && seen.has(issueKey))
      .slice(0, mostRows)
      .map(({ issueKey, at, what }) => ({ key: issueKey, at, isStopped: what === 'stopped' })),
    exemptions: exemptions.flatMap(({ issueId, reason, owner, since: from, until }) => {
      const item = visible.has(issueId) ? items.get(issueId) : undefined;
      return item ? [{ ...epic(item), reason, owner, since: from, until }] : [];
    }),
    past: past
      .filter(({ id }) => visible.has(id))
      .slice(0, mostRows)
      .map((item) => ({ ...epic(item), how: exempted.has(item.id) ? ('exempt' as const) : howPast(item.key, counts) })),
    coverage: [...coverage.map(({ at, stated, of }) => ({ at, stated, of })), { at: ports.clock.now(), ...coverageOf(items.values(), statements) }],
  };
}

function countedBy(counts: readonly GateCount[]): Omit<GateView['counted'], 'days'> {
  const of = (outcome: GateOutcome): number => counts.filter(({ what }) => what === outcome).length;
  return { passed: of('passed'), stopped: of('stopped'), wouldStop: of('would-stop'), exempt: of('exempt'), unchecked: of('unchecked') };
}

function keyed(counts: readonly GateCount[], items: ReadonlyMap<string, IndexedItem>): readonly IssueId[] {
  const keys = new Set(counts.map(({ issueKey }) => issueKey));
  return [...items.values()].filter(({ key }) => keys.has(key)).map(({ id }) => id);
}

/** unseen: it was created there, moved before the rule was, or lost its problem or its type later. */
function howPast(key: string, counts: readonly GateCount[]): GateView['past'][number]['how'] {
  const last = counts.find(({ issueKey, what }) => issueKey === key && what !== 'stopped');
  if (last?.what === 'would-stop') return 'warned';
  return last?.what === 'unchecked' ? 'unchecked' : last?.what === 'exempt' ? 'exempt' : 'unseen';
}
