import { describe, expect, test } from '@jest/globals';
import { recordsPerImport, type StoredRecord } from '../../src/contract/data';
import type { GateMode } from '../../src/domain/gate';
import { entities } from '../../src/store/entities';
import { choices, openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

async function exported(site: Site): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  let after: string | null = null;
  do {
    const page: { readonly records: readonly StoredRecord[]; readonly next: string | null } = valueOf(await site.call('exportData', { after }, 'user-admin'));
    records.push(...page.records);
    after = page.next;
  } while (after !== null);
  return records.toSorted((a, b) => (`${a.entity} ${a.key}` < `${b.entity} ${b.key}` ? -1 : 1));
}

async function imported(site: Site, records: readonly StoredRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += recordsPerImport)
    valueOf(await site.call('importData', { records: [...records.slice(start, start + recordsPerImport)], isDryRun: false }, 'user-admin'));
  valueOf(await site.call('finishImport', {}, 'user-admin'));
  await site.settle();
}

async function reinstall(site: Site): Promise<void> {
  await site.forge.uninstall();
  site.jira.forgetApp();
  site.forge.install('user-admin');
  site.jira.learnApp();
  await site.settle();
}

const project = { projectId: '10001' };
const round = { ...project, roundId: 'request-round-1' };

/** A site on which people did everything of which the app keeps a record. */
async function usedSite(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  const { id: statementId } = await writeProblem(site);
  const tag = { issueId: ids.bug, statementId, stance: 'for', severity: 'critical' } as const;
  valueOf(await site.call('tagEvidence', { ...tag, quote: 'We re-type the rest.', customer: { name: 'Acme' } }, 'user-pm'));
  const other = valueOf(await site.call('tagEvidence', { ...tag, issueId: ids.otherBug, quote: null, customer: { name: 'Birch' } }, 'user-pm'));
  valueOf(await site.call('saveCustomers', { customers: [{ name: 'Acme', value: 50_000, segment: 'Enterprise' }] }, 'user-admin'));
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId, cover: 0.9 }, 'user-engineer'));
  valueOf(await site.call('notConvinced', { issueId: ids.epic, statementId, reason: 'Two customers only.' }, 'user-engineer'));
  valueOf(await site.call('removeEvidence', { evidenceId: other.evidenceId, statementId }, 'user-pm'));
  await site.settle();
  await decide(site);
  await site.settle();
  await passTheGate(site);
  await askTheTeam(site);
  await site.settle();
  return site;
}

async function decide(site: Site): Promise<void> {
  const { settings } = valueOf(await site.call('openProjectSettings', project, 'user-lead'));
  const own = { ...settings, sources: { sales: { trust: 0.9 } }, stakeholders: ['Clerk'], segments: ['Enterprise'], exempters: 'editors' as const };
  valueOf(await site.call('saveProjectSettings', { ...project, settings: own }, 'user-lead'));
  valueOf(await site.call('pinItem', { issueId: ids.bareEpic, kind: 'legal', reason: 'A law asks for it', day: null }, 'user-lead'));
  const nothing = { jql: '', typeId: null, status: null, epic: null, label: null, component: null, stakeholder: null, segment: null };
  const listing = { filter: { ...nothing, text: 'export' }, level: 'top' as const, columns: ['sources'], orderBy: null };
  valueOf(await site.call('saveView', { ...project, viewId: 'request-view-1', version: 0, name: 'Exports', isShared: true, listing }, 'user-lead'));
  valueOf(await site.call('chooseColumns', { ...project, columns: ['sources'] }, 'user-lead'));
  const order = { wanted: [ids.bareEpic, ids.epic], current: [ids.epic, ids.bareEpic], scope: null, withSprints: false, choices: [], theirs: [] };
  const { id } = valueOf(await site.call('startApply', { ...project, ...order, requestId: 'request-apply-1', level: 'top', overrides: [] }, 'user-lead'));
  valueOf(await site.call('driveWork', { workId: id }, 'user-lead'));
}

