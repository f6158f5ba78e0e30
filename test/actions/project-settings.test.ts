import { describe, expect, test } from '@jest/globals';
import type { ProjectSettingsView } from '../../src/contract/project-settings';
import type { EvidencePage } from '../../src/contract/ranking';
import { weighAgain } from '../../src/domain/index/weigh-again';
import { completeParams } from '../../src/domain/score';
import { heldEvidence } from '../../static/parts/held-evidence';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const projectId = '10001';
const open = async (site: Site, as = 'user-lead') => valueOf(await site.call('openProjectSettings', { projectId }, as));
const save = (site: Site, settings: ProjectSettingsView, as = 'user-lead') => site.call('saveProjectSettings', { projectId, settings }, as);
const ranking = async (site: Site) => valueOf(await site.call('openRanking', { projectId }, 'user-lead'));

async function siteWithEvidence(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  const { id: statementId } = await writeProblem(site);
  const tag = { issueId: ids.bug, statementId, stance: 'for', severity: 'critical', quote: null } as const;
  valueOf(await site.call('tagEvidence', { ...tag, customer: { name: 'Acme' } }, 'user-pm'));
  valueOf(await site.call('tagEvidence', { ...tag, issueId: ids.otherBug, customer: { name: 'Birch' } }, 'user-pm'));
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId, cover: 0.9 }, 'user-engineer'));
  await site.settle();
  return site;
}

async function heldBy(site: Site) {
  const pages: EvidencePage[] = [];
  let after: EvidencePage['next'] = null;
  do {
    const page: EvidencePage = valueOf(await site.call('openEvidence', { projectId, after }, 'user-lead'));
    pages.push(page);
    after = page.next;
  } while (after !== null);
  return heldEvidence(pages);
}

