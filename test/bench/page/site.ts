import { fillApp } from '../../../sandbox/data/drive';
import { issueTypes, linkTypes, schemes, typeIds } from '../../../sandbox/data/demo/kinds';
import { statuses, workflows } from '../../../sandbox/data/demo/workflows';
import { people } from '../../../sandbox/data/people';
import type { SiteData, SiteIssue } from '../../../sandbox/jira/site-data';
import type { LoadedSite } from '../../../sandbox/server/site-loader';

export const size = { items: 10_000, problems: 2_000, records: 300, customers: 100 };

const now = '2026-06-01T09:00:00.000Z';
const software = { administrators: ['user-admin', 'user-lead'], members: ['user-pm', 'user-engineer'], viewers: ['user-viewer'] };
const project = (id: string, key: string, name: string, scheme: string, workflowId: string): SiteData['projects'][number] => ({
  id,
  key,
  name,
  style: 'company-managed',
  leadAccountId: 'user-lead',
  issueTypeSchemeId: scheme,
  workflowId,
  components: [],
  roles: software,
});

const issue = (id: number, key: string, typeId: string, summary: string, statusId: string, more: Partial<SiteIssue> = {}): SiteIssue => ({
  id: String(id),
  key,
  typeId,
  summary,
  statusId,
  created: '2026-01-05T09:00:00.000Z',
  updated: '2026-01-05T09:00:00.000Z',
  reporter: 'user-pm',
  ...more,
});

const places = Array.from({ length: size.items }, (_, at) => at + 1);
const problems = Array.from({ length: size.problems }, (_, at) => at + 1);
const sources = ['interview', 'ticket', 'nps', 'sales'] as const;

/** A backlog as large as the budget speaks of: every item solves one of the problems, every problem has a record. */
const largeSite: SiteData = {
  name: 'Large backlog',
  now,
  timeZone: 'UTC',
  users: people,
  issueTypes: issueTypes.filter(({ projectKey }) => projectKey === undefined),
  issueTypeSchemes: schemes,
  statuses: Object.values(statuses),
  workflows: [workflows.discovery, { ...workflows.mobile, id: '10000', name: 'Delivery' }],
  securitySchemes: [],
  linkTypes,
  projects: [project('10000', 'BIG', 'Big', '10001', '10000'), project('10001', 'DISC', 'Discovery', '10002', workflows.discovery.id)],
  boards: [],
  issues: [
    ...places.map((n) =>
      issue(20_000 + n, `BIG-${String(n)}`, typeIds.epic, `Piece of work number ${String(n)}`, statuses.toDo.id, { storyPoints: 1 + (n % 13) }),
    ),
    ...problems.map((n) =>
      issue(50_000 + n, `DISC-${String(n)}`, typeIds.problem, `Work stalls in place ${String(n)} because nobody sees it`, statuses.open.id),
    ),
  ],
  links: places.map((n) => ({ typeName: 'Solves', from: `BIG-${String(n)}`, to: `DISC-${String(1 + (n % size.problems))}` })),
};

export const loadLargeSite = (): Promise<LoadedSite> =>
  Promise.resolve({
    data: largeSite,
    afterLoad: fillApp(largeSite, {
      statementProjects: ['DISC'],
      backlogProjects: ['BIG'],
      ticketProjects: [],
      customers: Array.from({ length: size.customers }, (_, at) => ({ name: `Customer ${String(at + 1)}`, value: 1_000 * (1 + (at % 50)) })),
      evidence: Array.from({ length: size.records }, (_, at) => ({
        statementKey: `DISC-${String(1 + (at % size.problems))}`,
        stance: 'for' as const,
        source: sources[at % sources.length] ?? 'interview',
        raw: sources[at % sources.length] === 'nps' ? at % 7 : 'major',
        at: '2026-05-01T09:00:00.000Z',
        quote: `It stalls again, for the ${String(at + 1)}th time.`,
        customer: `Customer ${String(1 + (at % size.customers))}`,
      })),
      covers: [],
    }),
  });
