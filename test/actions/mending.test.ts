import { describe, expect, test } from '@jest/globals';
import type { Output } from '../../src/contract';
import type { WorkView } from '../../src/contract/work';
import { patience } from '../runs';
import { openSite, setUp, valueOf, type Site } from './site';
import { idOf, migrated, typedIssue, typedSite, type TypeName } from './typed-site';

const issues: Readonly<Record<string, TypeName>> = {
  'LED-1': 'epic',
  'LED-2': 'epic',
  'LED-3': 'story',
  'LED-4': 'story',
  'LED-5': 'bug',
  'DISC-1': 'problem',
  'DISC-2': 'problem',
  'DISC-3': 'problem',
  'DISC-4': 'opportunity',
  'DISC-5': 'insight',
  'DISC-6': 'insight',
};

/** One of every kind of fault that links can have. */
const links = [
  { typeName: 'Solves', from: 'DISC-1', to: 'LED-1' },
  { typeName: 'Relates', from: 'LED-2', to: 'DISC-1' },
  { typeName: 'Solves', from: 'LED-3', to: 'DISC-4' },
  { typeName: 'Solves', from: 'LED-4', to: 'DISC-2' },
  { typeName: migrated, from: 'LED-4', to: 'DISC-2' },
  { typeName: 'Evidence for', from: 'DISC-5', to: 'DISC-3' },
  { typeName: 'Evidence against', from: 'DISC-5', to: 'DISC-3' },
  { typeName: 'Evidence for', from: 'LED-5', to: 'DISC-3' },
  { typeName: 'Evidence against', from: 'LED-5', to: 'DISC-3' },
  { typeName: 'Part of', from: 'DISC-2', to: 'DISC-3' },
  { typeName: 'Part of', from: 'DISC-3', to: 'DISC-2' },
  { typeName: 'Evidence for', from: 'DISC-6', to: 'DISC-1' },
];

const picks = [
  { faultId: `wrongDirection.solves.${idOf('DISC-1')}.${idOf('LED-1')}`, choice: 0 },
  { faultId: `wrongEnds.solves.${idOf('LED-3')}.${idOf('DISC-4')}`, choice: 0 },
  { faultId: `plainLink.related.${idOf('LED-2')}.${idOf('DISC-1')}`, choice: 0 },
  { faultId: `duplicate.solves.${idOf('LED-4')}.${idOf('DISC-2')}`, choice: 0 },
  { faultId: `cycle.partOf.${idOf('DISC-2')}`, choice: 1 },
  { faultId: `forAndAgainst.${idOf('DISC-5')}.${idOf('DISC-3')}`, choice: 0 },
  { faultId: `forAndAgainst.${idOf('LED-5')}.${idOf('DISC-3')}`, choice: 0 },
];

const mendedLinks = [
  'DISC-1 is backed by DISC-6',
  'DISC-1 is solved by LED-1',
  'DISC-1 is solved by LED-2',
  'DISC-2 is solved by LED-4',
  'DISC-2 is part of DISC-3',
  'DISC-3 is backed by DISC-5',
  'DISC-3 is backed by LED-5',
  'DISC-4 is realised by LED-3',
].sort();

const open = async (): Promise<Site> => {
  const site = openSite(
    typedSite(
      Object.entries(issues).map(([key, type]) => typedIssue(key, type)),
      links,
    ),
  );
  await setUp(site);
  // Links from before are tags, too, once somebody looks at their ticket.
  await site.rest('PUT', '/rest/api/3/issue/LED-5', 'user-pm', { fields: { summary: 'Export stops' } });
  await site.settle();
  await look(site);
  return site;
};

async function look(site: Site, as = 'user-pm'): Promise<Output<'openHealth'>> {
  valueOf(await site.call('openHealth', { projectId: '10001' }, as));
  await site.settle();
  return valueOf(await site.call('openHealth', { projectId: '10001' }, as));
}

const idsIn = ({ groups }: Output<'openHealth'>): readonly string[] => groups.flatMap(({ faults }) => faults.map(({ id }) => id));

interface LinkBean {
  readonly type: { readonly id: string; readonly name: string; readonly inward: string; readonly outward: string };
  readonly inwardIssue?: { readonly key: string };
  readonly outwardIssue?: { readonly key: string };
}

