import type { SiteData } from '../../sandbox/jira/site-data';
import { people, type Person, type Place } from '../../src/contract/cells';
import { choices, openSite, projectOf, setUp, valueOf, type Site } from './site';
import { ids, smallSite } from './small-site';

export const accountOf: Readonly<Record<Person, string>> = {
  'jira-admin': 'user-admin',
  'project-admin': 'user-lead',
  editor: 'user-pm',
  viewer: 'user-viewer',
  outsider: 'user-outsider',
  anonymous: 'unidentified',
};

/** Ids of one kind of thing in each place. */
type Placed = Readonly<Record<Place, string>>;

export interface Things {
  readonly project: Placed;
  readonly epic: Placed;
  readonly ticket: Placed;
  readonly problem: Placed;
  /** Evidence on the problem in one's own project. */
  readonly evidence: string;
  /** What this person began, and what somebody else did. */
  work(of: Person): Placed;
}

// Somebody who is none of the callers keeps the other project and what the security level hides.
const keeper = 'user-keeper';
const level = '10900';

function data(): SiteData {
  const small = smallSite();
  return {
    ...small,
    users: [...small.users, { accountId: keeper, email: 'keeper@example.com', displayName: 'keeper', timeZone: 'UTC', isJiraAdmin: false }],
    securitySchemes: [{ id: '10800', name: 'Secret', levels: [{ id: level, name: 'Keeper only', accountIds: [keeper], seenByApp: true }] }],
    projects: [
      ...small.projects.map((project) =>
        project.key === 'HID'
          ? { ...project, roles: { administrators: [keeper], members: [], viewers: [] } }
          : { ...project, securitySchemeId: '10800', roles: { ...project.roles, administrators: [...project.roles.administrators, keeper] } },
      ),
      ...small.projects
        .filter(({ key }) => key === 'DISC')
        .map((project) => ({ ...project, id: '10004', key: 'ELSE', roles: { administrators: ['user-outsider'], members: [], viewers: [] } })),
    ],
    issues: [
      ...small.issues.map((issue) => (issue.key.startsWith('HID') ? { ...issue, reporter: keeper } : issue)),
      { ...hidden('30002', 'HID-2', '10000') },
      { ...hidden('20008', 'LED-8', '10000'), securityLevelId: level },
      { ...hidden('20009', 'LED-9', '10002'), securityLevelId: level },
    ],
  };
}

const hidden = (id: string, key: string, typeId: string): SiteData['issues'][number] => ({
  id,
  key,
  typeId,
  summary: 'Kept from all of them',
  statusId: '1',
  priority: 'High',
  created: '2026-02-01T10:00:00.000Z',
  updated: '2026-02-01T10:00:00.000Z',
  reporter: keeper,
});

/** A site in which every kind of thing lies in every place. */
export async function openOperationsSite(): Promise<{ readonly site: Site; readonly things: Things }> {
  const site = openSite(data());
  await setUp(site, {
    ...choices,
    statementProjects: [projectOf('10002'), projectOf('10003'), projectOf('10004')],
    backlogProjects: [projectOf('10001'), projectOf('10003')],
    sharedScheme: 'shared',
  });
  const problem: Placed = {
    'own-project': await write(site, '10002', 'user-pm'),
    'other-project': await write(site, '10003', keeper),
    'security-level': await write(site, '10002', keeper),
    missing: ids.missing,
  };
  const { status } = await site.rest('PUT', `/rest/api/3/issue/${problem['security-level']}`, keeper, { fields: { security: { id: level } } });
  if (status !== 204) throw new Error('the problem was not hidden');
  await site.settle();
  const tagged = valueOf(
    await site.call(
      'tagEvidence',
      { issueId: ids.bug, statementId: problem['own-project'], stance: 'for', quote: 'It stops.', severity: 'major', customer: { name: 'Acme' } },
      'user-pm',
    ),
  );
  await site.settle();
  const order = { projectId: '10001', wanted: [ids.bareEpic], current: [ids.epic, ids.bareEpic], scope: null, withSprints: false, choices: [], theirs: [] };
  valueOf(await site.call('startApply', { ...order, requestId: 'request-decided-1', level: 'top', overrides: [] }, 'user-lead'));
  const elsewhere = await write(site, '10004', accountOf.outsider);
  const [doing, theirs] = [(person: string) => `request-work-of-${person}`, 'request-work-of-keeper'];
  for (const person of people.filter((one) => one !== 'anonymous'))
    await beginWork(site, doing(person), person === 'outsider' ? elsewhere : problem['own-project'], accountOf[person]);
  await beginWork(site, theirs, problem['security-level'], keeper);
  await site.settle();
  return {
    site,
    things: {
      project: { 'own-project': '10001', 'other-project': '10003', 'security-level': '10001', missing: ids.missing },
      epic: { 'own-project': ids.epic, 'other-project': '30002', 'security-level': '20008', missing: ids.missing },
      ticket: { 'own-project': ids.bug, 'other-project': ids.hidden, 'security-level': '20009', missing: ids.missing },
      problem,
      evidence: tagged.evidenceId,
      work: (of) => ({ 'own-project': doing(of), 'other-project': theirs, 'security-level': theirs, missing: 'request-no-work' }),
    },
  };
}

async function beginWork(site: Site, requestId: string, statementId: string, as: string): Promise<void> {
  valueOf(await site.call('startBulkTag', { requestId, statementId, issueIds: [ids.otherBug], stance: 'for', severity: null }, as));
}

async function write(site: Site, projectId: string, as: string): Promise<string> {
  const statement = { kind: 'problem', sentence: 'Clerks lose a day to exports that stop', stakeholder: 'Clerk', job: 'Close the month' } as const;
  return valueOf(await site.call('createStatement', { requestId: `request-in-${projectId}-${as}`, projectId, ...statement }, as)).id;
}
