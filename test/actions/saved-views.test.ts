import { describe, expect, test } from '@jest/globals';
import type { Sent } from '../../src/contract';
import { choices, openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const filter = { text: '', jql: '', typeId: null, status: null, epic: null, label: null, component: null, stakeholder: 'Auditor', segment: null };
const listing = { filter, level: 'top' as const, columns: ['sources'], orderBy: null };
const project = '10001';

const saved = (view: Partial<Sent<'saveView'>> = {}): Sent<'saveView'> => ({
  projectId: project,
  viewId: 'request-auditors',
  version: 0,
  name: 'What auditors wait for',
  isShared: false,
  listing,
  ...view,
});
const namesFor = async (site: Site, as: string): Promise<readonly string[]> =>
  valueOf(await site.call('openViews', { projectId: project }, as)).views.map(({ name }) => name);
const codeOf = (reply: unknown): unknown => (reply as { readonly code?: string }).code;

async function opened(): Promise<Site> {
  const site = openSite();
  await setUp(site, choices);
  return site;
}

describe('a view', () => {
  test('that is private is there for its owner only, and looks missing to others', async () => {
    const site = await opened();
    valueOf(await site.call('saveView', saved(), 'user-pm'));
    expect(await namesFor(site, 'user-pm')).toEqual(['What auditors wait for']);
    expect(await namesFor(site, 'user-lead')).toEqual([]);
    expect(codeOf(await site.call('saveView', saved({ version: 1, name: 'Mine now' }), 'user-lead'))).toBe('not-found');
    expect(codeOf(await site.call('deleteView', { projectId: project, viewId: 'request-auditors' }, 'user-lead'))).toBe('not-found');
  });

  test('that is shared is read by all readers, and changed by its owner or a project admin alone', async () => {
    const site = await opened();
    valueOf(await site.call('saveView', saved({ isShared: true }), 'user-pm'));
    const forReader = valueOf(await site.call('openViews', { projectId: project }, 'user-viewer')).views;
    expect(forReader).toMatchObject([{ name: 'What auditors wait for', mayChange: false, listing }]);
    expect(codeOf(await site.call('saveView', saved({ isShared: true, version: 1, name: 'Ours' }), 'user-engineer'))).toBe('forbidden');
    expect(codeOf(await site.call('deleteView', { projectId: project, viewId: 'request-auditors' }, 'user-engineer'))).toBe('forbidden');
    valueOf(await site.call('saveView', saved({ isShared: true, version: 1, name: 'Renamed by the lead' }), 'user-lead'));
    // It stays its owner's.
    valueOf(await site.call('saveView', saved({ version: 2, name: 'Private again' }), 'user-pm'));
    expect(await namesFor(site, 'user-viewer')).toEqual([]);
    expect(await namesFor(site, 'user-pm')).toEqual(['Private again']);
  });

  test('that two change at once keeps the first, and tells the second', async () => {
    const site = await opened();
    valueOf(await site.call('saveView', saved({ isShared: true }), 'user-pm'));
    valueOf(await site.call('saveView', saved({ isShared: true, version: 1, name: 'First' }), 'user-lead'));
    expect(codeOf(await site.call('saveView', saved({ isShared: true, version: 1, name: 'Second' }), 'user-pm'))).toBe('conflict');
    expect(await namesFor(site, 'user-pm')).toEqual(['First']);
  });

  test('that is saved twice is saved once, deleted twice is gone, and put back is as it was', async () => {
    const site = await opened();
    const once = valueOf(await site.call('saveView', saved(), 'user-pm'));
    expect(valueOf(await site.call('saveView', saved(), 'user-pm'))).toEqual(once);
    for (let times = 0; times < 2; times += 1) valueOf(await site.call('deleteView', { projectId: project, viewId: once.id }, 'user-pm'));
    expect(await namesFor(site, 'user-pm')).toEqual([]);
    expect(valueOf(await site.call('saveView', saved(), 'user-pm'))).toEqual(once);
  });

  test('goes into the archive with what each person chose to see', async () => {
    const site = await opened();
    valueOf(await site.call('saveView', saved(), 'user-pm'));
    valueOf(await site.call('chooseColumns', { projectId: project, columns: ['sources', 'freshness'] }, 'user-pm'));
    const kept: { readonly entity: string; readonly key: string }[] = [];
    for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const page: { readonly records: readonly { readonly entity: string; readonly key: string }[]; readonly next: string | null } = valueOf(
        await site.call('exportData', { after }, 'user-admin'),
      );
      kept.push(...page.records);
      after = page.next;
    }
    expect(kept.filter(({ entity }) => entity === 'saved-view')).toHaveLength(1);
    expect(kept.some(({ key }) => key.startsWith('columns.10001.'))).toBe(true);
  });
});

