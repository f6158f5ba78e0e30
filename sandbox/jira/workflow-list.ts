import { z } from 'zod';
import { moduleAri } from './builtin';
import { page } from './page';
import { workflowFor } from './project-types';
import { JiraRefusal, refuse } from './refusal';
import { isJiraAdmin, mayIn } from './rights';
import { ok, routes, type Ask } from './route';
import { rest } from './self';
import type { Project } from './site';
import { signedIn } from './viewer';
import type { Workflow } from './workflow';
import { statusBeans, workflowBean, workflowIdOf } from './workflow-bean';
import { forgeValidatorKey, systemRules } from './workflow-rules';

const readSchema = z.strictObject({
  workflowIds: z.array(z.string()).optional(),
  workflowNames: z.array(z.string()).optional(),
  projectAndIssueTypes: z.array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() })).optional(),
});

/** Workflows as Jira's editor knows them, and what it offers for them. */
export const workflowRoutes = routes('platform', [
  [
    'GET /rest/api/3/workflows/search',
    'searchWorkflows',
    'read',
    (ask) => {
      const { site, query } = ask;
      const words = (query.text('queryString') ?? '').toLowerCase();
      const found = readable(ask, ({ name }) => name.toLowerCase().includes(words));
      const body = page(ask, found, (workflow) => workflowBean(site, workflow, query.list('expand').includes('values.transitions')));
      return ok({ self: rest(site, 'workflows/search'), ...body, statuses: statusBeans(site, found) }, body.values.length);
    },
  ],
  [
    'POST /rest/api/3/workflows',
    'readWorkflows',
    'read',
    (ask) => {
      const { site } = ask;
      const wanted = wantedIn(ask);
      const found = readable(ask, wanted);
      return ok({ statuses: statusBeans(site, found), workflows: found.map((workflow) => workflowBean(site, workflow, true)) }, Math.max(1, found.length));
    },
  ],
  [
    'GET /rest/api/3/workflows/capabilities',
    'workflowCapabilities',
    'read',
    (ask) => {
      const workflow = chosen(ask);
      requireWorkflowAdmin(ask, workflow);
      return ok(capabilitiesOf(ask, workflow));
    },
  ],
]);

/** The document has no 403 here: who may not is answered like who is unknown. */
const notAllowed = () => new JiraRefusal(401, { errorMessages: ['You do not have permission to perform this operation.'], errors: {} });

const projectPermissions = { administer: ['ADMINISTER_PROJECTS'], look: ['ADMINISTER_PROJECTS', 'VIEW_READONLY_WORKFLOW'] };

/** Shared workflows are the Jira admins'; a team-managed project's own are also its people's. */
function may({ site, viewer }: Ask, { projectId }: Workflow, what: keyof typeof projectPermissions): boolean {
  const project = projectId === undefined ? undefined : site.projects.get(projectId);
  return isJiraAdmin(viewer) || (project !== undefined && projectPermissions[what].some((permission) => mayIn(site, viewer, permission, project)));
}

export function requireWorkflowAdmin(ask: Ask, workflow: Workflow): void {
  signedIn(ask.viewer);
  if (!may(ask, workflow, 'administer')) throw notAllowed();
}

function readable(ask: Ask, fits: (workflow: Workflow) => boolean): Workflow[] {
  signedIn(ask.viewer);
  const open = [...ask.site.workflows.values()].filter((workflow) => may(ask, workflow, 'look'));
  if (open.length === 0) throw notAllowed();
  return open.filter(fits);
}

function wantedIn(ask: Ask): (workflow: Workflow) => boolean {
  const { workflowIds = [], workflowNames = [], projectAndIssueTypes = [] } = ask.parse(readSchema);
  if (workflowIds.length + workflowNames.length + projectAndIssueTypes.length === 0) throw refuse(400, 'No workflow is asked for.');
  const ofProjects = new Set(
    projectAndIssueTypes.flatMap(({ projectId, issueTypeId }) => {
      const project = ask.site.projects.get(projectId);
      return project === undefined ? [] : [workflowFor(ask.site, project, issueTypeId)];
    }),
  );
  return (workflow) => workflowIds.includes(workflowIdOf(workflow)) || workflowNames.includes(workflow.name) || ofProjects.has(workflow);
}

function chosen({ site, query, viewer }: Ask): Workflow {
  signedIn(viewer);
  const [workflowId, projectId, issueTypeId] = [query.text('workflowId'), query.text('projectId'), query.text('issueTypeId')];
  if ((workflowId === undefined) === (projectId === undefined || issueTypeId === undefined))
    throw refuse(400, 'Either the workflow ID or the project and issue type ID pair is needed.');
  const project: Project | undefined = projectId === undefined ? undefined : site.projects.get(projectId);
  const workflow =
    workflowId === undefined
      ? project && workflowFor(site, project, issueTypeId ?? '')
      : [...site.workflows.values()].find((candidate) => workflowIdOf(candidate) === workflowId);
  if (workflow === undefined) throw refuse(400, 'The workflow was not found.');
  return workflow;
}

const styleOf = ({ projectId }: Workflow) => (projectId === undefined ? 'company-managed' : 'team-managed');

/** Rules of this app that may stand in a workflow: a manifest says for which kind of project each is. */
export const offeredModules = ({ site }: Ask, workflow: Workflow) =>
  site.options.app.validators.filter(({ projectTypes }) => projectTypes.includes(styleOf(workflow)));

function capabilitiesOf(ask: Ask, workflow: Workflow) {
  const { app } = ask.site.options;
  return {
    editorScope: workflow.projectId === undefined ? 'GLOBAL' : 'PROJECT',
    projectTypes: ['software'],
    connectRules: [],
    forgeRules: offeredModules(ask, workflow).map(({ key, name, description }) => ({
      id: moduleAri(app, key),
      ruleKey: forgeValidatorKey,
      ruleType: 'Validator',
      name,
      description,
    })),
    systemRules: Object.entries(systemRules).map(([ruleKey, { type, name, description, onCreate }]) => ({
      ruleKey,
      ruleType: type,
      name,
      description,
      incompatibleRuleKeys: [],
      isAvailableForInitialTransition: onCreate,
      isVisible: true,
    })),
    triggerRules: [],
  };
}
