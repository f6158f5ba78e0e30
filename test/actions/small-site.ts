import type { SiteData, SiteIssue } from '../../sandbox/jira/site-data';

const now = '2026-03-02T09:00:00.000Z';
const types = [
  { id: '10000', name: 'Epic', hierarchyLevel: 1, icon: 'epic' },
  { id: '10001', name: 'Story', hierarchyLevel: 0, icon: 'story' },
  { id: '10002', name: 'Bug', hierarchyLevel: 0, icon: 'bug' },
  { id: '10003', name: 'Sub-task', hierarchyLevel: -1, icon: 'subtask' },
] as const;

const issue = (id: string, key: string, typeId: string, own: Partial<SiteIssue> = {}): SiteIssue => ({
  id,
  key,
  typeId,
  summary: `${key} summary`,
  statusId: '1',
  priority: 'High',
  created: '2026-02-01T10:00:00.000Z',
  updated: '2026-02-01T10:00:00.000Z',
  reporter: 'user-pm',
  ...own,
});

const people = { administrators: ['user-admin', 'user-lead'], members: ['user-pm', 'user-engineer'], viewers: ['user-viewer'] };

/** Nothing but what the rules need: two projects that share a scheme, one that few may see, an epic with a story, two tickets. */
export const smallSite = (): SiteData => ({
  name: 'Small',
  now,
  timeZone: 'Europe/Berlin',
  users: ['admin', 'lead', 'pm', 'engineer', 'viewer', 'outsider'].map((role) => ({
    accountId: `user-${role}`,
    email: `${role}@example.com`,
    displayName: role,
    timeZone: 'UTC',
    isJiraAdmin: role === 'admin',
  })),
  issueTypes: types.map((type) => ({ ...type, description: '' })),
  issueTypeSchemes: [{ id: '10100', name: 'Shared', issueTypeIds: types.map(({ id }) => id) }],
  statuses: [
    { id: '1', name: 'To Do', category: 'new' },
    { id: '3', name: 'In Progress', category: 'indeterminate' },
    { id: '5', name: 'Done', category: 'done' },
  ],
  workflows: [
    {
      id: '1',
      name: 'Simple',
      initialStatusId: '1',
      transitions: [
        { id: '11', name: 'Start', from: ['1'], to: '3' },
        { id: '21', name: 'Finish', from: [], to: '5' },
        { id: '31', name: 'Back', from: [], to: '1' },
      ],
    },
  ],
  securitySchemes: [],
  linkTypes: [{ id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  projects: [
    {
      id: '10001',
      key: 'LED',
      name: 'Ledgerly',
      style: 'company-managed',
      leadAccountId: 'user-lead',
      issueTypeSchemeId: '10100',
      workflowId: '1',
      components: [],
      roles: people,
    },
    {
      id: '10002',
      key: 'DISC',
      name: 'Discovery',
      style: 'company-managed',
      leadAccountId: 'user-lead',
      issueTypeSchemeId: '10100',
      workflowId: '1',
      components: [],
      roles: people,
    },
    {
      id: '10003',
      key: 'HID',
      name: 'Hidden',
      style: 'company-managed',
      leadAccountId: 'user-lead',
      issueTypeSchemeId: '10100',
      workflowId: '1',
      components: [],
      roles: { ...people, members: [], viewers: [] },
    },
  ],
  boards: [],
  issues: [
    issue('20001', 'LED-1', '10000', { summary: 'Background exports' }),
    issue('20002', 'LED-2', '10001', { parentKey: 'LED-1' }),
    issue('20003', 'LED-3', '10002', { summary: 'Export times out', description: 'It stops after a minute.\n\nWe re-type the rest.' }),
    issue('20004', 'LED-4', '10002'),
    issue('20005', 'LED-5', '10000', { summary: 'No problem stated' }),
    issue('30001', 'HID-1', '10002'),
  ],
  links: [],
});

export const ids = { epic: '20001', story: '20002', bug: '20003', otherBug: '20004', bareEpic: '20005', hidden: '30001', missing: '99999' } as const;
