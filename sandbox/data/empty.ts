import type { SiteData, SiteIssueType } from '../jira/site-data';
import { people } from './people';

const types = [
  { name: 'Epic', description: 'A big piece of work.', hierarchyLevel: 1, icon: 'epic' },
  { name: 'Story', description: 'Something a person wants.', hierarchyLevel: 0, icon: 'story' },
  { name: 'Task', description: 'A piece of work.', hierarchyLevel: 0, icon: 'task' },
  { name: 'Bug', description: 'Something that does not work.', hierarchyLevel: 0, icon: 'bug' },
  { name: 'Sub-task', description: 'A part of another piece of work.', hierarchyLevel: -1, icon: 'subtask' },
] as const;

const companyTypes: readonly SiteIssueType[] = types.map((type, at) => ({ id: String(10_000 + at), ...type }));
const teamTypes: readonly SiteIssueType[] = types.map((type, at) => ({ id: String(10_100 + at), ...type, projectKey: 'TEAM' }));
const roles = { administrators: ['user-admin', 'user-lead'], members: ['user-pm', 'user-engineer'], viewers: ['user-viewer'] };
const now = '2026-06-01T09:00:00.000Z';

const statuses = [
  { id: '10000', name: 'To Do', category: 'new' },
  { id: '3', name: 'In Progress', category: 'indeterminate' },
  { id: '10001', name: 'Done', category: 'done' },
] as const;
const [toDo, inProgress, done] = statuses;

const workflow = (id: string, name: string) => ({
  id,
  name,
  initialStatusId: toDo.id,
  transitions: [
    { id: '11', name: 'Start work', from: [toDo.id], to: inProgress.id },
    { id: '21', name: 'Finish', from: [inProgress.id], to: done.id },
    { id: '31', name: 'Put back', from: [inProgress.id, done.id], to: toDo.id },
  ],
});

/** A Jira on its first day: two projects, no issue, nothing of the app set up. */
export const emptySite: SiteData = {
  name: 'Empty',
  now,
  timeZone: 'UTC',
  users: people,
  issueTypes: [...companyTypes, ...teamTypes],
  issueTypeSchemes: [{ id: '10000', name: 'Default Issue Type Scheme', issueTypeIds: companyTypes.map(({ id }) => id) }],
  statuses,
  workflows: [workflow('10000', 'Software workflow'), workflow('10001', 'Team workflow')],
  securitySchemes: [],
  linkTypes: [
    { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: '10001', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
    { id: '10002', name: 'Relates', inward: 'relates to', outward: 'relates to' },
  ],
  projects: [
    {
      id: '10000',
      key: 'WORK',
      name: 'Work',
      style: 'company-managed',
      leadAccountId: 'user-lead',
      issueTypeSchemeId: '10000',
      workflowId: '10000',
      components: [],
      roles,
    },
    { id: '10001', key: 'TEAM', name: 'Team', style: 'team-managed', leadAccountId: 'user-lead', workflowId: '10001', components: [], roles },
  ],
  boards: [
    { id: 1, name: 'Work board', type: 'scrum', projectKey: 'WORK', sprints: [] },
    { id: 2, name: 'Team board', type: 'kanban', projectKey: 'TEAM', sprints: [] },
  ],
  issues: [],
  links: [],
};
