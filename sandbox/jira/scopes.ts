import type { Route } from './route';

/** Operations outside the rule below, by the scopes they ask for: all of them, unless none is listed. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  getServerInfo: [],
  getBulkPermissions: [],
  getCurrentUser: ['read:jira-user'],
  getUser: ['read:jira-user'],
  findUsers: ['read:jira-user'],
  findAssignableUsers: ['read:jira-user'],
  'platform getConfiguration': ['read:jira-user'],
  bulkPinUnpinProjectsAsync: ['manage:jira-project'],
  setProjectProperty: ['manage:jira-project'],
  deleteProjectProperty: ['manage:jira-project'],
  getAllBoards: ['read:board-scope:jira-software', 'read:project:jira'],
  getBoard: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  'software getConfiguration': ['read:board-scope.admin:jira-software', 'read:project:jira'],
  getProjects: ['read:board-scope.admin:jira-software', 'read:project:jira'],
  getAllSprints: ['read:sprint:jira-software'],
  getBoardProperty: ['read:board-scope.admin:jira-software'],
  setBoardProperty: ['write:board-scope.admin:jira-software'],
  rankIssues: ['write:issue:jira-software'],
  getIssuesForBacklogJSIS: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  getApproximateIssueCountForBacklog: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  // Named as free of scopes; write:app-data:jira and read:app-data:jira are announced to become mandatory.
  updateCustomFieldValue: [],
  updateMultipleCustomFieldValues: [],
  getPrecomputations: [],
  updatePrecomputations: [],
  deleteWorkflowTransitionRuleConfigurations: [],
  getScreensForField: ['manage:jira-project'],
};

const configured = /^\/rest\/api\/3\/(issuetypescheme|workflows|workflowscheme|workflow\/rule|statuses|priority\/search)/;
const ofProjects = /^\/rest\/api\/3\/screens/;
const configuredWhenWritten = /^\/rest\/api\/3\/(issuetype|issueLinkType)/;

/** The scopes that Atlassian asks of an app for an operation: the classic ones, where there are such. */
export function scopesFor({ operation, document, path, charge }: Pick<Route, 'operation' | 'document' | 'path' | 'charge'>): readonly string[] {
  const exception = exceptions[operation] ?? exceptions[`${document} ${operation}`];
  if (exception !== undefined) return exception;
  if (configured.test(path) || (charge === 'write' && configuredWhenWritten.test(path))) return ['manage:jira-configuration'];
  if (ofProjects.test(path)) return ['manage:jira-project'];
  return charge === 'write' ? ['write:jira-work'] : ['read:jira-work'];
}

export const hasScopesFor = (route: Route, granted: readonly string[]): boolean => scopesFor(route).every((scope) => granted.includes(scope));
