import type { GateRule } from '../contract/gate';
import type { GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { statementKinds } from '../domain/statements';
import { ruleIn } from './gate-rules';
import type { KeptGate, SiteSettings } from './settings-ports';
import type { RuleChange, WorkflowFacts } from './workflow-ports';

/** What a rule needs to know of the site; undefined until setup has all of it. */
export type RuleIds = Pick<GateRule, 'statementTypeIds' | 'solvesLinkTypeId'>;

export function ruleIdsOf({ statementTypes, linkTypes }: Pick<SiteSettings, 'statementTypes' | 'linkTypes'>): RuleIds | undefined {
  const { insight, problem, opportunity } = statementTypes;
  if (linkTypes.solves === undefined || problem.length === 0) return undefined;
  return { statementTypeIds: { insight: [...insight], problem: [...problem], opportunity: [...opportunity] }, solvesLinkTypeId: linkTypes.solves };
}

const rowOf = (rule: GateRule, project: ProjectId) => rule.modes.find(({ projectId }) => projectId === null || projectId === project);

/** The mode under which a workflow's rules look at a project's epics; undefined: none of them speaks of it. */
export const modeFor = ({ rules }: WorkflowFacts, project: ProjectId): GateMode | undefined =>
  rules.map(({ configuration }) => ruleIn(configuration)).flatMap((rule) => (rule ? (rowOf(rule, project) ?? []) : []))[0]?.mode;

/**
 * What is missing for the gate to look at a project: a rule at every step that starts work where there is none, else a row in those there
 * are. Where a person put them at other steps, that stands. The modes are those that were kept; the very first only counts.
 */
export function changesFor(workflow: WorkflowFacts, project: ProjectId, ids: RuleIds, kept: KeptGate | undefined): readonly RuleChange[] {
  const rows = rowsOf(project, kept);
  const fresh: GateRule = { v: 2, whenJiraIsDown: 'pass', ...ids, modes: rows };
  const completed = (modes: GateRule['modes']): GateRule['modes'] => {
    const others = modes.filter(({ projectId }) => projectId !== project);
    return kept?.isToDo ? [...rows, ...others] : [...modes, ...rows];
  };
  if (workflow.rules.length === 0)
    return workflow.steps.filter(({ isStart }) => isStart).map(({ id }) => ({ kind: 'add', stepId: id, configuration: JSON.stringify(fresh) }));
  return workflow.rules.flatMap((own): RuleChange[] => {
    const rule = ruleIn(own.configuration);
    const next = rule ? { ...rule, ...ids, modes: rowOf(rule, project) && !kept?.isToDo ? rule.modes : completed(rule.modes) } : fresh;
    if (rule && isSame(rule, next)) return [];
    return [{ kind: 'configure', ruleId: own.id, configuration: JSON.stringify(next) }];
  });
}

const rowsOf = (projectId: ProjectId, kept: KeptGate | undefined): GateRule['modes'] =>
  kept
    ? kept.rows.map(({ typeIds, mode }) => ({
        projectId,
        projectKey: kept.projectKey,
        typeIds: typeIds && [...typeIds],
        mode,
        whenJiraIsDown: kept.whenJiraIsDown,
      }))
    : [{ projectId, typeIds: null, mode: 'warn' }];

const isSame = (a: GateRule, b: GateRule): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const ordered = ({ whenJiraIsDown, statementTypeIds, solvesLinkTypeId, modes }: GateRule) => [
  whenJiraIsDown,
  statementKinds.map((kind) => [...statementTypeIds[kind]].sort()),
  solvesLinkTypeId,
  modes,
];

/** Takes this app's rules out of a workflow, all of them. */
export const withoutRules = ({ rules }: WorkflowFacts): readonly RuleChange[] => rules.map(({ id }) => ({ kind: 'remove', ruleId: id }));
