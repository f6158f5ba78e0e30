import { describe, expect, test } from '@jest/globals';
import { app, appFacts, openJira, person } from './stand-in';

const facts = { ...appFacts(), scopes: [...appFacts().scopes, 'read:jira-user'] };
const open = (own: Parameters<typeof openJira>[0] = {}) => openJira({ app: facts, ...own });

const asPm = person('user-pm', 'app');
const read = 'GET /rest/api/3/issue/LED-1';
const property = 'PUT /rest/api/3/issue/LED-1/properties/one';
const bulk = (...issueIdsOrKeys: string[]) => ({ issueIdsOrKeys, fields: ['summary'] });

const times = async (count: number, act: () => Promise<{ readonly status: number }>) => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push((await act()).status);
  return statuses;
};

describe('the price of a call', () => {
  test.each([
    { name: 'a read is 1, and 1 an issue', address: 'POST /rest/api/3/issue/bulkfetch', body: bulk('LED-1', 'LED-3'), points: 3 },
    { name: 'a read that finds nothing is 1', address: 'POST /rest/api/3/issue/bulkfetch', body: bulk('LED-99'), points: 1 },
    { name: 'a person is 2 more', address: 'GET /rest/api/3/myself', body: undefined, points: 3 },
    { name: 'a write is 1', address: property, body: { a: 1 }, points: 1 },
    { name: 'a refusal is 1', address: 'GET /rest/api/3/issue/HID-1', body: undefined, points: 1 },
  ])('$name', async ({ address, body, points }) => {
    const { ask, jira } = open();
    await ask(address, body, asPm);
    expect(jira.ledger.points).toBe(points);
  });

  test('is told by operation and by whom the app acted as', async () => {
    const { ask, jira } = open();
    await ask(read, undefined, app);
    await ask(read, undefined, asPm);
    await ask(read, undefined, asPm);
    expect(jira.ledger.read()).toMatchObject({
      points: 6,
      left: 64_994,
      rows: [
        { operation: 'getIssue', as: 'person', calls: 2, points: 4 },
        { operation: 'getIssue', as: 'app', calls: 1, points: 2 },
      ],
    });
  });

  test.each(['bridge', 'browser', 'rest'] as const)('is nothing for a person by %s', async (via) => {
    const { ask, jira } = open();
    await ask(read, undefined, person('user-pm', via));
    expect(jira.ledger.read()).toMatchObject({ points: 0, rows: [] });
  });

  test('is forgotten by a reset', async () => {
    const { ask, jira } = open();
    await ask(read, undefined, app);
    jira.ledger.reset();
    expect(jira.ledger.read()).toMatchObject({ points: 0, left: 65_000, rows: [] });
  });
});

describe('the quota of an hour', () => {
  test('stops the app, not people, until the hour turns', async () => {
    const { ask, clock } = open({ pointsAnHour: 4 });
    clock.advance(45 * 60_000);
    expect(await times(3, () => ask(read, undefined, app))).toEqual([200, 200, 429]);
    expect(await ask(read, undefined, asPm)).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '900',
        'ratelimit-reason': 'jira-quota-global-based',
        'x-ratelimit-limit': '4',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-03-02T10:00:00.000Z',
      },
    });
    expect(await ask(read)).toMatchObject({ status: 200 });
    clock.advance(15 * 60_000);
    expect(await ask(read, undefined, asPm)).toMatchObject({ status: 200 });
  });

  test('tells that it comes near in its last fifth', async () => {
    const { ask } = open({ pointsAnHour: 10 });
    const policy = '"global-app-quota";q=10;w=3600';
    const far = await ask(read, undefined, app);
    expect(far.headers).toEqual({ 'ratelimit-policy': policy });
    await times(3, () => ask(read, undefined, app));
    const near = await ask(property, { a: 1 }, app);
    expect(near.headers).toEqual({ 'ratelimit-policy': policy, ratelimit: '"global-app-quota";r=1;t=3600', 'x-ratelimit-nearlimit': 'true' });
  });

  test('a refused call costs nothing', async () => {
    const { ask, jira } = open({ pointsAnHour: 2 });
    await times(5, () => ask(read, undefined, app));
    expect(jira.ledger.points).toBe(2);
  });
});

describe('the limits of a moment', () => {
  test('150 reads of issues a second', async () => {
    const { ask, clock } = open();
    const statuses = await times(151, () => ask(read, undefined, app));
    expect(statuses.indexOf(429)).toBe(150);
    expect(await ask(read, undefined, app)).toMatchObject({ headers: { 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based' } });
    clock.advance(1_000);
    expect(await ask(read, undefined, app)).toMatchObject({ status: 200 });
  });

  test('50 writes a second on one endpoint, whatever issues they are of', async () => {
    const { ask } = open();
    const keys = ['LED-1', 'LED-2', 'LED-3'];
    const statuses: number[] = [];
    for (const key of keys) statuses.push(...(await times(18, () => ask(`PUT /rest/api/3/issue/${key}/properties/one`, { a: 1 }, app))));
    expect(statuses.indexOf(429)).toBe(50);
  });

  test('20 writes of one issue in two seconds, 100 in thirty', async () => {
    const { ask, clock } = open();
    expect((await times(21, () => ask(property, { a: 1 }, app))).indexOf(429)).toBe(20);
    expect(await ask(property, { a: 1 }, app)).toMatchObject({ headers: { 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' } });
    for (let round = 0; round < 4; round += 1) {
      clock.advance(2_000);
      await times(20, () => ask(property, { a: 1 }, app));
    }
    clock.advance(2_000);
    expect(await ask(property, { a: 1 }, app)).toMatchObject({ status: 429, headers: { 'retry-after': '20' } });
  });

  test('a link writes both its issues', async () => {
    const { ask } = open();
    await times(20, () => ask(property, { a: 1 }, app));
    const link = (key: string) => ask('POST /rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'LED-4' }, outwardIssue: { key } }, app);
    expect(await link('LED-1')).toMatchObject({ status: 429 });
    expect(await link('LED-2')).toMatchObject({ status: 201 });
  });

  test('can be switched off, the quota cannot', async () => {
    const { ask } = open({ limits: 'off', pointsAnHour: 30 });
    const statuses = await times(31, () => ask(property, { a: 1 }, app));
    expect(statuses.indexOf(429)).toBe(30);
  });
});
