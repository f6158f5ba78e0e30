import type { SetupChoices } from '../contract/setup';
import type { ProjectId } from '../domain/ids';
import { changesFor, modeFor, ruleIdsOf } from './gate-rows';
import type { Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import type { IssueTypeScheme, SiteIssueType } from './setup-ports';
import type { WorkflowFacts } from './workflow-ports';

/** The workflows that epics go through, with the app's rules in them. */
export interface GateFacts {
  readonly workflowsOf: ReadonlyMap<ProjectId, readonly WorkflowFacts[]>;
  /** Projects that use a workflow, by its name. */
  readonly usersOf: ReadonlyMap<string, readonly ProjectId[]>;
  /** What Jira says against adding the rule, by workflow. */
  readonly objections: ReadonlyMap<string, string>;
}

interface Known {
  readonly settings: SiteSettings;
  readonly projects: readonly Omit<ProjectFacts, 'types'>[];
  readonly siteTypes: readonly SiteIssueType[];
  readonly schemes: readonly IssueTypeScheme[];
}

/** Jira validates what it would be asked to do, so that a plan promises nothing that is refused later. */
export async function readGateFacts(ports: Pick<Ports, 'workflows'>, known: Known, { backlogProjects }: SetupChoices, about?: string): Promise<GateFacts> {
  const companyManaged = known.projects.filter(({ style }) => style === 'company-managed').map(({ id }) => id);
  const gated = companyManaged.filter((id) => (about === undefined ? backlogProjects.includes(id) : about === `gate.${id}`));
  if (gated.length === 0) return { workflowsOf: new Map(), usersOf: new Map(), objections: new Map() };
  const schemes = await ports.workflows.schemesOf('user', companyManaged);
  const namesFor = (projectId: ProjectId, typeIds: readonly string[]): readonly string[] => {
    const scheme = schemes.find(({ projectIds }) => projectIds.includes(projectId));
    return scheme ? [...new Set(typeIds.map((id) => scheme.workflowOf[id] ?? scheme.defaultWorkflow))] : [];
  };
  const named = new Map(gated.map((id) => [id, namesFor(id, epicTypes(known, id))]));
  const workflows = new Map((await ports.workflows.read('user', [...named.values()].flat())).map((workflow) => [workflow.name, workflow]));
  const users = companyManaged.map((id) => [id, new Set(namesFor(id, typesIn(known, id)))] as const);
  return {
    workflowsOf: new Map([...named].map(([id, names]) => [id, names.flatMap((name) => workflows.get(name) ?? [])])),
    usersOf: new Map([...workflows.keys()].map((name) => [name, users.filter(([, names]) => names.has(name)).map(([id]) => id)])),
    objections: await objectionsTo(ports, known.settings, named, workflows),
  };
}

const typesIn = ({ schemes }: Known, projectId: ProjectId): readonly string[] =>
  schemes.find(({ projectIds }) => projectIds.includes(projectId))?.typeIds ?? [];

function epicTypes(known: Known, projectId: ProjectId): readonly string[] {
  const epics = new Set(known.siteTypes.filter(({ level }) => level >= 1).map(({ id }) => id));
  return typesIn(known, projectId).filter((id) => epics.has(id));
}

async function objectionsTo(
  ports: Pick<Ports, 'workflows'>,
  settings: SiteSettings,
  named: ReadonlyMap<ProjectId, readonly string[]>,
  workflows: ReadonlyMap<string, WorkflowFacts>,
): Promise<GateFacts['objections']> {
  // Before the types exist nothing true can be written yet, but Jira can be asked about the rule's name all the same.
  const ids = ruleIdsOf(settings) ?? { statementTypeIds: { insight: [], problem: [], opportunity: [] }, solvesLinkTypeId: '' };
  const objections = new Map<string, string>();
  for (const [projectId, names] of named) {
    for (const name of names) {
      const workflow = workflows.get(name);
      if (!workflow || objections.has(name) || modeFor(workflow, projectId) !== undefined) continue;
      const objection = await ports.workflows.objection(name, (now) => changesFor(now, projectId, ids, settings.gates[projectId]));
      if (objection !== undefined) objections.set(name, objection);
    }
  }
  return objections;
}