/** Somebody is stopped, is let through, and moves on. */
async function passTheGate(site: Site): Promise<void> {
  const { revision, types } = valueOf(await site.call('openGate', project, 'user-lead'));
  const modes = types.map(({ id, level }) => ({ typeId: id, mode: level >= 1 ? ('require' as const) : ('off' as const) }));
  valueOf(await site.call('saveGate', { ...project, revision, whenJiraIsDown: 'stop', modes }, 'user-lead'));
  const start = () => site.rest('POST', `/rest/api/3/issue/${ids.bareEpic}/transitions`, 'user-engineer', { transition: { id: '11' } });
  expect((await start()).status).toBe(400);
  valueOf(await site.call('exempt', { issueId: ids.bareEpic, reason: 'A court asks for it', days: 30 }, 'user-lead'));
  expect((await start()).status).toBe(204);
}

async function askTheTeam(site: Site): Promise<void> {
  const estimate = { kind: 'parts', reach: 7, impact: 3, effort: 2 } as const;
  valueOf(await site.call('askSecondOpinion', { ...project, requestId: round.roundId, items: [ids.epic, ids.bareEpic] }, 'user-lead'));
  for (const as of ['user-engineer', 'user-pm']) valueOf(await site.call('joinSecondOpinion', round, as));
  valueOf(await site.call('putEstimate', { ...round, issueId: ids.epic, estimate }, 'user-engineer'));
  valueOf(await site.call('finishEstimating', round, 'user-engineer'));
}

/** What people get to see of all that. */
const shown = async (site: Site) => {
  const lead = 'user-lead';
  const { coverage, ...gate } = valueOf(await site.call('openGate', project, lead));
  const seen = {
    ranking: valueOf(await site.call('openRanking', project, lead)),
    why: valueOf(await site.call('explainItem', { ...project, issueId: ids.epic }, lead)),
    settings: valueOf(await site.call('openProjectSettings', project, lead)),
    views: valueOf(await site.call('openViews', project, lead)),
    decision: valueOf(await site.call('openDecision', { ...project, decisionId: 'request-apply-1' }, lead)),
    opinion: valueOf(await site.call('openSecondOpinion', project, 'user-engineer')),
    gate: { ...gate, coverage: coverage.map(({ stated, of }) => [stated, of]) },
    panel: valueOf(await site.call('openPanel', { issueId: ids.bareEpic }, lead)),
  };
  // The clock went on.
  return JSON.parse(JSON.stringify(seen, (key, value: unknown) => (key === 'now' || key === 'updatedAt' ? undefined : value))) as unknown;
};

/** All entities but the notes of what the index does not know yet: what comes to the table must come into `usedSite`, too. */
const exportable = Object.keys(entities).filter((name) => name !== 'change');

const kindsIn = (records: readonly StoredRecord[], entity: string): readonly string[] =>
  [...new Set(records.filter((record) => record.entity === entity).map(({ value }) => String(value['kind']).replace(/\.10001$|\.request-.*$/, '')))].toSorted();

test('an export, put back after a new installation, gives back the very same records and, once setup ran, the same order, gate and pages', async () => {
  const site = await usedSite();
  const [before, shownBefore] = [await exported(site), await shown(site)];
  expect([...new Set(before.map(({ entity }) => entity))]).toEqual(exportable.toSorted());
  expect(kindsIn(before, 'claim')).toEqual(['columns', 'coverage', 'estimated', 'estimating', 'gate-exempt', 'gate-stop', 'gate-stopped', 'reporter']);
  expect(kindsIn(before, 'head')).toEqual(['opinion', 'settings', 'ticket']);
  await reinstall(site);
  expect(await exported(site)).toEqual([]);
  await imported(site, before);
  expect(await exported(site)).toEqual(before);

  // What stood in Jira for the old installation has to be put there again, and is planned.
  const { lines, choices } = valueOf(await site.call('planSetup', { choices: null }, 'user-admin'));
  expect(lines.filter(({ state }) => state !== 'exists').map(({ id, title, state }) => [id, title, state])).toEqual([
    ['screen.10000', 'Field “Evidence score” on a screen', 'will-add'],
    ['pin.10002', 'Groundwork panel on every issue', 'will-add'],
    ['pin.10001', 'Groundwork panel on every issue', 'will-add'],
    ['gate.10001', 'Gate, set to Require', 'will-add'],
  ]);
  await setUp(site, choices);
  expect(['10001', '10002'].map((id) => site.jira.isPanelPinned(id, 'panel'))).toEqual([true, true]);
  expect(await shown(site)).toEqual(shownBefore);
  expect(await exported(site)).toEqual(before.map((record) => expect.objectContaining({ entity: record.entity, key: record.key })));
});

