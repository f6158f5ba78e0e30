import { describe, expect, test } from '@jest/globals';
import type { ProjectSettingsView } from '../../src/contract/project-settings';
import { applyPlan, choices, openSite, projectOf, setUp, valueOf, writeProblem, type Site } from './site';
import { smallSite } from './small-site';

const checksOf = async (site: Site) => valueOf(await site.call('checkSetup', {}, 'user-admin')).checks;
const brokenIn = async (site: Site) => (await checksOf(site)).filter(({ state }) => state === 'broken');

async function afterMending(site: Site, faults: Awaited<ReturnType<typeof brokenIn>>) {
  for (const { repair } of faults)
    if (repair && 'lineId' in repair) valueOf(await site.call('applySetupLine', { lineId: repair.lineId, choices }, 'user-admin'));
  return brokenIn(site);
}

describe('the health check', () => {
  test('finds nothing where everything was set up', async () => {
    const site = openSite();
    await setUp(site);
    expect(await brokenIn(site)).toEqual([]);
    expect((await checksOf(site)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['type.problem', 'link.solves', 'gate.10001', 'sight.10001', 'reading.10002', 'waiting']),
    );
  });

  test.each([
    { what: 'a link type that was deleted', id: 'link.opens', path: 'issueLinkType', name: 'Opens' },
    { what: 'an issue type that was deleted', id: 'type.opportunity', path: 'issuetype', name: 'Opportunity' },
  ])('finds $what, says what that means, and one click mends it', async ({ id, path, name }) => {
    const site = openSite();
    await setUp(site);
    const { body } = await site.rest('GET', `/rest/api/3/${path}`, 'user-admin');
    const all = (Array.isArray(body) ? body : (body as { readonly issueLinkTypes: unknown }).issueLinkTypes) as readonly {
      readonly id: string;
      readonly name: string;
    }[];
    const gone = all.find((own) => own.name === name)?.id ?? '';
    expect((await site.rest('DELETE', `/rest/api/3/${path}/${gone}`, 'user-admin')).status).toBe(204);
    const found = await brokenIn(site);
    expect(found.find((check) => check.id === id)).toMatchObject({ means: expect.stringMatching(/\w/), repair: { lineId: id } });
    // What is mended first may be news to what rests on it: a rule names the types it knows.
    for (const faults of [found, await afterMending(site, found)]) await afterMending(site, faults);
    expect(await brokenIn(site)).toEqual([]);
  });

  test('says of a gate whose rule was taken out what is missing, in no words that sound as if it stood there', async () => {
    const site = openSite();
    await setUp(site);
    for (const { name } of valueOf(await site.call('planUninstall', {}, 'user-admin')).workflows)
      valueOf(await site.call('takeOutRules', { workflow: name }, 'user-admin'));
    const gate = (await brokenIn(site)).find(({ id }) => id === 'gate.10001');
    expect(gate?.title).toMatch(/^Gate \(/);
    expect(gate?.found).toMatch(/^The rule does not stand as it should\. The repair: /);
  });

  test('finds that a security level keeps the app out', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      securitySchemes: [{ id: '10500', name: 'Secrets', levels: [{ id: '10501', name: 'Leads', accountIds: ['user-admin', 'user-lead'], seenByApp: false }] }],
      projects: data.projects.map((project) => (project.key === 'LED' ? { ...project, securitySchemeId: '10500' } : project)),
      issues: data.issues.map((issue) => (issue.key === 'LED-5' ? { ...issue, securityLevelId: '10501' } : issue)),
    });
    await setUp(site);
    expect(await brokenIn(site)).toEqual([expect.objectContaining({ id: 'sight.10001', found: expect.stringContaining('1 issues'), repair: null })]);
  });

  test('finds that nobody looks any more, and reads the project again', async () => {
    const site = openSite();
    await setUp(site);
    site.clock.advance(5 * 3_600_000);
    const found = await brokenIn(site);
    expect(found.map(({ id }) => id)).toEqual(['reading.10002', 'reading.10001']);
    for (const id of ['10001', '10002']) valueOf(await site.call('readAgain', { projectId: id }, 'user-admin'));
    await site.settle();
    expect(await brokenIn(site)).toEqual([]);
  });
});

