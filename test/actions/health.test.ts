import { describe, expect, test } from '@jest/globals';
import type { SiteData } from '../../sandbox/jira/site-data';
import type { Output } from '../../src/contract';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const relates = '10001';

/** The small site, with Jira's own "Relates" in it. */
const site = async (change: (data: SiteData) => SiteData = (data) => data): Promise<Site> => {
  const data = smallSite();
  const open = openSite(change({ ...data, linkTypes: [...data.linkTypes, { id: relates, name: 'Relates', inward: 'relates to', outward: 'relates to' }] }));
  await setUp(open);
  return open;
};

/** Draws a link by hand, as Jira's own screens do. */
async function drawByHand(open: Site, type: { readonly name: string }, from: string, to: string): Promise<void> {
  const { status } = await open.rest('POST', '/rest/api/3/issueLink', 'user-admin', { type, inwardIssue: { id: from }, outwardIssue: { id: to } });
  expect(status).toBe(201);
  await open.settle();
}

const solves = { name: 'Solves' };

async function look(open: Site, as = 'user-pm'): Promise<Output<'openHealth'>> {
  valueOf(await open.call('openHealth', { projectId: '10001' }, as));
  await open.settle();
  return valueOf(await open.call('openHealth', { projectId: '10001' }, as));
}

const idsIn = (view: Output<'openHealth'>): readonly string[] => view.groups.flatMap(({ faults }) => faults.map(({ id }) => id));

async function faultsOnPanel(open: Site, issueId: string, as = 'user-pm') {
  const view = valueOf(await open.call('openPanel', { issueId }, as));
  return view.role === 'not-set-up' ? [] : view.faults;
}

describe('a link drawn in plain Jira', () => {
  test('the wrong way round is seen in the panel of both ends, without anybody having asked for a look', async () => {
    const open = await site();
    const { id: problem, key } = await writeProblem(open);
    await drawByHand(open, solves, problem, ids.epic);
    for (const end of [problem, ids.epic]) {
      const [fault, ...others] = await faultsOnPanel(open, end);
      expect(others).toEqual([]);
      expect(fault).toMatchObject({
        rule: 'wrongDirection',
        sentence: `It says “${key} solves LED-1”. Meant is the other way round.`,
        repairs: [{ removes: [`${key} solves LED-1`], adds: [`LED-1 solves ${key}`] }],
        isOneClick: true,
      });
    }
  });

  test('that only relates an epic to its problem is seen, too', async () => {
    const open = await site();
    const { id: problem, key } = await writeProblem(open);
    await drawByHand(open, { name: 'Relates' }, problem, ids.epic);
    expect(await faultsOnPanel(open, ids.epic)).toMatchObject([{ rule: 'plainLink', repairs: [{ adds: [`LED-1 solves ${key}`] }] }]);
  });

  test('and removed again leaves nothing to mend', async () => {
    const open = await site();
    const { id: problem } = await writeProblem(open);
    await drawByHand(open, solves, problem, ids.epic);
    const { body } = await open.rest('GET', `/rest/api/3/issue/${problem}?fields=issuelinks`, 'user-admin');
    const [link] = (body as { readonly fields: { readonly issuelinks: readonly { readonly id: string }[] } }).fields.issuelinks;
    await open.rest('DELETE', `/rest/api/3/issueLink/${link?.id ?? ''}`, 'user-admin');
    await open.settle();
    expect(await faultsOnPanel(open, problem)).toEqual([]);
    expect(idsIn(await look(open)).filter((id) => id.startsWith('wrongDirection'))).toEqual([]);
  });
});

