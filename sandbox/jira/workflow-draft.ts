import { workflowFor } from './project-types';
import type { Ask } from './route';
import type { Site } from './site';
import type { ConditionGroup, Rule, StatusPlace, Transition, Workflow } from './workflow';
import { workflowIdOf } from './workflow-bean';
import type { SentGroup, SentRule, SentTransition, SentWorkflow } from './workflow-payload';
import { newRuleId } from './workflow-rules';

/** A workflow as it would be after an update. */
export type Draft = Pick<Workflow, 'initial' | 'transitions' | 'statuses'>;

export const workflowSent = ({ site }: Ask, { id }: SentWorkflow): Workflow | undefined =>
  [...site.workflows.values()].find((workflow) => workflowIdOf(workflow) === id);

/** What was sent and nothing else: whatever a caller leaves out is gone. `idOf` has the statuses by the references that were sent. */
export function draftOf(site: Site, { statuses, transitions }: SentWorkflow, idOf: ReadonlyMap<string, string>): Draft {
  const made = transitions.map((transition) => ({ type: transition.type, transition: transitionOf(site, transition, idOf) }));
  const initial = made.find(({ type }) => type === 'INITIAL');
  if (initial === undefined) throw new Error('A workflow came without its initial transition');
  return {
    initial: initial.transition,
    transitions: made.filter((one) => one !== initial).map(({ transition }) => transition),
    statuses: statuses.map(({ statusReference, properties = {}, layout }): StatusPlace => ({ statusId: idIn(idOf, statusReference), properties, layout })),
  };
}

const idIn = (idOf: ReadonlyMap<string, string>, reference: string): string => idOf.get(reference) ?? reference;
const present = <Value>(values: readonly (Value | null)[] | undefined): Value[] => (values ?? []).filter((value) => value !== null);

const transitionOf = (site: Site, sent: SentTransition, idOf: ReadonlyMap<string, string>): Transition => ({
  id: sent.id ?? '',
  name: sent.name ?? '',
  description: sent.description ?? '',
  from: present(sent.links).flatMap(({ fromStatusReference }) => (fromStatusReference == null ? [] : [idIn(idOf, fromStatusReference)])),
  to: idIn(idOf, sent.toStatusReference ?? ''),
  validators: present(sent.validators).map((rule) => ruleOf(site, rule)),
  actions: present(sent.actions).map((rule) => ruleOf(site, rule)),
  conditions: sent.conditions == null ? undefined : groupOf(site, sent.conditions),
  triggers: (sent.triggers ?? []).map(({ id, ruleKey, parameters }) => ({ id, ruleKey, parameters })),
  screen: sent.transitionScreen == null ? undefined : ruleOf(site, sent.transitionScreen),
  properties: sent.properties ?? {},
});

const ruleOf = (site: Site, { id, ruleKey, parameters = {} }: SentRule): Rule => ({ id: id ?? parameters['id'] ?? newRuleId(site), ruleKey, parameters });

const groupOf = (site: Site, { operation, conditions, conditionGroups }: SentGroup): ConditionGroup => ({
  operation,
  conditions: present(conditions).map((rule) => ruleOf(site, rule)),
  conditionGroups: present(conditionGroups).map((group) => groupOf(site, group)),
});

/** Whether issues that go through a workflow are in one of its statuses. */
export function isInUse(site: Site, workflow: Workflow, statusId: string): boolean {
  for (const issue of site.issues.all()) {
    const project = site.projects.get(issue.projectId);
    if (issue.statusId === statusId && project !== undefined && workflowFor(site, project, issue.typeId) === workflow) return true;
  }
  return false;
}