describe('settings as a file', () => {
  const settings: ProjectSettingsView = {
    revision: 0,
    itemTypes: null,
    boardId: null,
    effort: null,
    sources: { sales: { trust: 0.9 } },
    stakeholders: ['Clerk'],
    jobs: [],
    segments: [],
    exempters: 'editors',
  };

  const others = [
    { id: projectOf('10002'), key: 'DISC' },
    { id: projectOf('10003'), key: 'HID' },
  ];

  test('go out and come back the same, by way of the plan', async () => {
    const site = openSite();
    await setUp(site);
    valueOf(await site.call('saveProjectSettings', { projectId: '10001', settings }, 'user-lead'));
    const file = valueOf(await site.call('exportSetup', {}, 'user-admin'));
    expect(JSON.stringify(file)).not.toContain('user-');

    const other = openSite();
    const read = valueOf(await other.call('readSetupFile', { file }, 'user-admin'));
    expect(read).toMatchObject({ choices: { backlogProjects: ['10001'] }, settings: [{ key: 'LED' }], missing: [] });
    await setUp(other, read.choices);
    for (let times = 0; times < 2; times += 1) valueOf(await other.call('importSettings', { file }, 'user-admin'));
    expect({ ...valueOf(await other.call('exportSetup', {}, 'user-admin')), settings: [] }).toEqual({ ...file, settings: [] });
    const opened = valueOf(await other.call('openProjectSettings', { projectId: '10001' }, 'user-lead'));
    expect(opened.settings).toMatchObject({ stakeholders: ['Clerk'], exempters: 'editors', sources: { sales: { trust: 0.9 } }, revision: 1 });
  });

  test('name a board, whose estimation is looked up where they are put in place; on another site its number means nothing', async () => {
    const withBoard = () => openSite({ ...smallSite(), boards: [{ id: 7, name: 'Ledgerly board', type: 'scrum', projectKey: 'LED', sprints: [] }] });
    const site = withBoard();
    await setUp(site);
    valueOf(await site.call('saveProjectSettings', { projectId: '10001', settings: { ...settings, boardId: 7 } }, 'user-lead'));
    const file = valueOf(await site.call('exportSetup', {}, 'user-admin'));
    const other = withBoard();
    await setUp(other);
    expect(valueOf(await other.call('importSettings', { file }, 'user-admin')).changed).toEqual(['10001']);
    await other.settle();
    expect(valueOf(await other.call('openRanking', { projectId: '10001' }, 'user-lead')).effortUnit).toBe('story points');

    const elsewhere = withBoard();
    await setUp(elsewhere);
    const gone = await elsewhere.call('importSettings', { file: { ...file, settings: [{ key: 'LED', settings: { ...settings, boardId: 9 } }] } }, 'user-admin');
    expect(gone).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining('for Ledgerly is gone, or you may not see it') });
    const effort = { fieldId: 'customfield_10016', unit: 'days' };
    const ofThisSite = { boardId: 7, itemTypes: ['10000'], effort };
    valueOf(
      await elsewhere.call('saveProjectSettings', { projectId: '10001', settings: { ...settings, exempters: 'project-admins', ...ofThisSite } }, 'user-lead'),
    );
    // Its projects have the same keys and numbers by chance.
    const moved = { ...file, cloudId: 'elsewhere' };
    valueOf(await elsewhere.call('importSettings', { file: moved }, 'user-admin'));
    const { settings: there } = valueOf(await elsewhere.call('openProjectSettings', { projectId: '10001' }, 'user-lead'));
    expect(there).toMatchObject({ ...ofThisSite, exempters: 'editors' });
    expect(valueOf(await elsewhere.call('readSetupFile', { file: moved }, 'user-admin')).settings).toEqual([]);
  });

  test('are worked out even where the app dies right after they were saved', async () => {
    const site = openSite();
    await setUp(site);
    const file = { ...valueOf(await site.call('exportSetup', {}, 'user-admin')), gates: [] };
    const said = { ...file, settings: [{ key: 'LED', settings: { ...settings, itemTypes: ['10000'] } }] };
    site.strike([{ match: { target: 'kvs', path: '/api/v1/transaction' }, fault: 'kill:after' }]);
    await site.callRaw('importSettings', { file: said }, 'user-admin').catch(() => undefined);
    site.strike([]);
    expect(valueOf(await site.call('importSettings', { file: said }, 'user-admin')).changed).toEqual([]);
    await site.settle();
    const { items } = valueOf(await site.call('openRanking', { projectId: '10001' }, 'user-lead'));
    expect(items.map(({ key }) => key).toSorted()).toEqual(['LED-1', 'LED-5']);
  });

  test('with more types in a gate than a site has are refused', async () => {
    const site = openSite();
    const file = { ...valueOf(await site.call('exportSetup', {}, 'user-admin')), projects: [{ id: projectOf('10001'), key: 'LED' }] };
    const gated = (typeIds: string[]) => ({
      ...file,
      gates: [{ key: 'LED', gate: { whenJiraIsDown: 'pass' as const, rows: [{ typeIds, mode: 'warn' as const }] } }],
    });
    for (const typeIds of [Array.from({ length: 201 }, (_, at) => String(at)), ['x'.repeat(19)]])
      expect(await site.call('importSettings', { file: gated(typeIds) }, 'user-admin')).toMatchObject({ ok: false, code: 'invalid' });
    const row = { typeIds: Array.from({ length: 200 }, (_, at) => `1${String(at).padStart(17, '0')}`), mode: 'warn' as const };
    const long = { ...file, gates: [{ key: 'LED', gate: { whenJiraIsDown: 'pass' as const, rows: Array.from({ length: 20 }, () => row) } }] };
    const all = {
      ...long,
      projects: [...long.projects, ...others],
      gates: ['LED', 'DISC', 'HID'].map((key) => ({ ...(long.gates[0] ?? { gate: { whenJiraIsDown: 'pass' as const, rows: [row] } }), key })),
    };
    expect(await site.call('importSettings', { file: all }, 'user-admin')).toMatchObject({ ok: false, code: 'too-large' });
  });

  test('of another site go by the keys of projects, and say which are unknown', async () => {
    const site = openSite();
    const file = {
      kind: 'groundwork-setup' as const,
      v: 1 as const,
      cloudId: 'elsewhere',
      projects: [
        { id: projectOf('77001'), key: 'LED' },
        { id: projectOf('77002'), key: 'NONE' },
      ],
      choices: {
        ...choices,
        statementProjects: [projectOf('77002')],
        backlogProjects: [projectOf('77001')],
        openProjects: [],
        adopt: { types: { problem: '9' }, links: {}, own: [] },
      },
      settings: [],
    };
    const read = valueOf(await site.call('readSetupFile', { file }, 'user-admin'));
    expect(read).toMatchObject({ choices: { statementProjects: [], backlogProjects: ['10001'], adopt: { types: {} } }, missing: ['NONE'] });
  });
});

