import { categories } from './builtin';
import { JiraRefusal, refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { ok, routes, type Ask } from './route';
import type { Category } from './site';
import { signedIn } from './viewer';
import type { Workflow } from './workflow';
import { statusBeans, versionOf, workflowBean } from './workflow-bean';
import { draftOf, isInUse, workflowSent } from './workflow-draft';
import { requireWorkflowAdmin } from './workflow-list';
import { updateSchema, validationSchema, type Payload, type SentStatus } from './workflow-payload';
import { problemsOf } from './workflow-problems';

/** Writing workflows: whole ones, by the version that was read. */
export const workflowUpdateRoutes = routes('platform', [
  [
    'POST /rest/api/3/workflows/update/validation',
    'validateUpdateWorkflows',
    'read',
    (ask) => {
      const { payload, validationOptions } = ask.parse(validationSchema);
      requireAll(ask, payload);
      const levels = validationOptions?.levels ?? ['WARNING', 'ERROR'];
      return ok({ errors: levels.includes('ERROR') ? problemsOf(ask, payload) : [] });
    },
  ],
  [
    'POST /rest/api/3/workflows/update',
    'updateWorkflows',
    'write',
    (ask) => {
      const payload = ask.parse(updateSchema);
      requireAll(ask, payload);
      checkVersions(ask, payload);
      const problems = problemsOf(ask, payload);
      if (problems.length > 0) throw new JiraRefusal(400, { errorMessages: problems.map(({ message }) => message), errors: {} });
      const updated = update(ask, payload);
      return ok({ statuses: statusBeans(ask.site, updated), workflows: updated.map((workflow) => workflowBean(ask.site, workflow, true)) }, updated.length);
    },
  ],
]);

function requireAll(ask: Ask, { workflows }: Payload): void {
  signedIn(ask.viewer);
  for (const sent of workflows) {
    const workflow = workflowSent(ask, sent);
    if (workflow !== undefined) requireWorkflowAdmin(ask, workflow);
  }
  if (workflows.length === 0) requireJiraAdmin(ask.viewer);
}

/** Who read before somebody else wrote has to read again. The document has 409 for a running task; this is what Jira was seen to say. */
function checkVersions(ask: Ask, { workflows }: Payload): void {
  for (const sent of workflows) {
    const workflow = workflowSent(ask, sent);
    const current = workflow && versionOf(workflow);
    if (current !== undefined && (current.id !== sent.version.id || current.versionNumber !== sent.version.versionNumber))
      throw refuse(409, 'Workflow version and version token must match');
  }
}

function update(ask: Ask, payload: Payload): Workflow[] {
  const { site } = ask;
  const pairs = payload.workflows.flatMap((sent) => {
    const workflow = workflowSent(ask, sent);
    return workflow === undefined ? [] : [{ sent, workflow }];
  });
  for (const { sent, workflow } of pairs) {
    const references = new Set(sent.statuses.map(({ statusReference }) => statusReference));
    const kept = new Set(payload.statuses.filter(({ statusReference }) => references.has(statusReference)).map(({ id }) => id));
    for (const { statusId } of workflow.statuses)
      if (!kept.has(statusId) && isInUse(site, workflow, statusId)) throw refuse(501, 'The local stand-in does not move issues out of a status that goes.');
  }
  const idOf = new Map(payload.statuses.map((status) => [status.statusReference, writeStatus(ask, status)]));
  return pairs.map(({ sent, workflow }) => {
    const { description = workflow.description } = sent;
    const updated = { ...workflow, ...draftOf(site, sent, idOf), description, version: workflow.version + 1, updated: site.now() };
    site.workflows.set(workflow.id, updated);
    return updated;
  });
}

const categoryOf = (name: SentStatus['statusCategory']): Category => Object.values(categories).find(({ workflowName }) => workflowName === name)?.key ?? 'new';

/** A status without an id is a new one; one with an id gets the name and category that were sent, on all of the site. */
function writeStatus({ site }: Ask, { id = String(site.nextId('status')), name, statusCategory }: SentStatus): string {
  site.statuses.set(id, { id, name, category: categoryOf(statusCategory) });
  return id;
}