test('modes of the gate come with a settings file, wait in the plan where a rule says otherwise, and are written by it', async () => {
  const site = await usedSite();
  const file = valueOf(await site.call('exportSetup', {}, 'user-admin'));
  expect(file.gates).toEqual([{ key: 'LED', gate: { whenJiraIsDown: 'stop', rows: [{ typeIds: null, mode: 'require' }] } }]);
  const other = openSite();
  await setUp(other);
  const read = valueOf(await other.call('readSetupFile', { file }, 'user-admin'));
  expect(read.settings).toMatchObject([{ key: 'LED' }]);
  for (let times = 0; times < 2; times += 1) valueOf(await other.call('importSettings', { file }, 'user-admin'));
  await other.settle();
  // The look in the background does not take what the rule says for what was decided.
  await other.forge.elapse(2 * 3_600_000);
  const { lines } = valueOf(await other.call('planSetup', { choices: null }, 'user-admin'));
  expect(lines.filter(({ state }) => state !== 'exists').map(({ title, detail }) => [title, detail])).toEqual([
    ['Gate, set to Require', expect.stringContaining('the modes that were read from the file')],
  ]);
  await setUp(other, read.choices);
  const { types, whenJiraIsDown } = valueOf(await other.call('openGate', project, 'user-lead'));
  expect([whenJiraIsDown, types.find(({ level }) => level >= 1)?.mode]).toEqual(['stop', 'require']);
  expect(valueOf(await other.call('exportSetup', {}, 'user-admin')).gates).toEqual(file.gates);
});

test('modes that came with a file wait for nothing where the rules say them already', async () => {
  const site = openSite();
  await setUp(site);
  const own = valueOf(await site.call('exportSetup', {}, 'user-admin'));
  const other = { ...own, gates: [{ key: 'LED', gate: { whenJiraIsDown: 'stop' as const, rows: [{ typeIds: null, mode: 'require' as const }] } }] };
  const isWaiting = async () => JSON.stringify((await exported(site)).filter(({ key }) => key === 'settings')).includes('isToDo');
  for (const file of [other, own]) {
    valueOf(await site.call('importSettings', { file }, 'user-admin'));
    await site.forge.elapse(3_600_000);
    expect(await isWaiting()).toBe(file === other);
  }
});

