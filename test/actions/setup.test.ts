import { describe, expect, test } from '@jest/globals';
import type { SetupChoices } from '../../src/contract/setup';
import { applyPlan, choices, openSite, projectOf, setUp, valueOf, type Site } from './site';
import { smallSite } from './small-site';

const planOf = async (site: Site, chosen = choices) => valueOf(await site.call('planSetup', { choices: chosen }, 'user-admin'));
const statesOf = async (site: Site, chosen = choices) => (await planOf(site, chosen)).lines.map(({ id, state }) => `${id} ${state}`);
const snapshotOf = (site: Site): string => JSON.stringify(site.jira.snapshot());

describe('setup', () => {
  test('shows the plan and changes nothing by it', async () => {
    const site = openSite();
    const before = snapshotOf(site);
    expect((await statesOf(site)).filter((line) => /^(type|link)\./.test(line))).toEqual(
      ['type.insight', 'type.problem', 'type.opportunity', 'link.evidences', 'link.refutes', 'link.opens', 'link.solves', 'link.realises', 'link.partOf'].map(
        (id) => `${id} will-create`,
      ),
    );
    expect(snapshotOf(site)).toBe(before);
  });

  test('applied, everything exists; a second run changes nothing', async () => {
    const site = openSite();
    await setUp(site);
    expect((await statesOf(site)).filter((line) => !line.endsWith(' exists'))).toEqual([]);
    const before = snapshotOf(site);
    expect(await setUp(site)).toEqual([]);
    expect(snapshotOf(site)).toBe(before);
  });

  test('says which projects share the scheme, and with "copy" leaves the other as it is', async () => {
    const site = openSite();
    expect((await planOf(site)).sharedSchemes).toEqual([{ scheme: 'Shared', projects: expect.arrayContaining(['Discovery', 'Ledgerly']) }]);
    await setUp(site);
    const { body } = await site.rest('GET', '/rest/api/3/project/10001', 'user-pm');
    expect(JSON.stringify(body)).not.toContain('"Problem"');
  });

  test('adopts what a person points at, under its own name, and keeps it when it is renamed', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      issueTypes: [...data.issueTypes, { id: '10050', name: 'Pain point', description: '', hierarchyLevel: 0, icon: 'problem' }],
      linkTypes: [...data.linkTypes, { id: '10060', name: 'Fixes', outward: 'fixes', inward: 'is fixed by' }],
    });
    const adopting = { ...choices, adopt: { types: { problem: '10050' }, links: { solves: '10060' }, own: [] } };
    await setUp(site, adopting);
    const rule = { statementTypeIds: { problem: ['10050'] }, solvesLinkTypeId: '10060' };
    expect(valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule).toMatchObject(rule);
    await site.rest('PUT', '/rest/api/3/issuetype/10050', 'user-admin', { name: 'Kummer' });
    await site.rest('PUT', '/rest/api/3/issueLinkType/10060', 'user-admin', { name: 'Heilt' });
    expect((await statesOf(site)).filter((line) => !line.endsWith(' exists'))).toEqual([]);
    // A new installation has an empty store: types are found by their mark, link types by what it says.
    site.forge.kvs.erase();
    expect((await statesOf(site)).filter((line) => /^(type|link)\./.test(line) && !line.endsWith(' will-add'))).toEqual([]);
    await setUp(site);
    expect(valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule).toMatchObject(rule);
  });

  test('takes no type for its own because of a name alone', async () => {
    const data = smallSite();
    const incident = { id: '10050', name: 'Problem', description: 'The cause of incidents.', hierarchyLevel: 0, icon: 'problem' };
    const site = openSite({ ...data, issueTypes: [...data.issueTypes, incident] });
    expect((await planOf(site)).lines.find(({ id }) => id === 'type.problem')).toMatchObject({
      state: 'choose',
      candidates: expect.arrayContaining([expect.objectContaining({ id: '10050' })]),
    });
    await applyPlan(site).catch(() => undefined);
    expect((await statesOf(site)).find((line) => line.startsWith('type.problem'))).toBe('type.problem choose');
    await setUp(site, { ...choices, adopt: { types: { problem: '10050' }, links: {}, own: [] } });
    expect(valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule).toMatchObject({ statementTypeIds: { problem: ['10050'] } });
  });

  test('takes a team-managed project’s own types where a person says so, and finds them by their marks from then on', async () => {
    const data = smallSite();
    const own = (['Insight', 'Problem', 'Opportunity'] as const).map((name, at) => ({
      ...{ id: String(10_070 + at), name, description: '', hierarchyLevel: 0, icon: 'problem', projectKey: 'HID' },
    }));
    const site = openSite({
      ...data,
      issueTypes: [...data.issueTypes, ...own, { id: '10080', name: 'Task', description: '', hierarchyLevel: 0, icon: 'task', projectKey: 'HID' }],
      projects: data.projects.map((project) => {
        const { issueTypeSchemeId, ...rest } = project;
        return project.key === 'HID' ? { ...rest, style: 'team-managed' as const } : { ...rest, ...(issueTypeSchemeId && { issueTypeSchemeId }) };
      }),
      issues: data.issues.map((issue) => (issue.key === 'HID-1' ? { ...issue, typeId: '10080' } : issue)),
    });
    const wish = { ...choices, statementProjects: [projectOf('10002'), projectOf('10003')] };
    const line = async (chosen: SetupChoices) => (await planOf(site, chosen)).lines.find(({ id }) => id === 'types.10003');
    await setUp(site, wish);
    expect(await line(wish)).toMatchObject({ state: 'choose', candidates: [{ id: '10003', name: expect.stringContaining('Insight, Problem, Opportunity') }] });
    const adopting = { ...wish, adopt: { types: {}, links: {}, own: [projectOf('10003')] } };
    await setUp(site, adopting);
    expect((await line(wish))?.state).toBe('exists');
    expect(valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule?.statementTypeIds).toMatchObject({ problem: [expect.any(String), '10071'] });
    // Renamed, and installed anew: the marks tell.
    await site.rest('PUT', '/rest/api/3/issuetype/10071', 'user-admin', { name: 'Kummer' });
    site.forge.kvs.erase();
    expect(await line(wish)).toMatchObject({ state: 'will-add', candidates: [] });
  });

  test('leaves out what a person does not want, and says so', async () => {
    const site = openSite();
    const wish = { ...choices, leftOut: ['gate.10001', 'pin.10002'] };
    await setUp(site, wish);
    expect((await statesOf(site, wish)).filter((line) => !line.endsWith(' exists'))).toEqual(['pin.10002 left-out', 'gate.10001 left-out']);
    expect(site.jira.isPanelPinned('10002', 'panel')).toBe(false);
  });

  test('loses nobody’s choices: who saves an older plan is refused, the same choices twice are one saving', async () => {
    const site = openSite();
    const { revision } = await planOf(site);
    const save = (own: SetupChoices) => site.call('saveSetup', { choices: own, revision }, 'user-admin');
    expect(await save(choices)).toMatchObject({ ok: true, value: { revision: revision + 1 } });
    expect(await save(choices)).toMatchObject({ ok: true, value: { revision: revision + 1 } });
    expect(await save({ ...choices, openProjects: [] })).toMatchObject({ ok: false, code: 'conflict' });
    const now = valueOf(await site.call('planSetup', { choices: null }, 'user-admin'));
    expect(now).toMatchObject({ choices: { openProjects: ['10002'] }, revision: revision + 1, saved: { by: 'user-admin' } });
  });

  test('goes on with all that was chosen where the page was closed before it was applied', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      issueTypes: [...data.issueTypes, { id: '10050', name: 'Pain point', description: '', hierarchyLevel: 0, icon: 'problem' }],
    });
    const chosen: SetupChoices = { ...choices, sharedScheme: 'shared', adopt: { types: { problem: '10050' }, links: {}, own: [] } };
    const { revision } = await planOf(site);
    valueOf(await site.call('saveSetup', { choices: chosen, revision }, 'user-admin'));
    const reopened = valueOf(await site.call('planSetup', { choices: null }, 'user-admin'));
    expect(reopened.choices).toMatchObject({ sharedScheme: 'shared', adopt: { types: { problem: '10050' } } });
    expect(reopened.lines.find(({ id }) => id === 'type.problem')).toMatchObject({ title: 'Work type Pain point', state: 'will-add' });
  });

  test.each(['planSetup', 'saveSetup', 'applySetupLine', 'finishSetup', 'gateDefaults', 'checkSetup', 'takeOutRules'])(
    '%s is refused to anybody but a Jira admin',
    async (name) => {
      const site = openSite();
      const reply = await site.callRaw(
        name,
        { choices, revision: 0, lineId: 'type.problem', workflow: 'Simple', isAdmin: true, accountId: 'user-admin' },
        'user-lead',
      );
      expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    },
  );
});
