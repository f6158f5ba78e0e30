import { moduleAri } from './builtin';
import type { Ask } from './route';
import { offeredModules } from './workflow-list';
import { allTransitions, rulesOf, type Rule, type Workflow } from './workflow';
import { draftOf, isInUse, workflowSent, type Draft } from './workflow-draft';
import { referenceIn } from './workflow-bean';
import type { Payload, SentStatus, SentTransition, SentWorkflow } from './workflow-payload';
import { appRuleKeys, longestConfiguration, moduleKeyOf, systemRules, type RuleType } from './workflow-rules';

export interface WorkflowProblem {
  readonly code: string;
  readonly level: 'ERROR';
  readonly type: 'RULE' | 'STATUS' | 'STATUS_LAYOUT' | 'STATUS_MAPPING' | 'TRANSITION' | 'WORKFLOW';
  readonly message: string;
  readonly elementReference?: { readonly ruleId?: string; readonly statusReference?: string; readonly transitionId?: string };
}

const problem = (type: WorkflowProblem['type'], code: string, message: string, elementReference?: WorkflowProblem['elementReference']): WorkflowProblem => ({
  code,
  level: 'ERROR',
  type,
  message,
  ...(elementReference !== undefined && { elementReference }),
});

/** Everything Jira would object to. Its codes are not documented but one; ours say what they mean. */
export function problemsOf(ask: Ask, payload: Payload): WorkflowProblem[] {
  return [
    ...payload.statuses.flatMap((status) => statusProblems(ask, status)),
    ...payload.workflows.flatMap((sent) => {
      const workflow = workflowSent(ask, sent);
      if (workflow === undefined) return [problem('WORKFLOW', 'WORKFLOW_NOT_FOUND', `The workflow ${sent.id} does not exist.`)];
      const shape = shapeProblems(payload, sent);
      // What does not hang together cannot be looked at rule by rule.
      if (shape.length > 0) return shape;
      const idOf = new Map(payload.statuses.map(({ id, statusReference }) => [statusReference, id ?? `new ${statusReference}`]));
      const draft = draftOf(ask.site, sent, idOf);
      return [...ruleProblems(ask, workflow, draft), ...droppedStatuses(ask, sent, workflow, draft)];
    }),
  ];
}

function statusProblems({ site }: Ask, { id, name, statusReference }: SentStatus): WorkflowProblem[] {
  const at = { statusReference };
  if (id !== undefined && !site.statuses.has(id)) return [problem('STATUS', 'STATUS_NOT_FOUND', `The status ${id} does not exist.`, at)];
  if (name.trim() === '') return [problem('STATUS', 'STATUS_NAME_EMPTY', 'A status needs a name.', at)];
  const namesakes = [...site.statuses.values()].filter((status) => status.id !== id && status.name.toLowerCase() === name.toLowerCase());
  if (namesakes.length > 0 && site.statuses.get(id ?? '')?.name !== name)
    return [problem('STATUS', 'NON_UNIQUE_STATUS_NAME', 'You must use a unique status name.', at)];
  return [];
}

function shapeProblems({ statuses }: Payload, sent: SentWorkflow): WorkflowProblem[] {
  const described = new Set(statuses.map(({ statusReference }) => statusReference));
  const own = new Set(sent.statuses.map(({ statusReference }) => statusReference));
  const found: WorkflowProblem[] = sent.statuses
    .filter(({ statusReference }) => !described.has(statusReference))
    .map(({ statusReference }) =>
      problem('STATUS_LAYOUT', 'STATUS_NOT_DESCRIBED', `The status reference ${statusReference} is not among the statuses that were sent.`, {
        statusReference,
      }),
    );
  const initial = sent.transitions.filter(({ type }) => type === 'INITIAL');
  if (initial.length !== 1) found.push(problem('WORKFLOW', 'ONE_INITIAL_TRANSITION', 'A workflow needs exactly one initial transition.'));
  const ids = sent.transitions.map(({ id }) => id);
  return [...found, ...sent.transitions.flatMap((transition, at) => transitionProblems(transition, own, ids.indexOf(transition.id) === at))];
}

