import type { SiteBoard, SiteProject, SiteSecurityScheme } from '../../jira/site-data';
import { momentOf } from './calendar';
import { workflows } from './workflows';

export const confidential = '10001';

export const securitySchemes: readonly SiteSecurityScheme[] = [
  {
    id: '10000',
    name: 'Discovery security',
    levels: [{ id: confidential, name: 'Leads only', accountIds: ['user-admin', 'user-lead', 'user-pm'], seenByApp: true }],
  },
];

const software = { administrators: ['user-admin', 'user-lead'], members: ['user-pm', 'user-engineer'], viewers: ['user-viewer'] };

export const projects: readonly SiteProject[] = [
  {
    id: '10000',
    key: 'LED',
    name: 'Ledgerly',
    style: 'company-managed',
    leadAccountId: 'user-lead',
    issueTypeSchemeId: '10001',
    workflowId: workflows.ledgerly.id,
    components: ['Approvals', 'Banking', 'Billing', 'Exports', 'Platform', 'Receipts', 'Travel'],
    roles: software,
  },
  {
    id: '10001',
    key: 'DISC',
    name: 'Discovery',
    style: 'company-managed',
    leadAccountId: 'user-pm',
    issueTypeSchemeId: '10002',
    workflowId: workflows.discovery.id,
    securitySchemeId: '10000',
    components: [],
    roles: software,
  },
  {
    id: '10002',
    key: 'APP',
    name: 'Ledgerly Mobile',
    style: 'team-managed',
    leadAccountId: 'user-lead',
    workflowId: workflows.mobile.id,
    components: [],
    roles: software,
  },
  {
    id: '10003',
    key: 'SUP',
    name: 'Support',
    style: 'company-managed',
    leadAccountId: 'user-lead',
    issueTypeSchemeId: '10003',
    workflowId: workflows.support.id,
    components: [],
    // A contractor answers the help desk at night and sees nothing else.
    roles: { ...software, viewers: ['user-viewer', 'user-outsider'] },
  },
];

/** Two weeks each; number 41 is running on the day the site opens. */
const firstSprint = 34;
export const running = 41;
const sprintDay = (number: number): number => 493 + (number - running) * 14;

export const sprintAt = (day: number): number => Math.min(running, Math.max(firstSprint, running + Math.floor((day - sprintDay(running)) / 14)));

export const boards: readonly SiteBoard[] = [
  {
    id: 1,
    name: 'Ledgerly board',
    type: 'scrum',
    projectKey: 'LED',
    sprints: Array.from({ length: running - firstSprint + 2 }, (_, at) => firstSprint + at).map((number) => ({
      id: number,
      name: `Sprint ${String(number)}`,
      state: number < running ? 'closed' : number === running ? 'active' : 'future',
      ...(number <= running && { start: momentOf(sprintDay(number), 9), end: momentOf(sprintDay(number) + 14, 9) }),
    })),
  },
  { id: 2, name: 'Ledgerly Mobile board', type: 'kanban', projectKey: 'APP', sprints: [] },
  { id: 4, name: 'Banking board', type: 'kanban', projectKey: 'LED', components: ['Banking'], sprints: [] },
  { id: 3, name: 'Discovery board', type: 'kanban', projectKey: 'DISC', sprints: [] },
];
