import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Sandbox } from '../../../sandbox/server';
import { startProbeSandbox } from './probe-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startProbeSandbox();
});
afterAll(() => sandbox.stop());

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(sandbox.url + path, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: answer };
};
const bridged = z.object({ body: z.string() });
const state = z.object({ kvs: z.object({ keys: z.record(z.string(), z.unknown()) }) });
const keysOf = async () => Object.keys(state.parse((await call('GET', '/__sandbox/state')).body).kvs.keys);
const signIn = async (accountId: string) => {
  const { headers } = await call('POST', '/__site/session', { accountId });
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
};
const basic = (email: string) => ({ authorization: `Basic ${Buffer.from(`${email}:any`).toString('base64')}` });

describe('who is asking', () => {
  test('a browser gets a first user and a list to switch from', async () => {
    const { body, headers } = await call('GET', '/__site/session');
    expect(body).toMatchObject({ user: { accountId: 'user-pm', role: 'Editor' }, users: [{ role: 'Jira admin' }, { role: 'Editor' }, { role: 'Viewer' }] });
    expect(headers.get('set-cookie')).toContain('SameSite=Strict');
  });

  test.each([
    { name: 'a session', headers: () => signIn('user-viewer'), caller: { kind: 'user', accountId: 'user-viewer', via: 'browser' } },
    { name: 'Basic auth', headers: () => Promise.resolve(basic('PM@example.com')), caller: { kind: 'user', accountId: 'user-pm', via: 'rest' } },
    { name: 'nobody', headers: () => Promise.resolve({}), caller: { kind: 'anonymous' } },
  ])('Jira is asked as $name', async ({ headers, caller }) => {
    expect((await call('GET', '/rest/api/3/issue/LED-1', undefined, await headers())).body).toMatchObject({ caller });
  });

  test('Basic auth with an unknown e-mail is refused', async () => {
    expect((await call('GET', '/rest/api/3/issue/LED-1', undefined, basic('nobody@example.com'))).status).toBe(401);
  });

  test('a session is of no use to a page of another origin', async () => {
    const headers = { ...(await signIn('user-pm')), origin: sandbox.frameUrl };
    expect((await call('GET', '/rest/api/3/issue/LED-1', undefined, headers)).body).toMatchObject({ caller: { kind: 'anonymous' } });
    expect((await call('POST', '/__site/bridge/invoke', { moduleKey: 'panel', functionKey: 'whoAmI' }, headers)).status).toBe(403);
  });
});