async function beans(site: Site): Promise<readonly (LinkBean & { readonly key: string })[]> {
  const all = Object.keys(issues).map(async (key) => {
    const { body } = await site.rest('GET', `/rest/api/3/issue/${key}?fields=issuelinks`, 'user-admin');
    return (body as { readonly fields: { readonly issuelinks: readonly LinkBean[] } }).fields.issuelinks.map((link) => ({ ...link, key }));
  });
  return (await Promise.all(all)).flat();
}

/** Every link as (type, from, to): what an undo must bring back, byte by byte. */
const linkSet = async (site: Site): Promise<string> =>
  [...new Set((await beans(site)).map(({ type, key, inwardIssue, outwardIssue }) => `${type.id} ${inwardIssue?.key ?? key} ${outwardIssue?.key ?? key}`))]
    .sort()
    .join('\n');

/** As one reads it from the statement. */
const readFromStatements = async (site: Site): Promise<readonly string[]> =>
  (await beans(site))
    .flatMap(({ type, key, inwardIssue }) => (key.startsWith('DISC') && inwardIssue ? [`${key} ${type.inward} ${inwardIssue.key}`] : []))
    .sort();

async function finished(site: Site, first: WorkView, way: 'driveWork' | 'undoWork', as: string): Promise<WorkView> {
  let work = first;
  for (let turn = 0; turn < 60 && !['done', 'undone'].includes(way === 'driveWork' ? work.phase : work.phase === 'done' ? 'doing' : work.phase); turn += 1) {
    // A call that died is asked again, as the page does.
    const reply = await site.call(way, { workId: work.id }, as).catch(() => undefined);
    if (reply?.ok !== true) {
      site.clock.advance(30_000);
      continue;
    }
    ({ work } = reply.value);
    if (reply.value.waitSeconds > 0) site.clock.advance(reply.value.waitSeconds * 1000);
  }
  return work;
}

const put = async (site: Site, chosen = picks, as = 'user-pm', requestId = 'request-mend'): Promise<WorkView> =>
  valueOf(await site.call('mendFaults', { requestId, projectId: '10001', picks: chosen }, as)).work;

const outcomesOf = async (site: Site, workId: string, as = 'user-pm') =>
  valueOf(await site.call('readWork', { workId }, as)).steps.map(({ outcome, undo }) => (undo ?? outcome)?.outcome);

