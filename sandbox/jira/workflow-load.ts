import { known, type Site } from './site';
import type { SiteData, SiteRule, SiteWorkflow } from './site-data';
import { forgeValidatorKey, newRuleId, parametersOf } from './workflow-rules';
import type { Rule, Transition, Workflow } from './workflow';

/** The workflows as Jira holds them. A team-managed project's belong to it alone. */
export function loadWorkflows(site: Site, data: SiteData): void {
  const [shared, own] = [new Set<string>(), new Map<string, string>()];
  for (const { id, style, workflowId, workflowOf } of site.projects.values())
    for (const used of [workflowId, ...Object.values(workflowOf)]) {
      if (style === 'team-managed') own.set(used, id);
      else shared.add(used);
    }
  for (const workflow of data.workflows) {
    const projectId = shared.has(workflow.id) ? undefined : own.get(workflow.id);
    site.workflows.set(workflow.id, workflowOf(site, workflow, projectId, Date.parse(data.now)));
    site.sawId('workflow', Number(workflow.id));
  }
}

function workflowOf(
  site: Site,
  { id, name, initialStatusId, transitions, onCreate = {} }: SiteWorkflow,
  projectId: string | undefined,
  updated: number,
): Workflow {
  const statusIds = new Set([initialStatusId, ...transitions.flatMap(({ from, to }) => [...from, to])]);
  for (const statusId of statusIds) known(site.statuses, statusId, 'status');
  return {
    id,
    name,
    description: '',
    projectId,
    statuses: [...statusIds].map((statusId) => ({ statusId, properties: {}, layout: undefined })),
    initial: {
      ...bare,
      id: '1',
      name: 'Create',
      to: initialStatusId,
      validators: (onCreate.validators ?? []).map((rule) => madeRule(site, rule)),
      actions: (onCreate.postFunctions ?? []).map((rule) => madeRule(site, rule)),
    },
    transitions: transitions.map((transition) => transitionOf(site, transition)),
    version: 1,
    updated,
  };
}

const bare = { description: '', from: [], conditions: undefined, triggers: [], screen: undefined, properties: {} };

function transitionOf(site: Site, transition: SiteWorkflow['transitions'][number]): Transition {
  const { id, name, from, to, validators = [], otherValidators = [], postFunctions = [], screenId } = transition;
  return {
    ...bare,
    id,
    name,
    from,
    to,
    validators: [
      ...otherValidators.map((rule) => madeRule(site, rule)),
      ...validators.map(({ moduleKey, configuration }) => {
        const ruleId = newRuleId(site);
        const own = { moduleKey, configuration, isDisabled: false, tag: undefined };
        return { id: ruleId, ruleKey: forgeValidatorKey, parameters: parametersOf(site.options.app, ruleId, own) };
      }),
    ],
    actions: postFunctions.map((rule) => madeRule(site, rule)),
    screen: screenId === undefined ? undefined : madeRule(site, { ruleKey: 'system:transition-screen', parameters: { screenId: String(screenId) } }),
  };
}

const madeRule = (site: Site, { ruleKey, parameters }: SiteRule): Rule => ({ id: newRuleId(site), ruleKey, parameters });