describe('modes of a file that are being applied', () => {
  const fileOf = async (site: Site, mode: GateMode) => ({
    ...valueOf(await site.call('exportSetup', {}, 'user-admin')),
    gates: [{ key: 'LED', gate: { whenJiraIsDown: 'stop' as const, rows: [{ typeIds: null, mode }] } }],
  });
  const putInPlace = async (site: Site, mode: GateMode) => valueOf(await site.call('importSettings', { file: await fileOf(site, mode) }, 'user-admin'));
  const modeOn = async (site: Site) => valueOf(await site.call('openGate', project, 'user-lead')).types.find(({ level }) => level >= 1)?.mode;

  /** Lets somebody act right after the app has called Jira there for the first time. */
  function afterFirst(site: Site, path: string, act: () => Promise<unknown>): void {
    const handle = site.jira.handle.bind(site.jira);
    let isDone = false;
    const watched: typeof handle = async (call) => {
      const answer = await handle(call);
      if (isDone || call.method !== 'POST' || call.path !== path) return answer;
      isDone = true;
      await act();
      return answer;
    };
    Object.assign(site.jira, { handle: watched });
  }

  async function waiting(): Promise<Site> {
    const site = openSite();
    await setUp(site);
    await putInPlace(site, 'require');
    return site;
  }
  const apply = (site: Site) => site.call('applySetupLine', { lineId: 'gate.10001', choices }, 'user-admin');

  test('do not overrule what the project’s admin saves meanwhile', async () => {
    const site = await waiting();
    afterFirst(site, '/rest/api/3/workflows', async () => {
      const { revision, types } = valueOf(await site.call('openGate', project, 'user-lead'));
      const modes = types.map(({ id }) => ({ typeId: id, mode: 'off' as const }));
      valueOf(await site.call('saveGate', { ...project, revision, whenJiraIsDown: 'pass', modes }, 'user-lead'));
    });
    await apply(site);
    expect(await modeOn(site)).toBe('off');
  });

  test('leave what came with a later file to be applied', async () => {
    const site = await waiting();
    afterFirst(site, '/rest/api/3/workflows/update', () => putInPlace(site, 'off'));
    expect(valueOf(await apply(site)).line).toMatchObject({ title: 'Gate, set to Off', state: 'will-add' });
    expect(valueOf(await apply(site)).line.state).toBe('exists');
    expect(await modeOn(site)).toBe('off');
  });
});

test('importing twice is importing once', async () => {
  const site = await usedSite();
  const records = await exported(site);
  await imported(site, records);
  await imported(site, records);
  expect(await exported(site)).toEqual(records);
});

test('a dry run says what would be new and what replaced, and writes nothing', async () => {
  const site = await usedSite();
  const records = await exported(site);
  const [first] = records;
  if (!first) throw new Error('nothing was exported');
  const added = { ...first, key: 'quite-another' };
  expect(valueOf(await site.call('importData', { records: [first, added], isDryRun: true }, 'user-admin'))).toEqual({ replaced: 1, added: 1 });
  expect(await exported(site)).toEqual(records);
});

test.each([
  {
    name: 'an unknown kind of record',
    record: { entity: 'gossip', key: 'a', value: { record: { v: 1 } } },
    says: 'records.1: there is no kind of record "gossip"',
  },
  {
    name: 'a record without a version',
    record: { entity: 'feedback', key: 'a', value: { source: 'nps', record: {} } },
    says: 'records.1: its record has no version',
  },
  {
    name: 'an attribute that is not there',
    record: { entity: 'feedback', key: 'a', value: { mood: 1, record: { v: 1 } } },
    says: 'records.1: feedback has no "mood"',
  },
  {
    name: 'an attribute of another type',
    record: { entity: 'feedback', key: 'a', value: { at: 'noon', record: { v: 1 } } },
    says: 'records.1: "at" is no integer',
  },
  {
    name: 'a note of a run',
    record: { entity: 'change', key: 'a', value: { lane: 'all', record: { v: 1 } } },
    says: 'records.1: this is nothing that an export holds',
  },
])('$name is named, and nothing of the import is written', async ({ record, says }) => {
  const site = openSite();
  const good = { entity: 'feedback', key: 'good', value: { source: 'nps', at: 1, record: { v: 1 } } };
  const reply = await site.call('importData', { records: [good, record], isDryRun: false }, 'user-admin');
  expect(reply).toMatchObject({ ok: false, code: 'invalid', detail: says });
  expect(await exported(site)).toEqual([]);
});

test('only a Jira admin takes data out or puts it in', async () => {
  const site = await usedSite();
  for (const person of ['user-lead', 'user-pm', 'user-outsider']) {
    expect(await site.call('exportData', { after: null }, person)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await site.call('importData', { records: [], isDryRun: false }, person)).toMatchObject({ ok: false, code: 'forbidden' });
  }
});
