import { expect, test } from '@jest/globals';
import { recordsPerImport, type StoredRecord } from '../../src/contract/data';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
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

/** A site on which people tagged, typed and linked. */
async function usedSite(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  const { id: statementId } = await writeProblem(site);
  const tag = { issueId: ids.bug, statementId, stance: 'for', severity: 'critical' } as const;
  valueOf(await site.call('tagEvidence', { ...tag, quote: 'We re-type the rest.', customer: { name: 'Acme' } }, 'user-pm'));
  valueOf(await site.call('tagEvidence', { ...tag, issueId: ids.otherBug, quote: null, customer: { name: 'Birch' } }, 'user-pm'));
  valueOf(await site.call('saveCustomers', { customers: [{ name: 'Acme', value: 50_000, segment: 'Enterprise' }] }, 'user-admin'));
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId, cover: 0.9 }, 'user-engineer'));
  valueOf(await site.call('notConvinced', { issueId: ids.epic, statementId, reason: 'Two customers only.' }, 'user-engineer'));
  valueOf(await site.call('pinItem', { issueId: ids.bareEpic, kind: 'legal', reason: 'A law asks for it', day: null }, 'user-lead'));
  await site.settle();
  return site;
}

const shown = async (site: Site) => {
  const view = valueOf(await site.call('openRanking', { projectId: '10001' }, 'user-lead'));
  const why = valueOf(await site.call('explainItem', { projectId: '10001', issueId: ids.epic }, 'user-lead'));
  return { ...view, now: 0, updatedAt: 0, why };
};

test('an export, put back after a new installation, gives back the very same records and the same order', async () => {
  const site = await usedSite();
  const [before, orderBefore] = [await exported(site), await shown(site)];
  expect(before.length).toBeGreaterThan(8);
  await reinstall(site);
  expect(await exported(site)).toEqual([]);
  await imported(site, before);
  expect(await exported(site)).toEqual(before);
  expect(await shown(site)).toEqual(orderBefore);
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
