import { describe, expect, test } from '@jest/globals';
import type { GateRule } from '../../src/contract/gate';
import type { GateMode } from '../../src/domain/gate';
import { choices, openSite, projectOf, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const transition = { from: { id: '1' }, to: { id: '3' } };

async function gated(
  { mode = 'require', ...own }: Partial<GateRule> & { readonly mode?: GateMode } = {},
  platform: Parameters<typeof openSite>[1] = {},
): Promise<{
  readonly site: Site;
  readonly ask: (issueKey: string, at?: object) => Promise<{ readonly result: boolean; readonly errorMessage?: string }>;
  readonly problem: { readonly id: string; readonly key: string };
}> {
  const site = openSite(smallSite(), platform);
  await setUp(site);
  const problem = await writeProblem(site);
  await site.settle();
  const { rule } = valueOf(await site.call('gateDefaults', {}, 'user-admin'));
  if (!rule) throw new Error('setup left no rule');
  const configuration = JSON.stringify({ ...rule, modes: [{ projectId: null, typeIds: null, mode }], ...own });
  return {
    site,
    problem,
    ask: (issueKey, at = {}) => site.forge.validate({ moduleKey: 'gate', configuration }, { issueKey, transition: { ...transition, ...at } }),
  };
}

const link = async (site: Site, statementId: string) => valueOf(await site.call('linkProblem', { issueId: ids.bareEpic, statementId }, 'user-pm'));

describe('the gate', () => {
  test('stops an epic that states no problem, and says where to add one', async () => {
    const { ask } = await gated();
    expect(await ask('LED-5')).toEqual({ result: false, errorMessage: expect.stringContaining('Groundwork panel on this epic') });
  });

  test('lets it through once the panel has linked one, without waiting for any index', async () => {
    const { site, ask, problem } = await gated();
    await link(site, problem.id);
    expect(await ask('LED-5')).toEqual({ result: true });
  });

  test('stops it again when the problem is closed', async () => {
    const { site, ask, problem } = await gated();
    await link(site, problem.id);
    await site.rest('POST', `/rest/api/3/issue/${problem.id}/transitions`, 'user-pm', { transition: { id: '21' } });
    expect(await ask('LED-5')).toEqual({ result: false, errorMessage: expect.stringContaining('is closed') });
  });

  test('is not passed by a property, by a label or by a link to something else', async () => {
    const { site, ask } = await gated();
    await site.rest('PUT', '/rest/api/3/issue/LED-5/properties/groundwork', 'user-pm', { score: 99, customers: 9 });
    await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', { type: { name: 'Blocks' }, inwardIssue: { key: 'LED-5' }, outwardIssue: { key: 'LED-3' } });
    await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', { type: { name: 'Solves' }, inwardIssue: { key: 'LED-5' }, outwardIssue: { key: 'LED-3' } });
    expect((await ask('LED-5')).result).toBe(false);
  });

  test('is not passed by the link drawn the wrong way round', async () => {
    const { site, ask, problem } = await gated();
    await site.rest('POST', '/rest/api/3/issueLink', 'user-pm', { type: { name: 'Solves' }, inwardIssue: { id: problem.id }, outwardIssue: { key: 'LED-5' } });
    expect((await ask('LED-5')).result).toBe(false);
  });

  test('counts a link that the transition itself adds', async () => {
    const { site, ask, problem } = await gated();
    const solves = valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule?.solvesLinkTypeId;
    expect(await ask('LED-5', { modifiedFields: { issuelinks: [{ type: { id: solves }, outwardIssue: { id: problem.id } }] } })).toEqual({ result: true });
  });

  test('speaks of epics: a bug on the same transition passes', async () => {
    const { ask } = await gated();
    expect(await ask('LED-3')).toEqual({ result: true });
  });

  test.each(['warn', 'off'] as const)('in mode %s lets everything through', async (mode) => {
    const { ask } = await gated({ mode });
    expect(await ask('LED-5')).toEqual({ result: true });
  });
});

describe('when it cannot look', () => {
  const outages = [
    { what: 'Jira is down', rules: [{ match: { target: 'jira' }, fault: 'status:503' }] },
    { what: 'Jira takes a minute', rules: [{ match: { target: 'jira' }, fault: 'latency:60000' }] },
    { what: 'the quota is spent', rules: [{ match: { target: 'jira' }, fault: '429:jira-quota-global-based' }] },
  ];

  test.each(outages)('$what: the policy decides', async ({ rules }) => {
    for (const whenJiraIsDown of ['pass', 'stop'] as const) {
      const { site, ask } = await gated({ whenJiraIsDown });
      site.strike(rules);
      const before = site.clock.now();
      expect((await ask('LED-5')).result).toBe(whenJiraIsDown === 'pass');
      expect(site.clock.now() - before).toBeLessThanOrEqual(3_000);
    }
  });

  test('storage that is down touches no epic that states its problem', async () => {
    const { site, ask, problem } = await gated({ whenJiraIsDown: 'stop' });
    await link(site, problem.id);
    site.strike([{ match: { target: 'kvs' }, fault: 'status:503' }]);
    expect(await ask('LED-5')).toEqual({ result: true });
  });

  test('an epic that it may not see is unknown, not without a problem', async () => {
    const { ask } = await gated({ whenJiraIsDown: 'stop' });
    expect((await ask('GONE-1')).errorMessage).toContain('couldn’t look');
  });

  test.each(['blocks', 'passes'] as const)(
    'a function that dies where Atlassian then %s leaves nothing behind: the next try is right',
    async (brokenValidator) => {
      const { site, ask, problem } = await gated({}, { brokenValidator });
      await link(site, problem.id);
      site.strike([{ match: { target: 'function' }, fault: 'kill' }]);
      expect((await ask('LED-5')).result).toBe(brokenValidator === 'passes');
      site.strike([]);
      expect([await ask('LED-5'), (await ask('LED-1')).result]).toEqual([{ result: true }, false]);
    },
  );

  test.each(['{', '[]', '{"mode":"always"}', ''])('a configuration that nobody can read lets through: %j', async (configuration) => {
    const { site } = await gated();
    const verdict = site.forge.validate({ moduleKey: 'gate', configuration: { raw: configuration } }, { issueKey: 'LED-5', transition });
    expect(await verdict).toEqual({ result: true });
  });
});

describe('a project’s admin', () => {
  const epics = '10000';
  const opened = async (site: Site, as = 'user-lead') => valueOf(await site.call('openGate', { projectId: '10001' }, as));
  const save = (site: Site, revision: string, mode: GateMode) =>
    site.call('saveGate', { projectId: '10001', revision, whenJiraIsDown: 'pass', modes: [{ typeId: epics, mode }] }, 'user-lead');
  const rowsIn = async (site: Site): Promise<unknown> => {
    const { body } = await site.rest('POST', '/rest/api/3/workflows', 'user-admin', { workflowNames: ['Simple'] });
    const [found] = JSON.stringify(body).match(/\{\\"v\\":2.*?\}\]\}/) ?? [];
    return (JSON.parse((found ?? '{}').replaceAll('\\"', '"')) as GateRule).modes;
  };

  test('changes the rows of the project and nobody else’s', async () => {
    const site = openSite();
    await setUp(site, { ...choices, backlogProjects: [projectOf('10001'), projectOf('10003')] });
    const { revision } = await opened(site);
    valueOf(await save(site, revision, 'require'));
    expect(await rowsIn(site)).toEqual([
      { projectId: '10001', projectKey: 'LED', typeIds: null, mode: 'require', whenJiraIsDown: 'pass' },
      { projectId: '10003', typeIds: null, mode: 'warn' },
    ]);
  });

  test('who saves what somebody else changed meanwhile is told so, and nothing changes', async () => {
    const { site } = await gated();
    const { revision } = await opened(site);
    valueOf(await save(site, revision, 'require'));
    expect(await save(site, revision, 'off')).toMatchObject({ ok: false, code: 'conflict' });
    expect((await opened(site)).types.find(({ id }) => id === epics)).toMatchObject({ mode: 'require' });
    // The same once more is no conflict: its first answer may have got lost.
    expect(await save(site, revision, 'require')).toMatchObject({ ok: true });
  });

  test('lets an epic past for some days; said again, the later reason and end stand; ended, it counts no more', async () => {
    const { site, ask } = await gated();
    const exempt = async (reason: string, days: number) => valueOf(await site.call('exempt', { issueId: ids.bareEpic, reason, days }, 'user-lead'));
    await exempt('A contract', 7);
    const { until } = await exempt('A contract signed in January', 30);
    expect((await opened(site)).exemptions).toMatchObject([{ key: 'LED-5', reason: 'A contract signed in January', owner: 'user-lead', until }]);
    expect(await ask('LED-5')).toEqual({ result: true });
    valueOf(await site.call('endExemption', { issueId: ids.bareEpic }, 'user-lead'));
    expect((await ask('LED-5')).result).toBe(false);
    expect((await opened(site)).exemptions).toEqual([]);
  });

  test('lets nothing past at which the gate never looks, and is told why', async () => {
    const { site, problem } = await gated();
    const exempt = (issueId: string) => site.call('exempt', { issueId, reason: 'A contract', days: 7 }, 'user-lead');
    expect(await exempt(problem.id)).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining('It is a statement') });
    expect(await exempt(ids.bug)).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining('type Bug') });
    expect((await opened(site)).exemptions).toEqual([]);
  });

  test('lists an exemption of an epic that no order reads, too', async () => {
    const site = openSite();
    await setUp(site, { ...choices, backlogProjects: [] });
    valueOf(await site.call('exempt', { issueId: ids.bareEpic, reason: 'A contract', days: 7 }, 'user-lead'));
    expect((await opened(site)).exemptions).toMatchObject([{ key: 'LED-5', reason: 'A contract' }]);
  });

  test('finds what the gate did, each epic once a day', async () => {
    const { site, ask } = await gated();
    for (const key of ['LED-5', 'LED-5', 'LED-1']) await ask(key);
    const { counted, stops } = await opened(site);
    expect(counted).toMatchObject({ stopped: 2, passed: 0, unchecked: 0 });
    expect(stops.map(({ key }) => key).sort()).toEqual(['LED-1', 'LED-5']);
  });

  test('reads how many open epics state a problem, before and after one does', async () => {
    const { site, problem } = await gated();
    const covered = async () => (await opened(site)).coverage.at(-1);
    expect(await covered()).toMatchObject({ stated: 0, of: 2 });
    await link(site, problem.id);
    await site.settle();
    expect(await covered()).toMatchObject({ stated: 1, of: 2 });
  });
});
