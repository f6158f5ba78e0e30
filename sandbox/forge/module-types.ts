/**
 * What the sandbox makes of each module type of the manifest. `page`: shows frames and may have a resolver. `run`: functions it calls.
 * `declared`: facts for the Jira stand-in. Any other type is refused: a module that silently does nothing would make the sandbox lie.
 */
export const moduleTypes: Readonly<Record<string, 'page' | 'run' | 'declared'>> = {
  'jira:issuePanel': 'page',
  'jira:issueContext': 'page',
  'jira:projectPage': 'page',
  'jira:projectSettingsPage': 'page',
  'jira:adminPage': 'page',
  'jira:workflowValidator': 'page',
  'jira:issueNavigatorAction': 'page',
  'jira:backlogAction': 'page',
  'jira:command': 'page',
  'jira:entityProperty': 'declared',
  'jira:customField': 'declared',
  'jira:jqlFunction': 'run',
  function: 'run',
  trigger: 'run',
  consumer: 'run',
  scheduledTrigger: 'run',
  preUninstall: 'run',
};

/** Pages with an address of their own, to which a command can lead. */
export const commandTargets = ['jira:adminPage', 'jira:projectPage', 'jira:projectSettingsPage'] as const;