describe('before the app goes', () => {
  const move = (site: Site) => site.rest('POST', '/rest/api/3/issue/LED-5/transitions', 'user-pm', { transition: { id: '11' } });

  test('its rules come out of every workflow, which is read back, and nothing freezes', async () => {
    const site = openSite();
    await setUp(site);
    const { workflows } = valueOf(await site.call('planUninstall', {}, 'user-admin'));
    expect(workflows).toEqual([{ name: 'Simple', steps: ['Start'] }]);
    expect(valueOf(await site.call('takeOutRules', { workflow: 'Simple' }, 'user-admin'))).toEqual({ left: 0 });
    expect(valueOf(await site.call('planUninstall', {}, 'user-admin'))).toEqual({ workflows: [] });
    await site.forge.uninstall();
    expect((await move(site)).status).toBe(204);
  });

  test('it takes them out itself where nobody did', async () => {
    const site = openSite();
    await setUp(site);
    await writeProblem(site);
    expect(await site.forge.uninstall()).toEqual(['on-uninstall ok']);
    expect((await move(site)).status).toBe(204);
  });

  test('a failure on the way is logged and stops nothing', async () => {
    const site = openSite();
    await applyPlan(site);
    site.strike([{ match: { target: 'jira', method: 'POST', path: '/rest/api/3/workflows' }, fault: 'status:503' }]);
    expect(await site.forge.uninstall()).toEqual(['on-uninstall ok']);
    expect(JSON.stringify(site.forge.runs.map(({ logs }) => logs))).toContain('a workflow keeps the rule');
    // That is what the page before is for.
    expect((await move(site)).status).toBe(400);
  });
});