function transitionProblems(
  { id, name = '', type, toStatusReference, links = [] }: SentTransition,
  own: ReadonlySet<string>,
  isFirst: boolean,
): WorkflowProblem[] {
  const at = id === undefined ? undefined : { transitionId: id };
  const objection = (code: string, message: string) => problem('TRANSITION', code, message, at);
  const found: WorkflowProblem[] = [];
  if (id === undefined || !/^\d+$/.test(id)) found.push(objection('TRANSITION_ID_INVALID', 'A transition needs a number as its ID.'));
  else if (!isFirst) found.push(objection('NON_UNIQUE_TRANSITION_ID', `The transition ID ${id} is used twice.`));
  if (name.trim() === '') found.push(objection('TRANSITION_NAME_EMPTY', 'A transition needs a name.'));
  if (type === undefined) found.push(objection('TRANSITION_TYPE_MISSING', 'A transition needs a type.'));
  const starts = links.flatMap((link) => link?.fromStatusReference ?? []);
  for (const reference of [toStatusReference ?? '', ...starts])
    if (!own.has(reference))
      found.push(objection('STATUS_NOT_IN_WORKFLOW', `The transition "${name}" names the status ${reference}, which is not in the workflow.`));
  if ((type === 'DIRECTED') !== starts.length > 0)
    found.push(objection('TRANSITION_LINKS_INVALID', `Only a directed transition starts from statuses, and "${name}" is ${String(type)}.`));
  return found;
}

function ruleProblems(ask: Ask, workflow: Workflow, { initial, transitions }: Draft): WorkflowProblem[] {
  const { app } = ask.site.options;
  // What is there already may stay, also when its app is gone.
  const there = allTransitions(workflow).flatMap((transition) => rulesOf(transition).map(({ rule }) => rule.parameters['key'] ?? ''));
  const allowed = new Set([...offeredModules(ask, workflow).map(({ key }) => moduleAri(app, key)), ...there]);
  return [initial, ...transitions].flatMap((transition) =>
    rulesOf(transition).flatMap(({ rule, type }) => {
      const message = objectionTo(ask, rule, type, transition === initial, allowed);
      return message === undefined ? [] : [problem('RULE', 'INVALID_RULE', message, { ruleId: rule.id, transitionId: transition.id })];
    }),
  );
}

function objectionTo(ask: Ask, { ruleKey, parameters }: Rule, type: RuleType, isInitial: boolean, allowed: ReadonlySet<string>): string | undefined {
  const { app, refusedRuleKeys = [] } = ask.site.options;
  const expected = systemRules[ruleKey]?.type ?? appRuleKeys[ruleKey];
  if (expected === undefined || refusedRuleKeys.includes(ruleKey)) return `The rule key ${ruleKey} is not known.`;
  if (expected !== type) return `The rule ${ruleKey} is no ${type.toLowerCase()}.`;
  if (isInitial && systemRules[ruleKey]?.onCreate === false) return `The rule ${ruleKey} cannot stand on the initial transition.`;
  if (systemRules[ruleKey] !== undefined) return undefined;
  if ((parameters['config'] ?? '').length > longestConfiguration)
    return `The configuration of a rule has more than ${String(longestConfiguration)} characters.`;
  const { key = '' } = parameters;
  if (moduleKeyOf(app, key) !== undefined) return allowed.has(key) ? undefined : `The rule ${key} is not available in this workflow.`;
  return isKnownElsewhere(ask, ruleKey, parameters) ? undefined : `The app of the rule ${key} is not installed.`;
}

/** Other apps are known by the rules they have on the site. */
const isKnownElsewhere = ({ site }: Ask, ruleKey: string, { key }: Rule['parameters']): boolean =>
  [...site.workflows.values()]
    .flatMap(allTransitions)
    .flatMap(rulesOf)
    .some(({ rule }) => rule.ruleKey === ruleKey && rule.parameters['key'] === key);

/** A status that goes while issues are in it needs to be told where they go. */
function droppedStatuses(ask: Ask, sent: SentWorkflow, workflow: Workflow, { statuses }: Draft): WorkflowProblem[] {
  const kept = new Set(statuses.map(({ statusId }) => statusId));
  const mappings = [...(sent.defaultStatusMappings ?? []), ...(sent.statusMappings ?? []).flatMap(({ statusMigrations }) => statusMigrations)];
  const moved = new Set(mappings.map(({ oldStatusReference }) => oldStatusReference));
  return workflow.statuses.flatMap(({ statusId }) => {
    const isTold = kept.has(statusId) || moved.has(referenceIn(workflow, statusId)) || moved.has(statusId);
    if (isTold || !isInUse(ask.site, workflow, statusId)) return [];
    return [problem('STATUS_MAPPING', 'STATUS_MAPPING_MISSING', `Issues are in the status ${statusId}, which the workflow loses.`)];
  });
}