describe('what a project decides', () => {
  test('a source that is trusted more raises what it speaks for, in that project', async () => {
    const site = await siteWithEvidence();
    const before = (await ranking(site)).problems[0];
    const { settings } = await open(site);
    valueOf(await save(site, { ...settings, sources: { ticket: { trust: 1 } } }));
    await site.settle();
    const after = (await ranking(site)).problems[0];
    expect(after?.support).toBeCloseTo(2 * (before?.support ?? 0), 9);
    expect(after?.customers).toBe(before?.customers);
  });

  test('the preview says what the order will say once it is saved', async () => {
    const site = await siteWithEvidence();
    const held = await heldBy(site);
    const sources = { ticket: { trust: 0.9, half: 30 } } as const;
    const promised = weighAgain(
      held,
      (await ranking(site)).problems.map(({ id }) => id),
      completeParams({ sources }),
    );
    valueOf(await save(site, { ...(await open(site)).settings, sources }));
    await site.settle();
    const { problems } = await ranking(site);
    expect(problems.length).toBeGreaterThan(0);
    for (const { id, value, deviation } of problems) {
      expect(promised.get(id)?.value).toBeCloseTo(value, 9);
      expect(promised.get(id)?.deviation).toBeCloseTo(deviation, 9);
    }
  });

  test('the words for stakeholders and jobs are offered to who writes a problem for the project', async () => {
    const site = await siteWithEvidence();
    const { settings } = await open(site);
    valueOf(await save(site, { ...settings, stakeholders: ['Finance clerk'], jobs: ['Close the month'] }));
    const { words } = valueOf(await site.call('listStatements', { forIssueId: ids.epic }, 'user-engineer'));
    expect(words).toEqual({ stakeholders: ['Finance clerk'], jobs: ['Close the month'] });
  });

  test('effort is what the chosen board estimates by, until a field is named', async () => {
    const site = openSite({ ...smallSite(), boards: [{ id: 7, name: 'Ledgerly board', type: 'scrum', projectKey: 'LED', sprints: [] }] });
    await setUp(site);
    const { settings, effortFound } = await open(site);
    expect(effortFound?.by).toBe('board');
    expect((await site.rest('PUT', `/rest/api/3/issue/${ids.epic}`, 'user-lead', { fields: { [effortFound?.id ?? '']: 13 } })).status).toBe(204);
    const saved = valueOf(await save(site, { ...settings, boardId: 7 }));
    expect(saved.settings.effort).toBeNull();
    await site.settle();
    const { items, effortUnit } = await ranking(site);
    expect(effortUnit).toBe('story points');
    expect(items.find(({ key }) => key === 'LED-1')?.effort).toBe(13);
  });

  test('only what is on the chosen board is ranked, with the epics above it, and that follows what people change', async () => {
    const data = smallSite();
    const board = { id: 7, name: 'Exports', type: 'kanban' as const, projectKey: 'LED', sprints: [], components: ['Exports'] };
    const site = openSite({
      ...data,
      boards: [board],
      projects: data.projects.map((own) => (own.key === 'LED' ? { ...own, components: ['Exports'] } : own)),
      issues: data.issues.map((issue) => (issue.key === 'LED-2' ? { ...issue, components: ['Exports'] } : issue)),
    });
    await setUp(site);
    const keys = async () => (await ranking(site)).items.map(({ key }) => key).toSorted();
    expect(await keys()).toEqual(['LED-1', 'LED-2', 'LED-3', 'LED-4', 'LED-5']);
    const { settings } = await open(site);
    valueOf(await save(site, { ...settings, boardId: 7 }));
    await site.settle();
    expect(await keys()).toEqual(['LED-1', 'LED-2']);

    await site.rest('PUT', `/rest/api/3/issue/${ids.bareEpic}`, 'user-lead', { update: { components: [{ add: { name: 'Exports' } }] } });
    await site.settle();
    expect(await keys()).toEqual(['LED-1', 'LED-2', 'LED-5']);
    // The look at all issues finds nothing new in it, hour after hour.
    await site.forge.elapse(3 * 3_600_000);
    await site.settle();
    site.jira.ledger.reset();
    expect(await keys()).toEqual(['LED-1', 'LED-2', 'LED-5']);
    // Who is on the board was looked up when issues were read, never for the page.
    expect(site.jira.ledger.read().rows.map(({ operation }) => operation)).toEqual(['getBulkPermissions']);
    const { epics } = await coverage(site);
    expect(epics).toBe(2);

    const now = await open(site);
    valueOf(await save(site, { ...now.settings, boardId: null }));
    await site.settle();
    expect(await keys()).toEqual(['LED-1', 'LED-2', 'LED-3', 'LED-4', 'LED-5']);
  });

  test('a board stays what it was for an admin who may not see it, and cannot be chosen by one', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      boards: [7, 8].map((id) => ({ id, name: `Board ${String(id)}`, type: 'kanban' as const, projectKey: 'HID', sprints: [] })),
      projects: data.projects.map((own) => (own.key === 'HID' ? { ...own, roles: { administrators: ['user-admin'], members: [], viewers: [] } } : own)),
    });
    await setUp(site);
    valueOf(await save(site, { ...(await open(site)).settings, boardId: 7 }, 'user-admin'));
    await site.settle();
    // The board is of another project: nothing of this one is on it.
    expect((await ranking(site)).items).toEqual([]);
    const { settings, boards } = await open(site);
    expect([settings.boardId, boards]).toEqual([7, []]);
    valueOf(await save(site, { ...settings, stakeholders: ['Clerk'] }));
    await site.settle();
    expect((await ranking(site)).items).toEqual([]);
    const refused = await save(site, { ...(await open(site)).settings, boardId: 8 });
    expect(refused).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining('may not see') });
    expect((await open(site)).settings.boardId).toBe(7);
  });

  /** A project that ranks the backlog of a board which holds just these. */
  async function onBoard(own: readonly string[]): Promise<Site> {
    const data = smallSite();
    const site = openSite({
      ...data,
      boards: [{ id: 7, name: 'Exports', type: 'kanban' as const, projectKey: 'LED', sprints: [], components: ['Exports'] }],
      projects: data.projects.map((project) => (project.key === 'LED' ? { ...project, components: ['Exports'] } : project)),
      issues: data.issues.map((issue) => (own.includes(issue.key) ? { ...issue, components: ['Exports'] } : issue)),
    });
    await setUp(site);
    valueOf(await save(site, { ...(await open(site)).settings, boardId: 7 }));
    await site.settle();
    return site;
  }

  test.each([
    { story: 'on the board', own: ['LED-1', 'LED-2'], speaking: 1 },
    { story: 'not on it', own: ['LED-1'], speaking: 0 },
  ])('an epic without a problem is explained by a story that is $story: $speaking', async ({ own, speaking }) => {
    const site = await onBoard(own);
    const { id: statementId } = await writeProblem(site);
    valueOf(await site.call('linkProblem', { issueId: ids.story, statementId }, 'user-engineer'));
    await site.settle();
    expect(valueOf(await site.call('explainItem', { projectId, issueId: ids.epic }, 'user-lead')).problems).toHaveLength(speaking);
  });

  test('where the filter is closed to the app, what was known to be on the board or not stays so, and the health check says what to share', async () => {
    const site = await onBoard(['LED-1']);
    const keys = async () => (await ranking(site)).items.map(({ key }) => key).toSorted();
    const line = async () => valueOf(await site.call('checkSetup', {}, 'user-admin')).checks.find(({ id }) => id === 'board.10001');
    expect([await keys(), await line()]).toMatchObject([['LED-1'], { state: 'fine' }]);
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/search/jql' }, fault: 'status:400' }]);
    await site.rest('PUT', `/rest/api/3/issue/${ids.bug}`, 'user-lead', { fields: { summary: 'Said otherwise' } });
    await site.settle();
    expect(await keys()).toEqual(['LED-1']);
    expect(await line()).toMatchObject({ state: 'broken', steps: ['Share the filter of board Exports with the project Ledgerly.', 'Check again.'] });
  });

  test('types that are not named are not listed', async () => {
    const site = await siteWithEvidence();
    const { settings, types } = await open(site);
    const epics = types.filter(({ level }) => level === 1).map(({ id }) => id);
    valueOf(await save(site, { ...settings, itemTypes: epics }));
    await site.settle();
    const listed = (await ranking(site)).items.map(({ key }) => key);
    expect(listed).toContain('LED-1');
    expect(listed).not.toContain('LED-2');
  });
});

