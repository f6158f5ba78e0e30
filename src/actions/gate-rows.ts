import * as z from 'zod/mini';
import { gateModes, outagePolicies, type GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { statementKinds } from '../domain/statements';
import type { OwnRule, RuleChange, SiteSettings, WorkflowFacts } from './ports';

const idsShape = z.record(z.enum(statementKinds), z.array(z.string()));
const rowShape = z.object({ projectId: z.nullable(z.string()), typeIds: z.nullable(z.array(z.string())), mode: z.enum(gateModes) });
const currentShape = z.object({
  v: z.literal(2),
  whenJiraIsDown: z.enum(outagePolicies),
  statementTypeIds: idsShape,
  solvesLinkTypeId: z.string(),
  modes: z.array(rowShape),
});
const firstShape = z.object({
  mode: z.enum(gateModes),
  whenJiraIsDown: z.enum(outagePolicies),
  statementTypeIds: z.record(z.enum(statementKinds), z.string()),
  solvesLinkTypeId: z.string(),
});

type Rule = z.infer<typeof currentShape>;

/** What a rule needs to know of the site; undefined until setup has all of it. */
export type RuleIds = Pick<Rule, 'statementTypeIds' | 'solvesLinkTypeId'>;

export function ruleIdsOf({ statementTypes, linkTypes }: Pick<SiteSettings, 'statementTypes' | 'linkTypes'>): RuleIds | undefined {
  const { insight, problem, opportunity } = statementTypes;
  if (linkTypes.solves === undefined || problem.length === 0) return undefined;
  return { statementTypeIds: { insight: [...insight], problem: [...problem], opportunity: [...opportunity] }, solvesLinkTypeId: linkTypes.solves };
}

/** A rule as it stands, the old form too; undefined: nobody's decision can be read in it. */
function ruleIn({ configuration }: OwnRule): Rule | undefined {
  const parsed = jsonIn(configuration);
  const current = z.safeParse(currentShape, parsed);
  if (current.success) return current.data;
  const first = z.safeParse(firstShape, parsed);
  if (!first.success) return undefined;
  const { mode, whenJiraIsDown, solvesLinkTypeId, statementTypeIds: ids } = first.data;
  const statementTypeIds = { insight: [ids.insight], problem: [ids.problem], opportunity: [ids.opportunity] };
  return { v: 2, whenJiraIsDown, solvesLinkTypeId, statementTypeIds, modes: [{ projectId: null, typeIds: null, mode }] };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const rowOf = (rule: Rule, project: ProjectId) => rule.modes.find(({ projectId }) => projectId === null || projectId === project);

/** The mode under which a workflow's rules look at a project's epics; undefined: none of them speaks of it. */
export const modeFor = ({ rules }: WorkflowFacts, project: ProjectId): GateMode | undefined =>
  rules.map((own) => ruleIn(own)).flatMap((rule) => (rule ? (rowOf(rule, project) ?? []) : []))[0]?.mode;

/**
 * What is missing for the gate to look at a project: a rule at every step that starts work where there is none, else a row in those there
 * are. Where a person put them at other steps, that stands. The first mode only counts.
 */
export function changesFor(workflow: WorkflowFacts, project: ProjectId, ids: RuleIds): readonly RuleChange[] {
  const row = { projectId: project, typeIds: null, mode: 'warn' as const };
  const fresh: Rule = { v: 2, whenJiraIsDown: 'pass', ...ids, modes: [row] };
  if (workflow.rules.length === 0)
    return workflow.steps.filter(({ isStart }) => isStart).map(({ id }) => ({ kind: 'add', stepId: id, configuration: JSON.stringify(fresh) }));
  return workflow.rules.flatMap((own): RuleChange[] => {
    const rule = ruleIn(own);
    const next = rule ? { ...rule, ...ids, modes: rowOf(rule, project) ? rule.modes : [...rule.modes, row] } : fresh;
    if (rule && isSame(rule, next)) return [];
    return [{ kind: 'configure', ruleId: own.id, configuration: JSON.stringify(next) }];
  });
}

const isSame = (a: Rule, b: Rule): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const ordered = ({ whenJiraIsDown, statementTypeIds, solvesLinkTypeId, modes }: Rule) => [
  whenJiraIsDown,
  statementKinds.map((kind) => [...statementTypeIds[kind]].sort()),
  solvesLinkTypeId,
  modes,
];

/** Takes this app's rules out of a workflow, all of them. */
export const withoutRules = ({ rules }: WorkflowFacts): readonly RuleChange[] => rules.map(({ id }) => ({ kind: 'remove', ruleId: id }));
