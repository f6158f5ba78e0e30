import { z } from 'zod';
import { page } from './page';
import { JiraRefusal, refuse } from './refusal';
import { ok, routes, type Ask } from './route';
import type { Rule, Transition, Workflow } from './workflow';
import { longestConfiguration, ownRule, ownRulesIn, parametersOf } from './workflow-rules';

const ruleSchema = z.strictObject({
  id: z.string(),
  key: z.string().optional(),
  configuration: z.strictObject({ value: z.string(), disabled: z.boolean().default(false), tag: z.string().max(255).optional() }),
  transition: z.unknown().optional(),
});
type SentRule = z.output<typeof ruleSchema>;
const rulesSchema = z.array(ruleSchema).default([]);
const bodySchema = z.strictObject({
  workflows: z.array(
    z.strictObject({
      workflowId: z.strictObject({ name: z.string(), draft: z.boolean().optional() }),
      validators: rulesSchema,
      conditions: rulesSchema,
      postFunctions: rulesSchema,
    }),
  ),
});

const types = ['postfunction', 'condition', 'validator'];

/** The app's rules and nobody else's: to be looked at and reconfigured, not to be added. Its validators are all it has here. */
export const ruleConfigurationRoutes = routes('platform', [
  [
    'GET /rest/api/3/workflow/rule/config',
    'getWorkflowTransitionRuleConfigurations',
    'read',
    (ask) => {
      requireApp(ask);
      const { site, query } = ask;
      const [asked, keys, names, tags] = [query.list('types'), query.list('keys'), query.list('workflowNames'), query.list('withTags')];
      if (asked.length === 0) throw refuse(400, 'The types of the transition rules are needed.');
      if (asked.some((type) => !types.includes(type))) throw refuse(404, 'The transition rule type is not supported.');
      const withTransition = query.text('expand') === 'transition';
      const found = [...site.workflows.values()].flatMap((workflow) => {
        const rules = ownRulesIn(site, workflow).filter(
          ({ own }) =>
            asked.includes('validator') &&
            (keys.length === 0 || keys.includes(own.moduleKey)) &&
            (names.length === 0 || names.includes(workflow.name)) &&
            (tags.length === 0 || tags.includes(own.tag ?? '')),
        );
        return rules.length === 0 ? [] : [{ workflow, rules }];
      });
      const body = page(
        ask,
        found,
        ({ workflow, rules }) => ({
          workflowId: { name: workflow.name, draft: false },
          postFunctions: [],
          conditions: [],
          validators: rules.map(({ id, own: { moduleKey, configuration, isDisabled, tag }, transition }) => ({
            id,
            key: moduleKey,
            configuration: { value: configuration, disabled: isDisabled, ...(tag !== undefined && { tag }) },
            ...(withTransition && { transition: { id: Number(transition.id), name: transition.name } }),
          })),
        }),
        { most: 50, usual: 10 },
      );
      return ok(body, body.values.length);
    },
  ],
  [
    'PUT /rest/api/3/workflow/rule/config',
    'updateWorkflowTransitionRuleConfigurations',
    'write',
    (ask) => {
      requireApp(ask);
      const { workflows } = ask.parse(bodySchema);
      const updateResults = workflows.map(({ workflowId, validators, conditions, postFunctions }) => ({
        workflowId,
        ...reconfigure(ask, workflowId.name, [...validators, ...conditions, ...postFunctions]),
      }));
      return ok({ updateResults });
    },
  ],
  [
    'PUT /rest/api/3/workflow/rule/config/delete',
    'deleteWorkflowTransitionRuleConfigurations',
    'write',
    () => {
      // Connect apps alone may, and a Forge app is none: who takes rules out writes the whole workflow.
      throw new JiraRefusal(403, { errorMessages: ['Only Connect apps can use this operation.'], errors: {} });
    },
  ],
]);

function requireApp({ caller }: Ask): void {
  if (caller.kind !== 'app') throw new JiraRefusal(403, { errorMessages: ['Only Connect and Forge apps can use this operation.'], errors: {} });
}

function reconfigure({ site }: Ask, name: string, sent: readonly SentRule[]) {
  const workflow = [...site.workflows.values()].find((candidate) => candidate.name === name);
  if (workflow === undefined) return { ruleUpdateErrors: {}, updateErrors: [`Workflow not found: ${name}`] };
  const known = new Set(ownRulesIn(site, workflow).map(({ id }) => id));
  const errors = sent.flatMap(({ id, configuration: { value } }): [string, string[]][] => {
    if (!known.has(id)) return [[id, [`The rule with this id does not exist: ${id}`]]];
    return value.length > longestConfiguration ? [[id, ['The configuration of the rule is too long.']]] : [];
  });
  const wrong = new Set(errors.map(([id]) => id));
  const right = new Map(sent.filter(({ id }) => !wrong.has(id)).map((rule) => [rule.id, rule]));
  const changed = (rule: Rule): Rule => {
    const [next, own] = [right.get(rule.id), ownRule(site, rule)];
    if (next === undefined || own === undefined) return rule;
    const { value, disabled, tag } = next.configuration;
    return { ...rule, parameters: parametersOf(site.options.app, rule.id, { ...own, configuration: value, isDisabled: disabled, tag }) };
  };
  if (right.size > 0) site.workflows.set(workflow.id, withRules(workflow, changed, site.now()));
  return { ruleUpdateErrors: Object.fromEntries(errors), updateErrors: [] };
}

function withRules(workflow: Workflow, changed: (rule: Rule) => Rule, updated: number): Workflow {
  const walk = (transition: Transition): Transition => ({ ...transition, validators: transition.validators.map(changed) });
  return { ...workflow, initial: walk(workflow.initial), transitions: workflow.transitions.map(walk), version: workflow.version + 1, updated };
}
