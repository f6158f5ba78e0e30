import type { GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { modeOfType, rulesOn } from './own-rows';
import type { Ports, ProjectFacts } from './ports';
import type { WorkflowFacts } from './workflow-ports';

type Type = ProjectFacts['types'][number];

/** A workflow that holds the app's rule, with those of a project's types that go through it. */
export interface GatedWorkflow extends WorkflowFacts {
  readonly typeIds: ReadonlySet<string>;
}

/**
 * The workflows of a project's own scheme whose rules speak of it. A rule for every project means those on its workflow: elsewhere it
 * stops nothing, whatever is written into it.
 */
export async function readGatedWorkflows(ports: Pick<Ports, 'workflows'>, { id, style, types }: ProjectFacts): Promise<readonly GatedWorkflow[]> {
  if (style === 'team-managed') return [];
  const [schemes, ruled] = await Promise.all([ports.workflows.schemesOf('app', [id]), ports.workflows.withOwnRules()]);
  const scheme = schemes.find(({ projectIds }) => projectIds.includes(id));
  if (!scheme) return [];
  const typesOf = (name: string): ReadonlySet<string> =>
    new Set(types.filter((type) => (scheme.workflowOf[type.id] ?? scheme.defaultWorkflow) === name).map((type) => type.id));
  const own = ruled.map((name) => ({ name, typeIds: typesOf(name) })).filter(({ typeIds }) => typeIds.size > 0);
  const read = await ports.workflows.read(
    'app',
    own.map(({ name }) => name),
  );
  return read
    .map((workflow) => ({ ...workflow, typeIds: own.find(({ name }) => name === workflow.name)?.typeIds ?? new Set<string>() }))
    .filter((workflow) => rulesOn([workflow], id).length > 0);
}

/** Those that a type's issues go through. */
const workflowsOf = (workflows: readonly GatedWorkflow[], typeId: string): readonly GatedWorkflow[] => workflows.filter(({ typeIds }) => typeIds.has(typeId));

export const isRuled = (workflows: readonly GatedWorkflow[], typeId: string): boolean => workflowsOf(workflows, typeId).length > 0;

/** What issues of a type meet on their own way; off where that holds no rule. */
export const modeOnItsWay = (workflows: readonly GatedWorkflow[], projectId: ProjectId, type: Type): GateMode =>
  modeOfType(rulesOn(workflowsOf(workflows, type.id), projectId), projectId, type);
