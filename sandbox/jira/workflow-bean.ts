import { categories } from './builtin';
import { uuidOf } from './self';
import { known, type Site, type Status } from './site';
import { allTransitions, statusIdsIn, type ConditionGroup, type Rule, type Transition, type Workflow } from './workflow';
import { zoned } from './zone';

export const workflowIdOf = ({ id }: Workflow): string => uuidOf('workflow', id);
export const versionOf = ({ id, version }: Workflow) => ({ id: uuidOf(`version-${String(version)}`, id), versionNumber: version });

/** How a workflow's parts name a status: by its id, and by a UUID where the workflow is a team-managed project's own. */
export const referenceIn = ({ projectId }: Workflow, statusId: string): string => (projectId === undefined ? statusId : uuidOf('status', statusId));

const scopeOf = ({ projectId }: Workflow) => (projectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } });

/** The statuses of some workflows, each once, as they stand beside them. */
export function statusBeans(site: Site, workflows: readonly Workflow[]) {
  const beans = workflows.flatMap((workflow) =>
    statusIdsIn(workflow).map((id) => [referenceIn(workflow, id), statusBean(workflow, known(site.statuses, id, 'status'))] as const),
  );
  return [...new Map(beans).values()];
}

const statusBean = (workflow: Workflow, { id, name, category }: Status) => ({
  description: '',
  id,
  name,
  scope: scopeOf(workflow),
  statusCategory: categories[category].workflowName,
  statusReference: referenceIn(workflow, id),
});

export const workflowBean = (site: Site, workflow: Workflow, withTransitions: boolean) => ({
  id: workflowIdOf(workflow),
  name: workflow.name,
  description: workflow.description,
  isEditable: true,
  scope: scopeOf(workflow),
  updated: zoned(workflow.updated, site.timeZone),
  version: versionOf(workflow),
  statuses: workflow.statuses.map(({ statusId, properties, layout }) => ({
    statusReference: referenceIn(workflow, statusId),
    deprecated: false,
    properties,
    ...(layout !== undefined && { layout }),
  })),
  ...(withTransitions && { transitions: allTransitions(workflow).map((transition) => transitionBean(workflow, transition)) }),
});

const transitionBean = (workflow: Workflow, transition: Transition) => {
  const { id, name, description, from, to, validators, actions, triggers, conditions, screen, properties } = transition;
  return {
    id,
    name,
    description,
    type: transition === workflow.initial ? 'INITIAL' : from.length === 0 ? 'GLOBAL' : 'DIRECTED',
    toStatusReference: referenceIn(workflow, to),
    links: from.map((statusId) => ({ fromStatusReference: referenceIn(workflow, statusId), fromPort: 0, toPort: 0 })),
    validators: validators.map(ruleBean),
    actions: actions.map(ruleBean),
    triggers: triggers.map(({ id: triggerId, ruleKey, parameters }) => ({ ...(triggerId !== undefined && { id: triggerId }), ruleKey, parameters })),
    properties,
    ...(conditions !== undefined && { conditions: groupBean(conditions) }),
    ...(screen !== undefined && { transitionScreen: ruleBean(screen) }),
  };
};

const ruleBean = ({ id, ruleKey, parameters }: Rule) => ({ id, ruleKey, parameters });

interface GroupBean {
  readonly operation: ConditionGroup['operation'];
  readonly conditions: readonly Rule[];
  readonly conditionGroups: readonly GroupBean[];
}

const groupBean = ({ operation, conditions, conditionGroups }: ConditionGroup): GroupBean => ({
  operation,
  conditions: conditions.map(ruleBean),
  conditionGroups: conditionGroups.map(groupBean),
});