/** The gate looks at every epic, on the board or not. */
async function coverage(site: Site): Promise<{ readonly epics: number | undefined }> {
  const gate = valueOf(await site.call('openGate', { projectId }, 'user-lead'));
  return { epics: gate.coverage.at(-1)?.of };
}

describe('two admins at once', () => {
  test('the second to save is refused and has lost nothing of the first', async () => {
    const site = await siteWithEvidence();
    const [lead, admin] = [await open(site), await open(site, 'user-admin')];
    valueOf(await save(site, { ...lead.settings, stakeholders: ['Finance clerk'] }));
    expect(await save(site, { ...admin.settings, jobs: ['Close the month'] }, 'user-admin')).toMatchObject({ ok: false, code: 'conflict' });
    expect((await open(site)).settings).toMatchObject({ stakeholders: ['Finance clerk'], jobs: [] });
  });
});

describe('who may', () => {
  test.each([
    { person: 'user-pm', code: 'forbidden' },
    { person: 'user-viewer', code: 'forbidden' },
    { person: 'user-outsider', code: 'not-found' },
  ])('$person is answered $code', async ({ person, code }) => {
    const site = await siteWithEvidence();
    const { settings } = await open(site);
    expect(await site.call('openProjectSettings', { projectId }, person)).toMatchObject({ ok: false, code });
    expect(await save(site, settings, person)).toMatchObject({ ok: false, code });
  });
});
