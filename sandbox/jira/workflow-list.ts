import { z } from 'zod';
import { categories, moduleAri } from './builtin';
import { page } from './page';
import { refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { ok, routes, type Ask } from './route';
import { rest, uuidOf } from './self';
import { known, type Rule, type Site, type Status, type Transition, type Workflow } from './site';
import { zoned } from './zone';

const readSchema = z.strictObject({
  workflowIds: z.array(z.string()).optional(),
  workflowNames: z.array(z.string()).optional(),
  projectAndIssueTypes: z.array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() })).optional(),
});

/** Workflows as Jira's editor knows them. Reading only: rules come with the site's data. */
export const workflowRoutes = routes('platform', [
  [
    'GET /rest/api/3/workflows/search',
    'searchWorkflows',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { site, query } = ask;
      const words = (query.text('queryString') ?? '').toLowerCase();
      const found = [...site.workflows.values()].filter(({ name }) => name.toLowerCase().includes(words));
      const body = page(ask, found, (workflow) => workflowBean(site, workflow, query.list('expand').includes('values.transitions')));
      return ok({ self: rest(site, 'workflows/search'), ...body, statuses: statusesOf(site, found) }, body.values.length);
    },
  ],
  [
    'POST /rest/api/3/workflows',
    'readWorkflows',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { site } = ask;
      const found = chosen(ask);
      return ok({ statuses: statusesOf(site, found), workflows: found.map((workflow) => workflowBean(site, workflow, true)) }, Math.max(1, found.length));
    },
  ],
]);

function chosen(ask: Ask): Workflow[] {
  const { workflowIds = [], workflowNames = [], projectAndIssueTypes = [] } = ask.parse(readSchema);
  if (workflowIds.length + workflowNames.length + projectAndIssueTypes.length === 0) throw refuse(400, 'No workflow is asked for.');
  // One workflow serves all types of a project here.
  const ofProjects = projectAndIssueTypes.flatMap(({ projectId }) => ask.site.projects.get(projectId)?.workflowId ?? []);
  return [...ask.site.workflows.values()].filter(
    ({ id, name }) => workflowIds.includes(uuidOf('workflow', id)) || workflowNames.includes(name) || ofProjects.includes(id),
  );
}

const reference = (statusId: string): string => uuidOf('status', statusId);

function statusIdsIn(workflows: readonly Workflow[]): string[] {
  return [...new Set(workflows.flatMap(({ initialStatusId, transitions }) => [initialStatusId, ...transitions.flatMap(({ from, to }) => [...from, to])]))];
}

const statusesOf = (site: Site, workflows: readonly Workflow[]) => statusIdsIn(workflows).map((id) => statusBean(known(site.statuses, id, 'status')));

const statusBean = ({ id, name, category }: Status) => ({
  description: '',
  id,
  name,
  scope: { type: 'GLOBAL' },
  statusCategory: categories[category].workflowName,
  statusReference: reference(id),
});

const workflowBean = (site: Site, workflow: Workflow, withTransitions: boolean) => ({
  id: uuidOf('workflow', workflow.id),
  name: workflow.name,
  description: workflow.description,
  isEditable: true,
  scope: { type: 'GLOBAL' },
  updated: zoned(workflow.updated, site.timeZone),
  version: { id: uuidOf(`version-${String(workflow.version)}`, workflow.id), versionNumber: workflow.version },
  statuses: statusIdsIn([workflow]).map((id) => ({ statusReference: reference(id), deprecated: false, properties: {} })),
  ...(withTransitions && { transitions: [initialBean(workflow), ...workflow.transitions.map((transition) => transitionBean(site, transition))] }),
});

const noRules = { actions: [], validators: [], triggers: [], properties: {} };

const initialBean = ({ initialStatusId }: Workflow) => ({
  id: '1',
  name: 'Create',
  description: '',
  type: 'INITIAL',
  toStatusReference: reference(initialStatusId),
  links: [],
  ...noRules,
});

const transitionBean = (site: Site, { id, name, from, to, validators }: Transition) => ({
  id,
  name,
  description: '',
  type: from.length === 0 ? 'GLOBAL' : 'DIRECTED',
  toStatusReference: reference(to),
  links: from.map((statusId) => ({ fromStatusReference: reference(statusId), fromPort: 0, toPort: 0 })),
  ...noRules,
  validators: validators.map((rule) => ruleBean(site, rule)),
});

// Atlassian documents no rule key for a Forge validator that is a function; this is the one for its expression form.
const forgeRuleKey = 'forge:expression-validator';

const ruleBean = ({ options }: Site, { id, moduleKey, configuration, isDisabled }: Rule) => ({
  id,
  ruleKey: forgeRuleKey,
  parameters: {
    key: moduleAri(options.app, moduleKey),
    name: options.app.validators.find(({ key }) => key === moduleKey)?.name ?? moduleKey,
    config: configuration,
    disabled: String(isDisabled),
  },
});
