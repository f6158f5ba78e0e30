import { describe, expect, test } from '@jest/globals';
import type { GateMode } from '../../src/domain/gate';
import { choices, openSite, projectOf, setUp, valueOf, writeProblem, type Site } from './site';
import { ids, smallSite } from './small-site';

const days = 86_400_000;
const [epics, stories, initiatives] = ['10000', '10001', '10004'] as const;
const [start, finish] = ['11', '21'] as const;

const opened = async (site: Site, projectId = '10001') => valueOf(await site.call('openGate', { projectId }, 'user-lead'));
const move = async (site: Site, key: string, step: string = start): Promise<number> =>
  (await site.rest('POST', `/rest/api/3/issue/${key}/transitions`, 'user-engineer', { transition: { id: step } })).status;
const gateOn = async (site: Site, issueId: string) => {
  const view = valueOf(await site.call('openPanel', { issueId }, 'user-engineer'));
  return view.role === 'item' ? view.gate : null;
};
const save = (site: Site, revision: string, modes: Readonly<Record<string, GateMode>>, projectId = '10001') =>
  site.call('saveGate', { projectId, revision, whenJiraIsDown: 'pass', modes: Object.entries(modes).map(([typeId, mode]) => ({ typeId, mode })) }, 'user-lead');
async function decide(site: Site, modes: Readonly<Record<string, GateMode>>): Promise<void> {
  valueOf(await save(site, (await opened(site)).revision, modes));
}
/** All that an export holds, as text. */
async function exported(site: Site, after: string | null = null): Promise<string> {
  const { records, next } = valueOf(await site.call('exportData', { after }, 'user-admin'));
  return JSON.stringify(records) + (next === null ? '' : await exported(site, next));
}
async function inForce(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  return site;
}

const everyProject = JSON.stringify({
  ...{ v: 2, whenJiraIsDown: 'pass', statementTypeIds: { insight: ['10010'], problem: ['10011'], opportunity: ['10012'] }, solvesLinkTypeId: '10020' },
  modes: [{ projectId: null, typeIds: null, mode: 'warn' }],
});

/** A second workflow, with a rule that somebody added by hand for every project that uses it. */
function siteWithRuleElsewhere(usersOf: (projectId: string) => Partial<ReturnType<typeof smallSite>['projects'][number]>) {
  const data = smallSite();
  const [simple] = data.workflows;
  const transitions = (simple?.transitions ?? []).map((step) =>
    step.id === start ? { ...step, validators: [{ moduleKey: 'gate', configuration: everyProject }] } : step,
  );
  return openSite({
    ...data,
    workflows: [...data.workflows, { id: '2', name: 'Elsewhere', initialStatusId: '1', transitions }],
    projects: data.projects.map((project) => ({ ...project, ...usersOf(project.id) })),
  });
}

describe('a rule that speaks of every project', () => {
  const withoutOwnRule = { ...choices, leftOut: ['gate.10001'] };

  test('speaks of none that does not go through its workflow: there is no gate to save there, and nothing is written', async () => {
    const site = siteWithRuleElsewhere((id) => (id === '10003' ? { workflowId: '2' } : {}));
    await setUp(site, withoutOwnRule);
    const gate = await opened(site);
    expect(gate).toMatchObject({ state: 'none', types: [], workflows: [] });
    expect(await save(site, gate.revision, { [epics]: 'require' })).toMatchObject({ ok: false, code: 'not-found' });
    const { body } = await site.rest('POST', '/rest/api/3/workflows', 'user-admin', { workflowNames: ['Elsewhere'] });
    expect(JSON.stringify(body)).not.toContain('LED');
    expect((await opened(site, '10003')).state).toBe('here');
  });

  test('speaks of those types alone that go through its workflow', async () => {
    const site = siteWithRuleElsewhere((id) => (id === '10001' ? { workflowOf: { [epics]: '2' } } : {}));
    await setUp(site, withoutOwnRule);
    const gate = await opened(site);
    expect(gate.types.map(({ id }) => id)).toEqual([epics]);
    expect(gate.unruled).toContain('Story');
    expect(await save(site, gate.revision, { [stories]: 'require' })).toMatchObject({ ok: false, code: 'invalid' });
    valueOf(await save(site, gate.revision, { [epics]: 'require' }));
    expect([await move(site, 'LED-5'), await move(site, 'LED-2')]).toEqual([400, 204]);
  });
});

/** Initiatives go a way of their own. */
function siteWithTwoWays() {
  const data = smallSite();
  const [simple] = data.workflows;
  return openSite({
    ...data,
    issueTypes: [...data.issueTypes, { id: initiatives, name: 'Initiative', hierarchyLevel: 2, icon: 'epic', description: '' }],
    issueTypeSchemes: data.issueTypeSchemes.map((scheme) => ({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, initiatives] })),
    workflows: [...data.workflows, { id: '2', name: 'Elsewhere', initialStatusId: '1', transitions: simple?.transitions ?? [] }],
    projects: data.projects.map((project) => (project.id === '10001' ? { ...project, workflowOf: { [initiatives]: '2' } } : project)),
  });
}

describe('a rule that was taken out of one workflow of two', () => {
  test('is put back as it was, whatever was looked at and decided for the other meanwhile', async () => {
    const site = siteWithTwoWays();
    await setUp(site);
    await decide(site, { [epics]: 'require', [initiatives]: 'warn' });
    valueOf(await site.call('takeOutRules', { workflow: 'Elsewhere' }, 'user-admin'));
    await site.forge.elapse(3_600_000);
    const kept = valueOf(await site.call('exportSetup', {}, 'user-admin')).gates[0]?.gate.rows;
    expect(kept).toEqual(expect.arrayContaining([expect.objectContaining({ typeIds: [initiatives], mode: 'warn' })]));
    await decide(site, { [epics]: 'off' });
    await setUp(site);
    const modes = new Map((await opened(site)).types.map(({ id, mode }) => [id, mode]));
    expect([modes.get(epics), modes.get(initiatives)]).toEqual(['off', 'warn']);
  });
});

