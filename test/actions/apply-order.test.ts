import { describe, expect, test } from '@jest/globals';
import type { Output } from '../../src/contract';
import { openSite, setUp, valueOf, type Site } from './site';
import { smallSite } from './small-site';

const all = Array.from({ length: 120 }, (_, at) => String(21_000 + at));
const keyOf = (id: string): string => `LED-${String(Number(id) - 21_000 + 100)}`;

/** A project of 120 items, in Jira's own order. */
async function backlog(own: { readonly sprint?: readonly string[]; readonly blocked?: readonly [blocker: string, item: string] } = {}): Promise<Site> {
  const data = smallSite();
  const [model] = data.issues;
  if (!model) throw new Error('the small site has no issue');
  const site = openSite({
    ...data,
    boards: [{ id: 1, name: 'Board', type: 'scrum', projectKey: 'LED', sprints: [{ id: 7, name: 'Now', state: 'active' }] }],
    issues: all.map((id) => ({ ...model, id, key: keyOf(id), summary: `Work ${id}`, ...(own.sprint?.includes(id) && { sprintIds: [7] }) })),
    links: own.blocked ? [{ typeName: 'Blocks', from: keyOf(own.blocked[0]), to: keyOf(own.blocked[1]) }] : [],
  });
  await setUp(site);
  return site;
}

/** Jira's order as it strictly is. */
function orderOn(site: Site): readonly string[] {
  const { issues } = site.jira.snapshot() as { readonly issues: readonly { readonly id: number | string; readonly rank: string }[] };
  const known = new Set(all);
  return issues
    .filter(({ id }) => known.has(String(id)))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ id }) => String(id));
}

const plan = (wanted: readonly string[], current: readonly string[] = all) => ({
  ...{ projectId: '10001', wanted: [...wanted], current: [...current], scope: null, withSprints: false, choices: [], theirs: [] },
});
const start = (site: Site, wanted: readonly string[], requestId = 'request-apply-1') =>
  site.call('startApply', { ...plan(wanted), requestId, level: 'top', overrides: [] }, 'user-lead');

async function driven(site: Site, name: 'driveWork' | 'undoWork' = 'driveWork', workId = 'request-apply-1'): Promise<Output<'readWork'>> {
  const isOver = (phase: string) => (name === 'driveWork' ? phase !== 'doing' : phase === 'undone');
  for (let tries = 0; tries < 60; tries += 1) {
    // A page whose call was killed asks again, and so does one that is opened anew.
    const reply = await site.call(name, { workId }, 'user-lead').catch(() => undefined);
    if (reply?.ok && isOver(reply.value.work.phase)) break;
    site.clock.advance(Math.max(1, reply?.ok ? reply.value.waitSeconds : 30) * 1000);
  }
  return valueOf(await site.call('readWork', { workId }, 'user-lead'));
}

const wanted = [...all.slice(70, 120), ...all.slice(3, 9).toReversed()];
const applied = [...wanted, ...all.filter((id) => !wanted.includes(id))];

