import type { Role } from './site';

export interface PermissionRow {
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  /** Project roles that hold it; for a global one: Jira admins only, or everybody. */
  readonly held: readonly Role[] | 'admins' | 'everybody';
}

const all: readonly Role[] = ['administrators', 'members', 'viewers'];
const editors: readonly Role[] = ['administrators', 'members'];
const administrators: readonly Role[] = ['administrators'];

const project = (key: string, id: string, name: string, held: readonly Role[]): [string, PermissionRow] => [key, { id, name, type: 'PROJECT', held }];
const global = (key: string, id: string, name: string, held: 'admins' | 'everybody'): [string, PermissionRow] => [key, { id, name, type: 'GLOBAL', held }];

/** Jira's permissions by key, and who holds them on the local site: administrators all, members the daily work, viewers browse. */
export const permissionTable: ReadonlyMap<string, PermissionRow> = new Map([
  global('ADMINISTER', '0', 'Administer Jira', 'admins'),
  global('SYSTEM_ADMIN', '44', 'Administer Jira (system)', 'admins'),
  global('CREATE_PROJECT', '-1', 'Create team-managed projects', 'admins'),
  global('USER_PICKER', '27', 'Browse users and groups', 'everybody'),
  global('BULK_CHANGE', '33', 'Make bulk changes', 'everybody'),
  global('CREATE_SHARED_OBJECTS', '22', 'Share dashboards and filters', 'everybody'),
  global('MANAGE_GROUP_FILTER_SUBSCRIPTIONS', '24', 'Manage group filter subscriptions', 'everybody'),
  project('ADMINISTER_PROJECTS', '23', 'Administer Projects', administrators),
  project('BROWSE_PROJECTS', '10', 'Browse Projects', all),
  project('VIEW_DEV_TOOLS', '29', 'View Development Tools', all),
  project('VIEW_READONLY_WORKFLOW', '45', 'View Read-Only Workflow', all),
  project('VIEW_AGGREGATED_DATA', '100', 'View aggregated data', all),
  project('VIEW_VOTERS_AND_WATCHERS', '31', 'View Voters and Watchers', all),
  project('MANAGE_SPRINTS_PERMISSION', '-1', 'Manage sprints', administrators),
  project('ASSIGNABLE_USER', '17', 'Assignable User', editors),
  project('ASSIGN_ISSUES', '13', 'Assign Issues', editors),
  project('CLOSE_ISSUES', '18', 'Close Issues', editors),
  project('CREATE_ISSUES', '11', 'Create Issues', editors),
  project('DELETE_ISSUES', '16', 'Delete Issues', administrators),
  project('EDIT_ISSUES', '12', 'Edit Issues', editors),
  project('LINK_ISSUES', '21', 'Link Issues', editors),
  project('MODIFY_REPORTER', '30', 'Modify Reporter', administrators),
  project('MOVE_ISSUES', '25', 'Move Issues', editors),
  project('RESOLVE_ISSUES', '14', 'Resolve Issues', editors),
  project('SCHEDULE_ISSUES', '28', 'Schedule Issues', editors),
  project('SET_ISSUE_SECURITY', '26', 'Set Issue Security', administrators),
  project('TRANSITION_ISSUES', '46', 'Transition Issues', editors),
  project('MANAGE_WATCHERS', '32', 'Manage Watchers', administrators),
  project('ADD_COMMENTS', '15', 'Add Comments', editors),
  project('DELETE_ALL_COMMENTS', '36', 'Delete All Comments', administrators),
  project('DELETE_OWN_COMMENTS', '37', 'Delete Own Comments', editors),
  project('EDIT_ALL_COMMENTS', '34', 'Edit All Comments', administrators),
  project('EDIT_OWN_COMMENTS', '35', 'Edit Own Comments', editors),
  project('CREATE_ATTACHMENTS', '19', 'Create Attachments', editors),
  project('DELETE_ALL_ATTACHMENTS', '38', 'Delete All Attachments', administrators),
  project('DELETE_OWN_ATTACHMENTS', '39', 'Delete Own Attachments', editors),
  project('WORK_ON_ISSUES', '20', 'Work On Issues', editors),
]);