describe('the Health tab', () => {
  test('starts the first look by itself and then lists what is wrong, by rule', async () => {
    const open = await site();
    const { id: problem } = await writeProblem(open);
    await drawByHand(open, solves, problem, ids.epic);
    expect(valueOf(await open.call('openHealth', { projectId: '10001' }, 'user-pm'))).toMatchObject({ state: 'looking', groups: [] });
    const view = await look(open);
    expect(view).toMatchObject({ state: 'ready', progress: null, canCheck: true });
    expect(view.groups.map(({ rule, total, oneClick }) => ({ rule, total, oneClick }))).toEqual([
      { rule: 'wrongDirection', total: 1, oneClick: 1 },
      { rule: 'problemWithoutEvidence', total: 1, oneClick: 0 },
      { rule: 'epicWithoutProblem', total: 1, oneClick: 0 },
    ]);
    expect(idsIn(view)).toContain(`epicWithoutProblem.${ids.bareEpic}`);
  });

  test('does not list an epic as long as an exemption of it runs', async () => {
    const open = await site();
    const fault = `epicWithoutProblem.${ids.bareEpic}`;
    expect(idsIn(await look(open))).toContain(fault);
    valueOf(await open.call('exempt', { issueId: ids.bareEpic, reason: 'The auditors want it', days: 7 }, 'user-admin'));
    expect(idsIn(await look(open))).not.toContain(fault);
    valueOf(await open.call('endExemption', { issueId: ids.bareEpic }, 'user-admin'));
    expect(idsIn(await look(open))).toContain(fault);
  });

  test('of one customer says so, and of two says nothing', async () => {
    const open = await site();
    const { id: statementId } = await writeProblem(open);
    const tag = (issueId: string, name: string) =>
      open.call('tagEvidence', { issueId, statementId, stance: 'for', quote: null, severity: 'major', customer: { name } }, 'user-pm');
    valueOf(await tag(ids.bug, 'Acme'));
    await open.settle();
    expect(idsIn(await look(open))).toContain(`problemWithOneCustomer.${statementId}`);
    valueOf(await tag(ids.otherBug, 'Globex'));
    await open.settle();
    expect(idsIn(await look(open)).filter((id) => id.startsWith('problem'))).toEqual([]);
  });

  test('says nothing in a project that Groundwork does not know, and is not there for whoever may not browse it', async () => {
    const open = await site();
    expect(valueOf(await open.call('openHealth', { projectId: '10003' }, 'user-admin'))).toMatchObject({ state: 'not-enabled', groups: [] });
    expect(await open.call('openHealth', { projectId: '10003' }, 'user-pm')).toMatchObject({ ok: false, code: 'not-found' });
    expect(await open.call('checkHealth', { projectId: '10001', requestId: 'request-1' }, 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

describe('whoever may not browse an issue', () => {
  test('is told of no fault that names it, neither on the tab nor on the other end', async () => {
    const open = await site();
    const { id: problem, key } = await writeProblem(open);
    await drawByHand(open, solves, problem, ids.hidden);
    await drawByHand(open, solves, problem, ids.epic);
    const hidden = `wrongDirection.solves.${problem}.${ids.hidden}`;
    expect(idsIn(await look(open, 'user-admin'))).toContain(hidden);
    expect((await faultsOnPanel(open, problem, 'user-admin')).map(({ id }) => id)).toContain(hidden);
    const view = await look(open, 'user-pm');
    expect(view.groups.find(({ rule }) => rule === 'wrongDirection')).toMatchObject({ total: 1, faults: [{ subjects: [{ key }, { key: 'LED-1' }] }] });
    expect(JSON.stringify([view, await faultsOnPanel(open, problem, 'user-pm')])).not.toMatch(/HID-1|30001/);
  });
});

test.each([
  { name: 'a site without an issue has nothing to look at', issues: 0, isEmpty: true },
  { name: 'one with a work item has', issues: 1, isEmpty: false },
])('$name', async ({ issues, isEmpty }) => {
  const open = await site((data) => ({ ...data, issues: data.issues.slice(0, issues), links: [] }));
  expect(await look(open)).toMatchObject({ state: 'ready', isEmpty });
});
