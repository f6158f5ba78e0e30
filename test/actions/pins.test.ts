import { expect, test } from '@jest/globals';
import { laneOrder } from '../../src/domain/order/pins';
import { openOperationsSite } from './operations-site';
import { openSite, setUp, valueOf, writeProblem, type Site } from './site';
import { ids } from './small-site';

const project = { projectId: '10001' };

async function backlog(): Promise<Site> {
  const site = openSite();
  await setUp(site);
  const { id: statementId } = await writeProblem(site);
  valueOf(await site.call('linkProblem', { issueId: ids.epic, statementId }, 'user-pm'));
  await site.settle();
  return site;
}

const opened = async (site: Site, as = 'user-pm') => {
  const view = valueOf(await site.call('openRanking', project, as));
  return { ...view, now: 0, updatedAt: 0 };
};
const law = { issueId: ids.bareEpic, kind: 'legal', reason: 'The tax office asks for it', day: 1_780_000_000 } as const;

test('a pinned item stands in the lane with its reason, and not one number of the order changes', async () => {
  const site = await backlog();
  const before = await opened(site);
  expect(valueOf(await site.call('pinItem', law, 'user-lead'))).toMatchObject({ was: null });
  await site.settle();
  const { pins, ...rest } = await opened(site);
  expect(pins).toMatchObject([{ ...law, by: 'user-lead' }]);
  expect({ ...rest, pins: [] }).toEqual(before);
});

test('said again the new reason stands, and what was there before comes back with it for the undo', async () => {
  const site = await backlog();
  valueOf(await site.call('pinItem', law, 'user-lead'));
  const { was } = valueOf(await site.call('pinItem', { ...law, reason: 'A court said so', day: null }, 'user-pm'));
  expect(was).toMatchObject(law);
  const { was: last, pin } = valueOf(await site.call('unpinItem', { issueId: ids.bareEpic }, 'user-pm'));
  expect([last, pin]).toMatchObject([{ reason: 'A court said so', by: 'user-pm' }, null]);
  await site.settle();
  expect((await opened(site)).pins).toEqual([]);
});

test('whoever may not schedule issues pins nothing, and a finished item is in no lane', async () => {
  const site = await backlog();
  expect(await site.call('pinItem', law, 'user-viewer')).toMatchObject({ ok: false, code: 'forbidden' });
  valueOf(await site.call('pinItem', law, 'user-lead'));
  await site.rest('POST', `/rest/api/3/issue/${ids.bareEpic}/transitions`, 'user-engineer', { transition: { id: '21' } });
  await site.settle();
  expect((await opened(site)).pins).toEqual([]);
});

test('a pin on an item that somebody may not see changes not one byte of what that person gets', async () => {
  const { site, things } = await openOperationsSite();
  const before = JSON.stringify(await opened(site, 'user-lead'));
  valueOf(await site.call('pinItem', { ...law, issueId: things.epic['security-level'] }, 'user-keeper'));
  await site.settle();
  expect(JSON.stringify(await opened(site, 'user-lead'))).toBe(before);
});

test('the decision keeps why an item stood above the order, and the list when it was applied', async () => {
  const site = await backlog();
  expect((await opened(site)).appliedAt).toBeNull();
  valueOf(await site.call('pinItem', law, 'user-lead'));
  await site.settle();
  const order = { ...project, wanted: [ids.bareEpic, ids.epic], current: [ids.epic, ids.bareEpic], scope: null, withSprints: false, choices: [], theirs: [] };
  valueOf(await site.call('startApply', { ...order, requestId: 'request-apply-1', level: 'top', overrides: [] }, 'user-lead'));
  await site.call('unpinItem', { issueId: ids.bareEpic }, 'user-lead');
  const decision = valueOf(await site.call('openDecision', { ...project, decisionId: 'request-apply-1' }, 'user-pm'));
  expect(decision.order.map(({ id, pin }) => [id, pin?.reason ?? null])).toEqual([
    [ids.bareEpic, law.reason],
    [ids.epic, null],
  ]);
  expect((await opened(site)).appliedAt).toBe(decision.at);
});

test('what is due first stands first in the lane, then security before the law before a deadline', () => {
  const pin = (issueId: string, kind: 'security' | 'legal' | 'deadline', day: number | null) => ({ issueId, kind, day });
  const lane = [pin('1', 'deadline', null), pin('2', 'legal', null), pin('3', 'security', null), pin('4', 'deadline', 20), pin('5', 'deadline', 10)];
  expect(laneOrder(lane).map(({ issueId }) => issueId)).toEqual(['5', '4', '3', '2', '1']);
});
