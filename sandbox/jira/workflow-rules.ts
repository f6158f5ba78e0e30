import type { AppFacts } from '../forge/app-facts';
import { moduleAri } from './builtin';
import type { Site } from './site';
import { allTransitions, rulesOf, type Rule, type Workflow } from './workflow';

export type RuleType = 'Validator' | 'Function' | 'Condition' | 'Screen';

interface SystemRule {
  readonly type: RuleType;
  readonly name: string;
  readonly description: string;
  readonly onCreate: boolean;
  /** False: kept and given back, but nothing happens by it here. */
  readonly isRun: boolean;
}

const rule = (type: RuleType, name: string, description: string, { onCreate = false, isRun = false } = {}): SystemRule => ({
  type,
  name,
  description,
  onCreate,
  isRun,
});

/** Jira's own rules by key. A transition with one that is not run here is refused by name, never passed over. */
export const systemRules: Readonly<Record<string, SystemRule>> = {
  'system:check-permission-validator': rule('Validator', 'Validate people’s permissions', 'Checks that a person has a permission.', {
    onCreate: true,
    isRun: true,
  }),
  'system:validate-field-value': rule('Validator', 'Validate details', 'Checks what a field holds.', { onCreate: true }),
  'system:previous-status-validator': rule('Validator', 'Validate a previous status', 'Checks that the work item was in a status.'),
  'system:parent-or-child-blocking-validator': rule('Validator', 'Validate the parent’s status', 'Checks the status of the parent.', { onCreate: true }),
  'system:proforma-forms-attached': rule('Validator', 'Validate that a form is attached', 'Checks that a form is attached.'),
  'system:proforma-forms-submitted': rule('Validator', 'Validate that forms are submitted', 'Checks that all forms are submitted.'),
  'system:change-assignee': rule('Function', 'Assign a work item', 'Assigns the work item to somebody.', { onCreate: true, isRun: true }),
  'system:update-field': rule('Function', 'Update a field', 'Writes a value into a field.', { onCreate: true }),
  'system:copy-value-from-other-field': rule('Function', 'Copy a field', 'Copies one field into another.', { onCreate: true }),
  'system:trigger-webhook': rule('Function', 'Trigger a webhook', 'Calls a webhook.', { onCreate: true }),
  'system:trigger-agent': rule('Function', 'Trigger an agent', 'Starts an agent.'),
  'system:restrict-issue-transition': rule('Condition', 'Restrict who can move a work item', 'Only some people may.'),
  'system:restrict-from-all-users': rule('Condition', 'Hide from people', 'Only apps and automation may.'),
  'system:check-field-value': rule('Condition', 'Check a field', 'Only with a value.'),
  'system:previous-status-condition': rule('Condition', 'Require a previous status', 'Only after a status.'),
  'system:parent-or-child-blocking-condition': rule('Condition', 'Wait for sub-tasks', 'Only when sub-tasks are far enough.'),
  'system:separation-of-duties': rule('Condition', 'Separate duties', 'Not the one who moved it before.'),
  'system:transition-screen': rule('Screen', 'Show a screen', 'Asks for fields on the way.', { isRun: true }),
  'system:remind-people-to-update-fields': rule('Screen', 'Remind people to update fields', 'Asks for fields on the way.'),
};

/**
 * What Jira calls a validator of a Forge app. Atlassian documents the key for the form with an expression only; apps whose validator is a
 * function were seen to be listed under the same one. Who adds a rule takes it from the capabilities rather than from here.
 */
export const forgeValidatorKey = 'forge:expression-validator';

/** Keys of rules that apps bring, by where such a rule stands. */
export const appRuleKeys: Readonly<Record<string, RuleType>> = {
  [forgeValidatorKey]: 'Validator',
  'forge:expression-condition': 'Condition',
  'forge:workflow-post-function': 'Function',
  'connect:expression-validator': 'Validator',
  'connect:expression-condition': 'Condition',
  'connect:remote-workflow-function': 'Function',
};

/** A rule's own text is kept up to this long. */
export const longestConfiguration = 32_768;

export interface OwnRule {
  readonly moduleKey: string;
  readonly configuration: string;
  readonly isDisabled: boolean;
  readonly tag: string | undefined;
}

/** The module of this app, installed or not, that an ARI names. */
export function moduleKeyOf(app: Pick<AppFacts, 'appId' | 'environmentId'>, ari: string | undefined): string | undefined {
  const own = moduleAri(app, '');
  return ari?.startsWith(own) === true ? ari.slice(own.length) : undefined;
}

/** A validator of this app as its function hears of it; undefined: somebody else's rule. */
export function ownRule({ options }: Site, { ruleKey, parameters }: Pick<Rule, 'ruleKey' | 'parameters'>): OwnRule | undefined {
  const moduleKey = ruleKey === forgeValidatorKey ? moduleKeyOf(options.app, parameters['key']) : undefined;
  if (moduleKey === undefined) return undefined;
  return { moduleKey, configuration: parameters['config'] ?? '', isDisabled: parameters['disabled'] === 'true', tag: parameters['tag'] };
}

export function parametersOf(app: AppFacts, id: string, { moduleKey, configuration, isDisabled, tag }: OwnRule): Rule['parameters'] {
  return { key: moduleAri(app, moduleKey), config: configuration, id, disabled: String(isDisabled), ...(tag !== undefined && { tag }) };
}

/** The app's rules in a workflow, each with its transition. */
export const ownRulesIn = (site: Site, workflow: Workflow) =>
  allTransitions(workflow).flatMap((transition) =>
    rulesOf(transition).flatMap(({ rule: found }) => {
      const own = ownRule(site, found);
      return own === undefined ? [] : [{ id: found.id, transition, own }];
    }),
  );

/** Jira names rules by UUIDs; these count up. */
export const newRuleId = (site: Site): string => `0f0e0d0c-0000-4000-8000-${String(site.nextId('rule')).padStart(12, '0')}`;
