import * as z from 'zod';
import type { As } from '../actions/ports';
import type { RuleChanges, WorkflowsPort } from '../actions/workflow-ports';
import { asAdmin, pagesOf } from './as-admin';
import { route } from './request';
import { assumedRuleKey, validatorAri } from './rule-key';
import { projectIdShape } from './shapes';
import { changed, factsOf, type RuleName } from './workflow-rules';
import { capabilitiesShape, objectionsShape, readShape, refusalShape, statusUpdateOf, updateOf, type RawStatus, type RawWorkflow } from './workflow-shapes';

const schemesShape = z.looseObject({
  values: z.array(
    z.looseObject({
      projectIds: z.array(projectIdShape),
      workflowScheme: z.looseObject({ defaultWorkflow: z.string().optional(), issueTypeMappings: z.record(z.string(), z.string()).optional() }),
    }),
  ),
});

/** Jira's own workflow, for the scheme that names none. */
const builtinWorkflow = 'jira';
const projectsPerQuery = 100;
const workflowsPerRead = 20;
const triesAtMost = 4;

interface Read {
  readonly workflow: RawWorkflow;
  readonly statuses: readonly RawStatus[];
}

export const jiraWorkflows: WorkflowsPort = {
  async schemesOf(as, projectIds) {
    const found = await inSlices(projectIds, projectsPerQuery, async (slice) => {
      const query = new URLSearchParams(slice.map((id) => ['projectId', id]));
      const response = await asAdmin({ as, method: 'GET', path: route`/rest/api/3/workflowscheme/project?${query}`, isRepeatable: true });
      return (await response.parse(schemesShape)).values;
    });
    return found.map(({ projectIds: ids, workflowScheme }) => ({
      projectIds: ids,
      defaultWorkflow: workflowScheme.defaultWorkflow ?? builtinWorkflow,
      workflowOf: workflowScheme.issueTypeMappings ?? {},
    }));
  },

  async read(as, names) {
    const ari = validatorAri();
    return (await readRaw(as, names)).map(({ workflow, statuses }) => factsOf(workflow, statuses, ari));
  },

  async objection(name, changes) {
    const [read] = await readRaw('user', [name]);
    const payload = read && (await payloadOf('user', read, changes));
    if (!read) return 'Jira does not show this workflow.';
    return payload && objectionTo('user', payload);
  },

  async change(as, name, changes) {
    for (let tried = 1; ; tried += 1) {
      const [read] = await readRaw(as, [name]);
      if (!read) return { kind: 'refused', why: 'Jira does not show this workflow.' };
      const payload = await payloadOf(as, read, changes);
      if (!payload) return { kind: 'unchanged' };
      const why = await objectionTo(as, payload);
      if (why !== undefined) return { kind: 'refused', why };
      // Once more after a lost answer is refused for its version, and what is there by then is read again.
      const response = await asAdmin({ as, method: 'POST', path: route`/rest/api/3/workflows/update`, body: payload, isRepeatable: true, expects: [400, 409] });
      if (response.status < 400) return { kind: 'changed' };
      if (response.status === 400) return { kind: 'refused', why: (await response.parse(refusalShape)).errorMessages?.[0] ?? 'Jira did not say why.' };
      if (tried === triesAtMost) return { kind: 'refused', why: 'Somebody else is changing this workflow. Try again.' };
    }
  },

  async withOwnRules() {
    const rows = await pagesOf(
      z.looseObject({ workflowId: z.looseObject({ name: z.string() }) }),
      (startAt) => route`/rest/api/3/workflow/rule/config?types=validator&startAt=${startAt}&maxResults=50`,
      'app',
    );
    return [...new Set(rows.map(({ workflowId }) => workflowId.name))];
  },
};

async function readRaw(as: As, names: readonly string[]): Promise<readonly Read[]> {
  return inSlices([...new Set(names)], workflowsPerRead, async (slice) => {
    const response = await asAdmin({ as, method: 'POST', path: route`/rest/api/3/workflows`, body: { workflowNames: slice }, isRepeatable: true });
    const { workflows, statuses } = await response.parse(readShape);
    // Team-managed projects may have workflows of the same name.
    return workflows.filter(({ scope }) => scope?.type !== 'PROJECT').map((workflow) => ({ workflow, statuses: statusesIn(workflow, statuses) }));
  });
}

function statusesIn({ statuses }: RawWorkflow, all: readonly RawStatus[]): readonly RawStatus[] {
  const own = new Set(statuses.map((status) => z.looseObject({ statusReference: z.string() }).parse(status).statusReference));
  return all.filter(({ statusReference }) => own.has(statusReference));
}

/** undefined: nothing to change. */
async function payloadOf(as: As, { workflow, statuses }: Read, changes: RuleChanges) {
  const ari = validatorAri();
  const planned = changes(factsOf(workflow, statuses, ari));
  if (planned.length === 0) return undefined;
  const name: RuleName = { ari, ruleKey: planned.some(({ kind }) => kind === 'add') ? await ruleKeyIn(as, workflow.id, ari) : assumedRuleKey };
  return { statuses: statuses.map(statusUpdateOf), workflows: [updateOf(changed(workflow, planned, name))] };
}

async function ruleKeyIn(as: As, workflowId: string, ari: string): Promise<string> {
  const response = await asAdmin({
    as,
    method: 'GET',
    path: route`/rest/api/3/workflows/capabilities?workflowId=${workflowId}`,
    isRepeatable: true,
    expects: [400],
  });
  if (response.status === 400) return assumedRuleKey;
  const { forgeRules } = await response.parse(capabilitiesShape);
  return forgeRules?.find(({ id }) => id === ari)?.ruleKey ?? assumedRuleKey;
}

async function objectionTo(as: As, payload: object): Promise<string | undefined> {
  const response = await asAdmin({
    as,
    method: 'POST',
    path: route`/rest/api/3/workflows/update/validation`,
    body: { payload, validationOptions: { levels: ['ERROR'] } },
    isRepeatable: true,
    expects: [400],
  });
  if (response.status === 400) return (await response.parse(refusalShape)).errorMessages?.[0] ?? 'Jira did not say why.';
  const [first] = (await response.parse(objectionsShape)).errors ?? [];
  return first && (first.message ?? 'Jira did not say why.');
}

async function inSlices<Item, Row>(items: readonly Item[], size: number, read: (slice: readonly Item[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < items.length; at += size) rows.push(...(await read(items.slice(at, at + size))));
  return rows;
}
