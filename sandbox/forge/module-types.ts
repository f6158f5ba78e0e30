/**
 * What the sandbox makes of each module type of the manifest. `page`: shows frames and may have a resolver. `run`: functions it calls.
 * `declared`: facts for the Jira stand-in. `accepted`: Atlassian knows it, nothing here acts on it (named at start).
 * Any other type is refused: a module that silently does nothing would make the sandbox lie.
 */
export const moduleTypes: Readonly<Record<string, 'page' | 'run' | 'declared' | 'accepted'>> = {
  'jira:issuePanel': 'page',
  'jira:issueContext': 'page',
  'jira:projectPage': 'page',
  'jira:projectSettingsPage': 'page',
  'jira:adminPage': 'page',
  'jira:workflowValidator': 'page',
  'jira:entityProperty': 'declared',
  'jira:customField': 'accepted',
  'jira:jqlFunction': 'accepted',
  'jira:command': 'accepted',
  'jira:issueNavigatorAction': 'accepted',
  function: 'run',
  trigger: 'run',
  consumer: 'run',
  scheduledTrigger: 'run',
  preUninstall: 'run',
};