describe('the panel', () => {
  test('knows the mode once setup is done, before anybody was stopped', async () => {
    const site = await inForce();
    expect(await gateOn(site, ids.bareEpic)).toMatchObject({ mode: 'warn', stopped: null });
  });

  test('says of each type what holds for it, whoever was stopped last', async () => {
    const site = await inForce();
    await decide(site, { [epics]: 'warn', [stories]: 'require' });
    expect(await move(site, 'LED-2')).toBe(400);
    expect(await gateOn(site, ids.bareEpic)).toMatchObject({ mode: 'warn' });
    expect(await gateOn(site, '20002')).toMatchObject({ mode: 'require' });
    expect(await gateOn(site, '20003')).toBeNull();
  });

  test('learns within an hour of a rule that was taken out in Jira', async () => {
    const site = await inForce();
    valueOf(await site.call('takeOutRules', { workflow: 'Simple' }, 'user-admin'));
    await site.forge.elapse(3_600_000);
    expect(await gateOn(site, ids.bareEpic)).toBeNull();
  });

  test('meets whoever comes back from a move that was stopped, for an hour', async () => {
    const site = await inForce();
    await decide(site, { [epics]: 'require' });
    expect(await gateOn(site, ids.bareEpic)).toMatchObject({ stopped: null });
    await move(site, 'LED-5');
    expect(await gateOn(site, ids.bareEpic)).toMatchObject({ stopped: { toStatusId: '3' } });
    expect(await gateOn(site, ids.epic)).toMatchObject({ stopped: null });
    site.clock.advance(2 * 3_600_000);
    expect(await gateOn(site, ids.bareEpic)).toMatchObject({ stopped: null });
  });
});

describe('what got past the gate', () => {
  const past = async (site: Site) => {
    await site.settle();
    return (await opened(site)).past.map(({ key, how, reason, owner }) => [key, how, reason, owner]);
  };

  test('in a team-managed project is every epic in work without a problem', async () => {
    const data = smallSite();
    const site = openSite({ ...data, projects: data.projects.map((project) => (project.id === '10001' ? { ...project, style: 'team-managed' } : project)) });
    await setUp(site);
    await move(site, 'LED-5');
    expect(await past(site)).toEqual([['LED-5', 'unseen', null, null]]);
    expect(await opened(site)).toMatchObject({ state: 'by-hand', isAudited: true });
  });

  test('in a project that nobody reads is not nothing: it is not known', async () => {
    const site = await inForce();
    expect([(await opened(site)).isAudited, (await opened(site, '10003')).isAudited]).toEqual([true, false]);
  });

  test('with a warning is still known as such a year later', async () => {
    const site = await inForce();
    await move(site, 'LED-5');
    site.clock.advance(365 * days);
    expect(await past(site)).toEqual([['LED-5', 'warned', null, null]]);
  });

  test('by an exemption keeps its reason when that ended, and when others followed', async () => {
    const site = await inForce();
    await decide(site, { [epics]: 'require' });
    const exempt = async (issueId: string, reason: string) => valueOf(await site.call('exempt', { issueId, reason, days: 7 }, 'user-lead'));
    await exempt(ids.bareEpic, 'A contract');
    expect(await move(site, 'LED-5')).toBe(204);
    site.clock.advance(1_000);
    await exempt(ids.bareEpic, 'A law');
    valueOf(await site.call('endExemption', { issueId: ids.bareEpic }, 'user-lead'));
    expect(await past(site)).toEqual([['LED-5', 'exempt', 'A law', 'user-lead']]);
    const kept = await exported(site);
    for (const words of ['A contract', 'A law', 'exemption-ended']) expect(kept).toContain(words);
  });

  test('and was finished at once is listed, unless it solved a problem that is closed by now', async () => {
    const site = await inForce();
    const problem = await writeProblem(site);
    valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId: problem.id }, 'user-pm'));
    for (const key of ['LED-1', 'LED-5', problem.key]) expect(await move(site, key, finish)).toBe(204);
    expect(await past(site)).toEqual([['LED-5', 'unseen', null, null]]);
    site.clock.advance(31 * days);
    expect(await past(site)).toEqual([]);
  });

  test('unchecked, because not even the issue could be read, shows in its own project alone', async () => {
    const site = openSite();
    await setUp(site, { ...choices, backlogProjects: [projectOf('10001'), projectOf('10003')] });
    site.strike([{ match: { target: 'jira' }, fault: 'status:503' }]);
    await move(site, 'LED-5');
    site.strike([]);
    expect(await past(site)).toEqual([['LED-5', 'unchecked', null, null]]);
    expect([(await opened(site)).counted.unchecked, (await opened(site, '10003')).counted.unchecked]).toEqual([1, 0]);
  });

  test('or was stopped tells day by day what was missing', async () => {
    const site = await inForce();
    await move(site, 'LED-5');
    site.clock.advance(2 * days);
    await decide(site, { [epics]: 'require' });
    await move(site, 'LED-1');
    const { stops, daily } = await opened(site);
    expect(stops.map(({ key, isStopped, missing }) => [key, isStopped, missing])).toEqual([
      ['LED-1', true, 'open-problem'],
      ['LED-5', false, 'open-problem'],
    ]);
    expect(daily.slice(-3)).toEqual([
      { looked: 1, unstated: 1 },
      { looked: 0, unstated: 0 },
      { looked: 1, unstated: 1 },
    ]);
  });
});