describe('a page of the app', () => {
  test('is listed with its context and its address on the other origin', async () => {
    const { body } = await call('GET', '/__site/modules?issueKey=LED-1', undefined, await signIn('user-pm'));
    expect(body).toMatchObject([
      {
        key: 'panel',
        type: 'jira:issuePanel',
        pinned: true,
        frameUrl: `${sandbox.frameUrl}/main/panel.html`,
        icon: `${sandbox.frameUrl}/main/icon.svg`,
        context: {
          accountId: 'user-pm',
          moduleKey: 'panel',
          siteUrl: sandbox.url,
          timezone: 'Europe/London',
          extension: { type: 'jira:issuePanel', issue: { id: '10001', key: 'LED-1', type: 'Epic', typeId: '1' } },
        },
      },
    ]);
  });

  test('is not listed on an issue the person cannot see', async () => {
    expect((await call('GET', '/__site/modules?issueKey=LED-2', undefined, await signIn('user-pm'))).body).toEqual([]);
  });

  test("has the bridge first and Forge's policy on it", async () => {
    const response = await fetch(`${sandbox.frameUrl}/main/panel.html`);
    expect(await response.text()).toContain('<head><script src="./__forge__/global-bridge.js"></script>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain('localhost:*');
    expect(policy).toContain('sandbox allow-popups');
    expect(new URL(sandbox.frameUrl).origin).not.toBe(new URL(sandbox.url).origin);
  });

  test('cannot be climbed out of', async () => {
    expect((await fetch(`${sandbox.frameUrl}/main/..%2f..%2fmanifest.yml`)).status).toBe(404);
  });

  test('what its policy stops is on the list', async () => {
    await fetch(`${sandbox.frameUrl}/main/__forge__/csp-violation`, {
      method: 'POST',
      body: JSON.stringify({ page: 'panel.html', directive: 'style-src-attr', blocked: 'inline' }),
    });
    expect((await call('GET', '/__sandbox/csp-violations')).body).toEqual([{ page: 'panel.html', directive: 'style-src-attr', blocked: 'inline' }]);
  });

  test('invokes as who is signed in', async () => {
    const answer = await call(
      'POST',
      '/__site/bridge/invoke',
      { moduleKey: 'panel', functionKey: 'whoAmI', payload: { accountId: 'user-admin' }, context: { accountId: 'user-admin' } },
      await signIn('user-viewer'),
    );
    expect(answer.body).toMatchObject({ ok: true, value: { aaid: 'user-viewer', context: { accountId: 'user-viewer' } } });
  });

  test('hears why a call failed', async () => {
    const answer = await call('POST', '/__site/bridge/invoke', { moduleKey: 'panel', functionKey: 'boom' }, await signIn('user-pm'));
    expect(answer.body).toEqual({ ok: false, reason: 'threw', message: 'There was an error invoking the function - it broke' });
  });

  test('asks Jira as the person, over the bridge', async () => {
    const answer = await call('POST', '/__site/bridge/fetch', { product: 'jira', restPath: '/rest/api/3/issue/LED-1' }, await signIn('user-viewer'));
    expect(JSON.parse(bridged.parse(answer.body).body)).toMatchObject({ caller: { kind: 'user', accountId: 'user-viewer', via: 'bridge' } });
  });
});

describe('the control API', () => {
  test('a change in Jira reaches the app with the next settling', async () => {
    await call('PUT', '/rest/api/3/issue/LED-1', { fields: {} }, basic('pm@example.com'));
    expect((await call('POST', '/__sandbox/settle')).body).toMatchObject({ ran: ['event avi:jira:updated:issue'] });
    expect(await keysOf()).toContain('event:avi:jira:updated:issue:10001');
  });

  test('an hour brings the schedule', async () => {
    expect((await call('POST', '/__sandbox/clock', { advance: 3_600_000 })).body).toMatchObject({ ran: ['schedule sweep'] });
  });

  test('a reset is a new site with the app installed', async () => {
    const { body } = await call('POST', '/__sandbox/reset', { site: 'empty', seed: 5 });
    expect(body).toMatchObject({ ok: true, site: 'empty', seed: 5, now: '2026-01-05T09:00:01.000Z' });
    expect(await keysOf()).toEqual([expect.stringMatching(/^event:avi:forge:installed:app/)]);
  });

  test('invoke calls as any user of the site', async () => {
    expect((await call('POST', '/__sandbox/invoke', { moduleKey: 'panel', functionKey: 'whoAmI', accountId: 'user-admin' })).body).toMatchObject({
      value: { aaid: 'user-admin' },
    });
  });

  test('faults hold until they are cleared', async () => {
    await call('POST', '/__sandbox/faults', { seed: 1, rules: [{ match: { target: 'function' }, fault: 'kill' }] });
    expect((await call('POST', '/__sandbox/invoke', { moduleKey: 'panel', functionKey: 'whoAmI', accountId: 'user-pm' })).body).toMatchObject({
      ok: false,
      reason: 'killed',
    });
    await call('DELETE', '/__sandbox/faults');
    expect((await call('POST', '/__sandbox/invoke', { moduleKey: 'panel', functionKey: 'whoAmI', accountId: 'user-pm' })).body).toMatchObject({ ok: true });
  });

  test.each([
    { name: 'no JSON', path: '/__sandbox/clock', body: '{', says: 'not JSON' },
    { name: 'a missing number', path: '/__sandbox/clock', body: {}, says: 'advance' },
    { name: 'time going back', path: '/__sandbox/clock', body: { advance: -1 }, says: 'advance' },
    { name: 'an unknown site', path: '/__sandbox/reset', body: { site: 'prod' }, says: 'site' },
    { name: 'an unknown word', path: '/__sandbox/reset', body: { sites: 'demo' }, says: 'sites' },
    { name: 'an unknown fault', path: '/__sandbox/faults', body: { rules: [{ match: { target: 'jira' }, fault: 'explode' }] }, says: 'explode' },
    { name: 'an unknown target', path: '/__sandbox/faults', body: { rules: [{ match: { target: 'disk' }, fault: 'reset' }] }, says: 'rules[0].match.target' },
    { name: 'an empty export', path: '/__sandbox/load', body: '', says: 'empty' },
  ])('$name is refused, and named', async ({ path, body, says }) => {
    const answer = await call('POST', path, body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining(says) } });
  });

  test.each([
    {
      name: 'an unknown user',
      method: 'POST',
      path: '/__sandbox/invoke',
      body: { moduleKey: 'panel', functionKey: 'x', accountId: 'user-ghost' },
      says: 'user-ghost',
    },
    { name: 'a web trigger', method: 'POST', path: '/__sandbox/web-trigger/inbound', body: {}, says: 'inbound' },
    { name: 'anything else', method: 'GET', path: '/__sandbox/magic', says: '/__sandbox/magic' },
  ])('$name is not found, by name', async ({ method, path, body, says }) => {
    const answer = await call(method, path, body);
    expect(answer).toMatchObject({ status: 404, body: { error: expect.stringContaining(says) } });
  });

  test('is off in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    const answer = await call('GET', '/__sandbox/health');
    process.env['NODE_ENV'] = before;
    expect(answer.status).toBe(404);
  });
});

test('what a site is filled with goes through the app; a minute passes with each pause', async () => {
  const filled = await startProbeSandbox({
    afterLoad: async (drive) => {
      for (const first of ['a', 'b']) await drive.invoke('setTwo', { first, second: `${first}2` }, { as: 'user-pm', moduleKey: 'panel' });
      await drive.settle();
    },
  });
  try {
    expect(filled.forge.kvs.snapshot().keys).toMatchObject({ a: 1, a2: 2, b: 1, b2: 2 });
    expect(filled.clock.now() - Date.parse('2026-01-05T09:00:00.000Z')).toBeGreaterThanOrEqual(60_000);
    expect(filled.forge.kvs.ledger()).toEqual({});
  } finally {
    await filled.stop();
  }
});