describe('applying an order', () => {
  test('ends in the order that was previewed, in few calls, and its undo in the very order from before', async () => {
    const site = await backlog();
    const preview = valueOf(await site.call('previewOrder', plan(wanted), 'user-lead'));
    expect(preview.calls).toBeLessThanOrEqual(3);
    valueOf(await start(site, wanted));
    const { steps, work } = await driven(site);
    expect(steps.map(({ outcome }) => outcome?.outcome)).toEqual(steps.map(() => 'done'));
    expect(work).toMatchObject({ phase: 'done', of: preview.calls });
    expect(orderOn(site)).toEqual(applied);
    await driven(site, 'undoWork');
    expect(orderOn(site)).toEqual(all);
  });

  test.each(['kill', 'kill:after', 'lost-response', 'status:503'])('survives %s at every call', async (fault) => {
    for (let nth = 1; nth <= 4; nth += 1) {
      const site = await backlog();
      valueOf(await start(site, wanted));
      site.strike([{ match: { target: 'jira', method: 'PUT', nth }, fault }]);
      await driven(site);
      expect(orderOn(site)).toEqual(applied);
    }
  });

  test('leaves alone what somebody else ranked meanwhile, and says so', async () => {
    const site = await backlog();
    const sparse = [all[100] ?? '', all[110] ?? ''];
    const preview = valueOf(await site.call('previewOrder', plan(sparse), 'user-lead'));
    expect(preview.moves.map(({ id }) => id)).toEqual(sparse);
    expect(await site.rest('PUT', '/rest/agile/1.0/issue/rank', 'user-pm', { issues: [all[110]], rankBeforeIssue: all[100] })).toMatchObject({ status: 204 });
    const anew = valueOf(await site.call('previewOrder', plan(sparse), 'user-lead'));
    expect(anew).toMatchObject({ moves: [], moved: sparse.map((id) => ({ id, key: keyOf(id) })) });
    expect(await start(site, sparse)).toMatchObject({ ok: false, code: 'conflict' });
    const theirs = [all[110] ?? ''];
    const kept = valueOf(await site.call('previewOrder', { ...plan(sparse), theirs }, 'user-lead'));
    expect(kept).toMatchObject({ moved: [], moves: [{ id: all[100], to: 1 }], left: [{ id: all[110], why: 'theirs' }] });
  });

  test('notices a rank by somebody else between two slices', async () => {
    const site = await backlog();
    const sparse = [all[100] ?? '', all[110] ?? ''];
    valueOf(await start(site, sparse));
    expect(await site.rest('PUT', '/rest/agile/1.0/issue/rank', 'user-pm', { issues: [all[110]], rankBeforeIssue: all[100] })).toMatchObject({ status: 204 });
    const theirs = orderOn(site);
    const { steps } = await driven(site);
    // The other one of the same call goes where it was previewed.
    expect(steps.map(({ outcome }) => outcome)).toMatchObject([{ outcome: 'partly', left: [{ id: all[110], why: 'theirs' }] }]);
    expect(orderOn(site)).toEqual([all[100], ...theirs.filter((id) => id !== all[100])]);
  });

  test('leaves items of an active sprint where they are, unless asked', async () => {
    const [first = '', second = ''] = all.slice(50, 52);
    const site = await backlog({ sprint: [first] });
    const preview = valueOf(await site.call('previewOrder', plan([first, second]), 'user-lead'));
    expect(preview.left).toEqual([{ id: first, why: 'in-sprint' }]);
    const asked = valueOf(await site.call('previewOrder', { ...plan([first, second]), withSprints: true }, 'user-lead'));
    expect(asked.left).toEqual([]);
  });

  test('never crosses what blocks without saying it, and keeps it where asked', async () => {
    const [item = '', blocker = ''] = [all[80], all[90]];
    const site = await backlog({ blocked: [blocker, item] });
    const crossing = valueOf(await site.call('previewOrder', plan([item, blocker]), 'user-lead'));
    expect(crossing.links).toMatchObject([{ item, itemKey: keyOf(item), blockerKey: keyOf(blocker), choice: 'before', isCrossed: false, isOutside: false }]);
    expect(crossing.after).toEqual([blocker, item]);
    const order = { ...plan([item, blocker]), choices: [{ item, blocker, choice: 'cross' as const }] };
    const crossed = valueOf(await site.call('previewOrder', order, 'user-lead'));
    expect(crossed).toMatchObject({ links: [{ choice: 'cross', isCrossed: true }], after: [item, blocker] });
    const ask = { ...order, requestId: 'request-apply-1', level: 'top' as const };
    const silent = await site.call('startApply', { ...ask, overrides: [] }, 'user-lead');
    expect(silent).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringContaining(keyOf(blocker)) });
    const overrides = [{ issueId: item, blocker, reason: 'They are built together' }];
    valueOf(await site.call('startApply', { ...ask, overrides }, 'user-lead'));
    const decision = valueOf(await site.call('openDecision', { projectId: '10001', decisionId: 'request-apply-1' }, 'user-lead'));
    expect(decision.order[0]).toMatchObject({ id: item, reason: null, crossed: [{ blocker: keyOf(blocker), reason: 'They are built together' }] });
  });

  test('lists what Jira left where it was', async () => {
    const site = await backlog();
    valueOf(await start(site, wanted));
    site.strike([{ match: { target: 'jira', method: 'PUT' }, fault: 'status:403' }]);
    const { steps } = await driven(site);
    expect(steps.flatMap(({ outcome }) => outcome?.left ?? [])).toHaveLength(wanted.length);
    expect(orderOn(site)).toEqual(all);
  });

  test('tries again what Jira refused, as the same work and the same decision, and one undo takes back all of it', async () => {
    const site = await backlog();
    valueOf(await start(site, wanted));
    site.strike([{ match: { target: 'jira', method: 'PUT', nth: 2 }, fault: 'status:403' }]);
    await driven(site);
    expect(orderOn(site)).not.toEqual(applied);
    site.strike([]);
    const { work } = valueOf(await site.call('retryWork', { workId: 'request-apply-1' }, 'user-lead'));
    expect(work.phase).toBe('doing');
    const { steps } = await driven(site);
    expect(steps.map(({ outcome }) => outcome?.outcome)).toEqual(steps.map(() => 'done'));
    expect(orderOn(site)).toEqual(applied);
    await driven(site, 'undoWork');
    expect(orderOn(site)).toEqual(all);
  });

  test('moves only what is in its scope, and the undo puts it back among all others', async () => {
    const site = await backlog();
    const scope = all.filter((_, at) => at % 10 === 5);
    const own = [...scope].reverse();
    const order = { ...plan(own), scope };
    valueOf(await site.call('startApply', { ...order, requestId: 'request-apply-1', level: 'top', overrides: [] }, 'user-lead'));
    await driven(site);
    expect(orderOn(site).filter((id) => scope.includes(id))).toEqual(own);
    expect(orderOn(site).filter((id) => !scope.includes(id))).toEqual(all.filter((id) => !scope.includes(id)));
    await driven(site, 'undoWork');
    expect(orderOn(site)).toEqual(all);
    expect(await site.call('previewOrder', { ...plan([all[0] ?? '']), scope }, 'user-lead')).toMatchObject({ ok: false, code: 'invalid' });
  });

  test('leaves where it is what would overtake a blocker outside its scope, unless somebody says why', async () => {
    const [item = '', blocker = ''] = [all[80], all[70]];
    const site = await backlog({ blocked: [blocker, item] });
    const order = { ...plan([item]), scope: [all[10] ?? '', item] };
    const kept = valueOf(await site.call('previewOrder', order, 'user-lead'));
    expect(kept).toMatchObject({ moves: [], left: [{ id: item, why: 'waits' }], links: [{ item, blocker, isOutside: true, isCrossed: false }] });
    const choices = [{ item, blocker, choice: 'cross' as const }];
    expect(valueOf(await site.call('previewOrder', { ...order, choices }, 'user-lead'))).toMatchObject({ moves: [{ id: item }], links: [{ isCrossed: true }] });
  });

  test('is one plan and one decision, however often it is asked for', async () => {
    const site = await backlog();
    for (let n = 0; n < 3; n += 1) valueOf(await start(site, wanted));
    const { decisions } = valueOf(await site.call('listDecisions', { projectId: '10001' }, 'user-pm'));
    expect(decisions).toMatchObject([{ id: 'request-apply-1', by: 'user-lead', places: wanted.length }]);
  });

  test('refuses an order that names what is not there', async () => {
    const site = await backlog();
    expect(await site.call('previewOrder', plan(['99999']), 'user-lead')).toMatchObject({ ok: false, code: 'invalid' });
    expect(await site.call('previewOrder', plan(wanted), 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
  });
});