describe('mending', () => {
  test('does to the links what the preview said, and one undo gives back exactly the links there were', async () => {
    const site = await open();
    const before = await linkSet(site);
    const known = idsIn(await look(site));
    const work = await finished(site, await put(site), 'driveWork', 'user-pm');
    expect(await outcomesOf(site, work.id)).toEqual(picks.map(() => 'done'));
    expect(await readFromStatements(site)).toEqual(mendedLinks.map((text) => text.replace('DISC-2 is part of DISC-3', 'DISC-3 has part DISC-2')).sort());
    await site.settle();
    expect(idsIn(await look(site)).filter((id) => picks.some(({ faultId }) => faultId === id))).toEqual([]);
    const back = await finished(site, work, 'undoWork', 'user-pm');
    expect(back.phase).toBe('undone');
    expect(await linkSet(site)).toBe(before);
    await site.settle();
    expect(idsIn(await look(site))).toEqual(known);
  });

  test('twice is once: asked again, driven again, and started anew by somebody else', async () => {
    const site = await open();
    const work = await finished(site, await put(site), 'driveWork', 'user-pm');
    const mended = await linkSet(site);
    expect((await put(site)).phase).toBe('done');
    valueOf(await site.call('driveWork', { workId: work.id }, 'user-pm'));
    const other = await finished(site, await put(site, picks, 'user-engineer', 'request-other'), 'driveWork', 'user-engineer');
    expect(new Set(await outcomesOf(site, other.id, 'user-engineer'))).toEqual(new Set(['was-done']));
    expect(await linkSet(site)).toBe(mended);
    await finished(site, other, 'undoWork', 'user-engineer');
    expect(await linkSet(site)).toBe(mended);
  });

  test('leaves alone what somebody did already, and an undo leaves it, too', async () => {
    const site = await open();
    const [first] = picks;
    if (!first) throw new Error('nothing picked');
    const work = await put(site, [first]);
    const { status } = await site.rest('POST', '/rest/api/3/issueLink', 'user-admin', {
      type: { name: 'Solves' },
      inwardIssue: { key: 'LED-1' },
      outwardIssue: { key: 'DISC-1' },
    });
    expect(status).toBe(201);
    const before = await linkSet(site);
    await finished(site, work, 'driveWork', 'user-pm');
    expect(await readFromStatements(site)).toContain('DISC-1 is solved by LED-1');
    expect(await linkSet(site)).not.toBe(before);
    await finished(site, work, 'undoWork', 'user-pm');
    expect(await linkSet(site)).toBe(before);
  });

  test('by somebody who may not link changes nothing and says so; nobody else drives it', async () => {
    const site = await open();
    const before = await linkSet(site);
    const work = await finished(site, await put(site, picks, 'user-viewer'), 'driveWork', 'user-viewer');
    expect(new Set(await outcomesOf(site, work.id, 'user-viewer'))).toEqual(new Set(['forbidden']));
    expect(await linkSet(site)).toBe(before);
    expect(await site.call('driveWork', { workId: work.id }, 'user-pm')).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('takes back what a ticket’s removed link said by itself, and the undo says it again', async () => {
    const site = await open();
    const stances = async () => {
      const view = valueOf(await site.call('openPanel', { issueId: idOf('LED-5') }, 'user-pm'));
      return view.role === 'ticket' ? view.ticket.tags.map(({ stance }) => stance).sort() : [];
    };
    expect(await stances()).toEqual(['against', 'for']);
    const pick = picks.filter(({ faultId }) => faultId.includes(idOf('LED-5')));
    const work = await finished(site, await put(site, pick), 'driveWork', 'user-pm');
    await site.settle();
    expect(await stances()).toEqual(['for']);
    await finished(site, work, 'undoWork', 'user-pm');
    await site.settle();
    expect(await stances()).toEqual(['against', 'for']);
  });

  test(
    'that dies at any call is gone on with, and both ways end where an undisturbed one ends',
    async () => {
      const site = await open();
      const before = await linkSet(site);
      const whole = await finished(site, await put(site), 'driveWork', 'user-pm');
      const mended = await linkSet(site);
      await finished(site, whole, 'undoWork', 'user-pm');
      for (const [at, crash] of [
        ...[2, 3, 5, 8, 12, 17, 23].map((nth) => ({ match: { target: 'jira', nth }, fault: nth % 2 === 0 ? 'kill' : 'kill:after' })),
        ...[3, 9, 20, 31].map((nth) => ({ match: { target: 'kvs', nth }, fault: 'kill:after' })),
      ].entries()) {
        await site.settle();
        await look(site);
        const work = await put(site, picks, 'user-pm', `request-crash-${String(at)}`);
        site.strike([crash]);
        const done = await finished(site, work, 'driveWork', 'user-pm');
        expect({ crash, links: await linkSet(site) }).toEqual({ crash, links: mended });
        site.strike([crash]);
        await finished(site, done, 'undoWork', 'user-pm');
        site.strike([]);
        expect({ crash, links: await linkSet(site) }).toEqual({ crash, links: before });
      }
    },
    patience(120_000),
  );

  test('never of what the app did not propose, nor in a person’s name what that person may not see', async () => {
    const site = await open();
    const before = await linkSet(site);
    expect(
      await site.call('mendFaults', { requestId: 'request-9', projectId: '10001', picks: [{ faultId: picks[0]?.faultId ?? '', choice: 9 }] }, 'user-pm'),
    ).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    const forged = [{ faultId: `wrongDirection.solves.${idOf('LED-4')}.${idOf('DISC-2')}`, choice: 0 }];
    const work = await finished(site, await put(site, forged, 'user-pm', 'request-forged'), 'driveWork', 'user-pm');
    expect(await outcomesOf(site, work.id)).toEqual(['was-done']);
    expect(await linkSet(site)).toBe(before);
  });
});
