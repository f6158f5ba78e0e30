import type { GateRule } from '../contract/gate';
import { rowFor, type GateMode, type ModeRow, type OutagePolicy } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { ruleIn } from './gate-rules';
import type { ProjectFacts } from './ports';
import type { RuleChange, WorkflowFacts } from './workflow-ports';

type Type = ProjectFacts['types'][number];

/** What one project's admins decided. */
export interface OwnRows {
  readonly whenJiraIsDown: OutagePolicy;
  readonly modes: ReadonlyMap<string, GateMode>;
}

const isOwn = (projectId: ProjectId, row: ModeRow): boolean => row.projectId === projectId;

/** Rules that speak of a project, each once, however many steps they stand at. */
export const rulesOn = (workflows: readonly WorkflowFacts[], projectId: ProjectId): readonly GateRule[] =>
  workflows
    .flatMap(({ rules }) => rules.flatMap(({ configuration }) => ruleIn(configuration) ?? []))
    .filter(({ modes }) => modes.some((row) => row.projectId === null || isOwn(projectId, row)));

/** Names what a project's rows say in all rules: whoever saves says which they read. */
export const revisionOf = (rules: readonly GateRule[], projectId: ProjectId): string =>
  JSON.stringify(rules.map(({ whenJiraIsDown, modes }) => [whenJiraIsDown, modes.filter((row) => row.projectId === null || isOwn(projectId, row))]));

/** The strictest of what the rules do with a type, since an issue must pass all of them. */
export function modeOfType(rules: readonly GateRule[], projectId: ProjectId, { id, level }: Type): GateMode {
  const modes = rules.map((rule) => rowFor(rule.modes, { projectId, typeId: id, level })?.mode ?? 'off');
  return modes.includes('require') ? 'require' : modes.includes('warn') ? 'warn' : 'off';
}

export function policyOf(rules: readonly GateRule[], projectId: ProjectId): OutagePolicy {
  const own = rules.flatMap((rule) => rule.modes.filter((row) => isOwn(projectId, row)).map((row) => row.whenJiraIsDown ?? rule.whenJiraIsDown));
  return [...own, ...rules.map((rule) => rule.whenJiraIsDown)][0] ?? 'pass';
}

/** One row where all epics are treated alike, so that a type that comes later is, too; else one a mode. */
export function rowsFor(
  { id: projectId, key: projectKey }: Pick<ProjectFacts, 'id' | 'key'>,
  types: readonly Type[],
  { whenJiraIsDown, modes }: OwnRows,
): readonly ModeRow[] {
  const modeOf = ({ id }: Type): GateMode => modes.get(id) ?? 'off';
  const epics = types.filter(({ level }) => level >= 1);
  const [first, ...others] = new Set(epics.map(modeOf));
  const isPlain = first !== undefined && others.length === 0 && types.every((type) => type.level >= 1 || modeOf(type) === 'off');
  if (isPlain) return [{ projectId, projectKey, typeIds: null, mode: first, whenJiraIsDown }];
  return (['require', 'warn', 'off'] as const).flatMap((mode) => {
    const typeIds = types.filter((type) => modeOf(type) === mode).map(({ id }) => id);
    return typeIds.length > 0 ? [{ projectId, projectKey, typeIds, mode, whenJiraIsDown }] : [];
  });
}

/** The rules of a workflow with these rows for the project, before those for every project; what others decided stays. */
export function withRows({ rules }: WorkflowFacts, projectId: ProjectId, rows: readonly ModeRow[]): readonly RuleChange[] {
  return rules.flatMap((own): RuleChange[] => {
    const rule = ruleIn(own.configuration);
    if (!rule || rulesOn([{ name: '', steps: [], rules: [own] }], projectId).length === 0) return [];
    const next = { ...rule, modes: [...rows, ...rule.modes.filter((row) => !isOwn(projectId, row))] };
    return JSON.stringify(next) === JSON.stringify(rule) ? [] : [{ kind: 'configure', ruleId: own.id, configuration: JSON.stringify(next) }];
  });
}
