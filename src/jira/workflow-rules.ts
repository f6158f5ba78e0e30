import type { RuleChange, WorkflowFacts, WorkflowStep } from '../actions/workflow-ports';
import type { RawRule, RawStatus, RawTransition, RawWorkflow } from './workflow-shapes';

/** How this app's rule is named on this site. */
export interface RuleName {
  readonly ruleKey: string;
  readonly ari: string;
}

// The module decides, not the rule's key: a rule that a person added by hand is ours whatever Jira calls the form.
const isOwn = ({ parameters }: RawRule, ari: string): boolean => parameters?.['key'] === ari;

/** A workflow as this app looks at it. */
export function factsOf({ name, transitions }: RawWorkflow, statuses: readonly RawStatus[], ari: string): WorkflowFacts {
  const byReference = new Map(statuses.map((status) => [status.statusReference, status]));
  return {
    name,
    steps: transitions.filter(({ type }) => type !== 'INITIAL').map((transition) => stepOf(transition, byReference)),
    rules: transitions.flatMap((transition) =>
      present(transition.validators)
        .filter((rule) => isOwn(rule, ari))
        .map((rule) => ({ id: idOf(rule), stepId: transition.id, configuration: rule.parameters?.['config'] ?? '' })),
    ),
  };
}

function stepOf({ id, name = '', links, toStatusReference = '' }: RawTransition, statuses: ReadonlyMap<string, RawStatus>): WorkflowStep {
  const from = present(links).flatMap(({ fromStatusReference }) => statuses.get(fromStatusReference ?? '') ?? []);
  const to = statuses.get(toStatusReference);
  // Without a start a step leads here from everywhere.
  const leavesNew = from.length === 0 || from.some(({ statusCategory }) => statusCategory === 'TODO');
  return { id, name, from: from.map((status) => status.name), to: to?.name ?? '', isStart: leavesNew && to?.statusCategory === 'IN_PROGRESS' };
}

/** The workflow with these changes in it, and nothing else changed. */
export function changed(workflow: RawWorkflow, changes: readonly RuleChange[], { ruleKey, ari }: RuleName): RawWorkflow {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.ruleId] : [])));
  const configured = new Map(changes.flatMap((change) => (change.kind === 'configure' ? [[change.ruleId, change.configuration]] : [])));
  const withConfiguration = (rule: RawRule | null): RawRule | null => {
    const config = rule && isOwn(rule, ari) ? configured.get(idOf(rule)) : undefined;
    return rule === null || config === undefined ? rule : { ...rule, parameters: { ...rule.parameters, config } };
  };
  const transitions = workflow.transitions.map((transition) => {
    const added = changes.flatMap((change) =>
      change.kind === 'add' && change.stepId === transition.id ? [{ ruleKey, parameters: { key: ari, config: change.configuration, disabled: 'false' } }] : [],
    );
    const kept = (transition.validators ?? []).filter((rule) => !(rule && isOwn(rule, ari) && removed.has(idOf(rule))));
    const touches = added.length > 0 || (transition.validators ?? []).some((rule) => rule && isOwn(rule, ari));
    return touches ? { ...transition, validators: [...kept.map(withConfiguration), ...added] } : transition;
  });
  return { ...workflow, transitions };
}

const idOf = ({ id, parameters }: RawRule): string => id ?? parameters?.['id'] ?? '';
const present = <Value>(values: readonly (Value | null)[] | undefined): Value[] => (values ?? []).filter((value) => value !== null);
