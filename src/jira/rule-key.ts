import { getAppContext } from './request';

/** The manifest's key of the workflow rule. */
const validatorModule = 'gate';

/**
 * What Jira calls a validator of a Forge app. Atlassian documents this key for the form with an expression only and says nothing of the form
 * with a function, so that it is an assumption: setup takes the key from the workflow's own capabilities where these name our module, falls back
 * on this one, and has Jira validate the change. Where Jira refuses, a person adds the rule by hand, and it is found by its module.
 */
export const assumedRuleKey = 'forge:expression-validator';

/** The module as rules name it, in this environment. */
export function validatorAri(): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${validatorModule}`;
}
