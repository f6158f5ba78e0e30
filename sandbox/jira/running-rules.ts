import type { ChangeItem, Issue } from './issue';
import { JiraRefusal, refuse } from './refusal';
import { mayIn, mayOn } from './rights';
import type { Ask } from './route';
import type { Project } from './site';
import { accountOf } from './viewer';
import { rulesOf, type Rule, type Transition } from './workflow';
import { appRuleKeys, ownRule, systemRules } from './workflow-rules';

type Change = { readonly changes: Partial<Issue>; readonly items: readonly ChangeItem[] };

/** A transition with a rule of Jira's that does nothing here must not pass as if the rule had been asked. */
function checkAllRun({ rule }: { readonly rule: Rule }): void {
  // Other apps are not here; what theirs would say nobody knows, and they let everything through.
  if (rule.ruleKey in appRuleKeys || systemRules[rule.ruleKey]?.isRun === true) return;
  throw refuse(501, `The local stand-in does not run the workflow rule '${rule.ruleKey}'.`);
}

/** All validators are asked, Jira's and the app's, and every complaint is told. */
export async function askValidators(ask: Ask, issue: Issue, transition: Transition, modifiedFields: object): Promise<void> {
  rulesOf(transition).forEach(checkAllRun);
  const refusals: string[] = [];
  for (const rule of transition.validators) {
    const said =
      rule.ruleKey === permissionRule
        ? missingPermission(rule, (permission) => mayOn(ask.site, ask.viewer, permission, issue))
        : await ownComplaint(ask, rule, issue, transition, modifiedFields);
    if (said !== undefined) refusals.push(said);
  }
  if (refusals.length > 0) throw new JiraRefusal(400, { errorMessages: refusals, errors: {} });
}

const permissionRule = 'system:check-permission-validator';

function missingPermission({ parameters }: Rule, holds: (permission: string) => boolean): string | undefined {
  const permission = parameters['permissionKey'] ?? '';
  return holds(permission) ? undefined : `You do not have the permission '${permission}' that this transition needs.`;
}

/** What the app's function says against it. */
async function ownComplaint({ site }: Ask, rule: Rule, issue: Issue, { to }: Transition, modifiedFields: object): Promise<string | undefined> {
  const { hooks, onValidatorFailure = 'block' } = site.options;
  const own = ownRule(site, rule);
  if (own === undefined || own.isDisabled) return undefined;
  const { moduleKey, configuration } = own;
  try {
    const input = { issueKey: issue.key, transition: { from: { id: issue.statusId }, to: { id: to }, modifiedFields } };
    const { result, errorMessage = 'A workflow rule does not allow this transition.' } = await hooks.validate({ moduleKey, configuration }, input);
    return result ? undefined : errorMessage;
  } catch {
    return onValidatorFailure === 'block' ? 'A workflow rule could not be checked.' : undefined;
  }
}

/** Validators on the making of an issue. */
export function askCreateValidators({ site, viewer }: Ask, project: Project, initial: Transition): void {
  for (const found of rulesOf(initial)) {
    checkAllRun(found);
    // What its function would hear of an issue that is not there yet Atlassian does not say.
    if (ownRule(site, found.rule)?.isDisabled === false) throw refuse(501, 'The local stand-in does not ask a rule of the app when an issue is made.');
    const said = found.rule.ruleKey === permissionRule ? missingPermission(found.rule, (permission) => mayIn(site, viewer, permission, project)) : undefined;
    if (said !== undefined) throw refuse(400, said);
  }
}

/** What Jira's own post functions do to an issue on its way. */
export function actionsOf(ask: Ask, issue: Pick<Issue, 'assignee'>, transition: Transition): Change {
  const change = transition.actions.filter(({ ruleKey }) => ruleKey === 'system:change-assignee').at(-1);
  const assignee = change && assigneeAfter(ask, change);
  if (change === undefined || assignee === issue.assignee) return { changes: {}, items: [] };
  const nameOf = (id: string | undefined) => (id === undefined ? null : (ask.site.people.get(id)?.displayName ?? null));
  const [from, to] = [issue.assignee, assignee];
  const item = { field: 'assignee', fieldId: 'assignee', from: from ?? null, fromString: nameOf(from), to: to ?? null, toString: nameOf(to) };
  return { changes: { assignee }, items: [item] };
}

function assigneeAfter({ viewer }: Ask, { parameters }: Rule): string | undefined {
  if (parameters['type'] === 'to-selected-user') return parameters['accountId'];
  // Projects have no default assignee here: whatever else is asked for leaves nobody.
  return parameters['type'] === 'to-current-user' ? accountOf(viewer) : undefined;
}