test('the columns that a person chose are that person’s, in that project', async () => {
  const site = await opened();
  const columnsOf = async (as: string) => valueOf(await site.call('openRanking', { projectId: project }, as)).columns;
  expect(await columnsOf('user-pm')).toBeNull();
  valueOf(await site.call('chooseColumns', { projectId: project, columns: ['sources', 'freshness'] }, 'user-pm'));
  expect([await columnsOf('user-pm'), await columnsOf('user-lead')]).toEqual([['sources', 'freshness'], null]);
});

describe('a problem', () => {
  const levels = [{ id: '10501', name: 'Leads only', accountIds: ['user-admin', 'user-lead'], seenByApp: true }];

  test('tells the segments and sources of what this viewer may browse, and not one more', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      securitySchemes: [{ id: '10500', name: 'Secrets', levels }],
      projects: data.projects.map((one) => (one.key === 'DISC' ? { ...one, securitySchemeId: '10500' } : one)),
    });
    await setUp(site);
    const { id: statementId } = await writeProblem(site);
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId }, 'user-pm'));
    const draft = { requestId: 'request-insight-1', projectId: '10002', kind: 'insight', sentence: 'They export by hand', stakeholder: '', job: '' } as const;
    const { id: insight } = valueOf(await site.call('createStatement', draft, 'user-pm'));
    const link = { type: { name: 'Evidence for' }, inwardIssue: { id: insight }, outwardIssue: { id: statementId } };
    expect((await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', link)).status).toBe(201);
    const customers = [
      { name: 'Acme', value: 1_000, segment: 'enterprise' },
      { name: 'Bolt', value: 1_000, segment: 'public sector' },
    ];
    valueOf(await site.call('saveCustomers', { customers }, 'user-admin'));
    const tag = { stance: 'for', quote: null, severity: 'major' } as const;
    valueOf(await site.call('tagEvidence', { ...tag, issueId: ids.bug, statementId, customer: { name: 'Acme' } }, 'user-pm'));
    const said = { stance: 'for', source: 'nps', raw: 3, at: 1_770_000_000, quote: null, customer: { name: 'Bolt' } } as const;
    valueOf(await site.call('addEvidence', { ...said, statementId: insight }, 'user-pm'));
    await site.settle();
    const seenBy = async (as: string) =>
      valueOf(await site.call('openRanking', { projectId: project }, as)).problems.map(({ segments, sources }) => ({ segments, sources }));
    expect(await seenBy('user-pm')).toEqual([{ segments: ['enterprise', 'public sector'], sources: ['nps', 'ticket'] }]);
    expect((await site.rest('PUT', `/rest/api/3/issue/${insight}`, 'user-lead', { fields: { security: { id: '10501' } } })).status).toBe(204);
    await site.settle();
    expect(await seenBy('user-pm')).toEqual([{ segments: ['enterprise'], sources: ['ticket'] }]);
    expect(await seenBy('user-lead')).toEqual([{ segments: ['enterprise', 'public sector'], sources: ['nps', 'ticket'] }]);
  });

  test('gets a customer’s new segment', async () => {
    const site = await opened();
    const { id: statementId } = await writeProblem(site);
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId }, 'user-pm'));
    const tag = { issueId: ids.bug, statementId, stance: 'for', quote: null, severity: 'major', customer: { name: 'Acme' } } as const;
    valueOf(await site.call('tagEvidence', tag, 'user-pm'));
    await site.settle();
    valueOf(await site.call('saveCustomers', { customers: [{ name: 'Acme', value: null, segment: 'small' }] }, 'user-admin'));
    await site.settle();
    expect(valueOf(await site.call('openRanking', { projectId: project }, 'user-pm')).problems[0]?.segments).toEqual(['small']);
  });
});
