import { afterEach, describe, expect, test } from '@jest/globals';
import { createBundle } from '../../../sandbox/forge/bundle';
import { latencies } from '../../../sandbox/forge/latency';
import { createProbe, probeDirectory, start, type Probe } from './probe';

const probes: Probe[] = [];
const probe = (...options: Parameters<typeof createProbe>): Probe => {
  const made = createProbe(...options);
  probes.push(made);
  return made;
};
afterEach(() => {
  for (const { clock } of probes.splice(0)) clock.stop();
});

describe('who calls', () => {
  test('is the session, whatever payload and context claim', async () => {
    const app = probe();
    const answer = await app.forge.invoke({
      moduleKey: 'panel',
      functionKey: 'whoAmI',
      payload: { accountId: 'user-admin' },
      accountId: 'user-viewer',
      context: { accountId: 'user-admin', cloudId: 'another', moduleKey: 'admin', extension: { issue: { id: '1' } } },
    });
    expect(answer).toMatchObject({
      aaid: 'user-viewer',
      context: { accountId: 'user-viewer', cloudId: app.forge.installation.cloudId, moduleKey: 'panel', extension: { issue: { id: '1' } } },
    });
  });

  test("asks Jira in nobody else's name", async () => {
    const app = probe();
    await app.act('ask', { as: 'user', path: '/rest/api/3/myself' }, 'user-viewer');
    await app.act('ask', { as: 'app', path: '/rest/api/3/myself' }, 'user-viewer');
    expect(app.asked.map(({ caller }) => caller)).toEqual([{ kind: 'user', accountId: 'user-viewer', via: 'app' }, { kind: 'app' }]);
  });

  test('stays apart when three people call at once', async () => {
    const app = probe({ latency: latencies.real });
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => app.act('ask', { as: 'user', path: `/rest/${name}` }, name)));
    expect(answers).toMatchObject(['a', 'b', 'c'].map((name) => ({ body: { path: `/rest/${name}`, caller: { accountId: name } } })));
  });
});

describe('module state', () => {
  test('is new in every run of a fresh process', async () => {
    const app = probe({ state: 'fresh' });
    await app.act('remember', { word: 'one' });
    expect(await app.act('remember', { word: 'two' })).toEqual(['two']);
  });

  test('of a warm process is shared by users and tenants', async () => {
    const bundle = createBundle({ directory: probeDirectory, state: 'warm' });
    const [ours, theirs] = [probe({ bundle, site: 'ours' }), probe({ bundle, site: 'theirs' })];
    await ours.act('remember', { word: 'secret' });
    expect(await theirs.act('remember', { word: 'other' })).toEqual(['secret', 'other']);
    await theirs.act('setTwo', { first: 'a', second: 'b' });
    expect(ours.keys()).toEqual({});
  });
});

describe("the app's time", () => {
  test("is the site's, and sleeping costs no real time", async () => {
    const before = Date.now();
    expect(await probe().act('now', { sleepMs: 20_000 })).toEqual({ before: start, after: start + 20_000, left: 5_000 });
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  test('ends after 25 s, and what the dead run still does never takes effect', async () => {
    const app = probe();
    await expect(app.act('writeWhile', { key: 'late', ms: 26_000 })).rejects.toThrow('timed out');
    app.clock.advance(60_000);
    await app.forge.settle();
    expect(app.keys()).toEqual({});
  });

  test('takes a hanging run to its deadline', async () => {
    const app = probe();
    await expect(app.act('hang')).rejects.toThrow('timed out');
    expect(app.clock.now()).toBe(start + 25_000);
  });
});

describe('what is forgotten', () => {
  test.each(['setAndForget', 'setAfterAnswer'])('%s: a call after the answer has no effect and leaves a trace', async (act) => {
    const app = probe();
    expect(await app.act(act, { key: 'x' })).toBe('done');
    await app.forge.elapse(1_000);
    expect(app.keys()).toEqual({});
    expect(app.forge.runs.at(-1)?.outcome).toBe('ok');
  });
});

describe('the doors', () => {
  test('egress is refused as Forge refuses it', async () => {
    const app = probe();
    expect(await app.act('leave')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
    await expect(app.act('socket')).rejects.toThrow('no egress');
  });

  test("the machine's variables are not the app's", async () => {
    expect(await probe().act('variables')).toEqual({ node: 'production' });
  });

  test('an error reaches the page with its message, and the log with its words', async () => {
    const app = probe();
    await expect(app.act('boom')).rejects.toThrow('There was an error invoking the function - it broke');
    expect(app.forge.runs.at(-1)?.logs).toEqual([{ level: 'error', text: "about to break { at: 'boom' }" }]);
  });

  test('answers cross as JSON', async () => {
    expect(await probe().act('nested')).toEqual({ when: '1970-01-01T00:00:00.000Z' });
  });

  test.each([
    { name: 'a payload over 500 KB', act: 'whoAmI', payload: { text: 'x'.repeat(500 * 1024) }, message: '500 KB' },
    { name: 'an answer over 5 MB', act: 'big', payload: { bytes: 5 * 1024 * 1024 }, message: '5 MB' },
  ])('$name is refused', async ({ act, payload, message }) => {
    await expect(probe().act(act, payload)).rejects.toThrow(message);
  });

  test('a module that is not there has no resolver', async () => {
    await expect(probe().forge.invoke({ moduleKey: 'nowhere', functionKey: 'whoAmI', accountId: 'user-pm' })).rejects.toThrow('"nowhere"');
  });
});

describe('faults', () => {
  test.each([
    { fault: 'kill', kept: { a: 1 } },
    { fault: 'kill:after', kept: { a: 1, b: 2 } },
  ])('$fault at the second write leaves what was written', async ({ fault, kept }) => {
    const app = probe();
    app.strike([{ match: { target: 'kvs', path: '/api/v1/set', nth: 2 }, fault }]);
    await expect(app.act('setTwo', { first: 'a', second: 'b' })).rejects.toThrow('killed');
    expect(app.keys()).toEqual(kept);
  });

  test('a lost response: the write took effect, the caller does not know', async () => {
    const app = probe();
    app.strike([{ match: { target: 'kvs' }, fault: 'lost-response' }]);
    expect(await app.act('caught', { key: 'a' })).toBe('fetch failed');
    expect(app.keys()).toEqual({ a: 1 });
  });

  test('a reset: it did not', async () => {
    const app = probe();
    app.strike([{ match: { target: 'kvs' }, fault: 'reset' }]);
    expect(await app.act('caught', { key: 'a' })).toBe('fetch failed');
    expect(app.keys()).toEqual({});
  });

  test('an answer cut in half: the call took effect, its words do not parse', async () => {
    const app = probe();
    app.strike([{ match: { target: 'jira' }, fault: 'truncate' }]);
    await expect(app.act('ask', { as: 'app', path: '/rest/api/3/myself' })).rejects.toThrow('JSON');
    expect(app.asked).toHaveLength(1);
  });

  test('stale storage: a query misses the write, a read by key does not', async () => {
    const app = probe();
    app.strike([{ match: { target: 'kvs', path: '/api/v1/set' }, fault: 'stale:5000' }]);
    await app.act('setTwo', { first: 'a', second: 'b' });
    expect(await app.act('list')).toEqual({ found: [], byKey: 200 });
    app.clock.advance(5_000);
    expect(await app.act('list')).toEqual({ found: ['a', 'b'], byKey: 200 });
  });

  test('a stale search is asked for as of back then, by functions and by pages', async () => {
    const app = probe();
    app.strike([{ match: { target: 'jira', path: '/rest/api/3/search' }, fault: 'stale:60000' }]);
    await app.act('ask', { as: 'app', path: '/rest/api/3/search/jql' });
    await app.forge.fetchProduct({ accountId: 'user-pm', method: 'GET', path: '/rest/api/3/search/jql', headers: {}, body: undefined });
    await app.act('ask', { as: 'app', path: '/rest/api/3/myself' });
    expect(app.asked.map(({ staleMs }) => staleMs)).toEqual([60_000, 60_000, undefined]);
  });

  test('a 429 names its reason and never reaches Jira', async () => {
    const app = probe();
    app.strike([{ match: { target: 'jira', method: 'GET', path: '/rest/api/3/issue' }, fault: '429:jira-per-issue-on-write' }]);
    expect(await app.act('ask', { as: 'app', path: '/rest/api/3/issue/LED-1' })).toMatchObject({ status: 429, reason: 'jira-per-issue-on-write' });
    expect(await app.act('ask', { as: 'app', path: '/rest/api/3/myself' })).toMatchObject({ status: 200 });
    expect(app.asked).toHaveLength(1);
  });

  test('a rate depends on the seed alone', async () => {
    const outcomes = await Promise.all(
      [1, 2].map(async () => {
        const app = probe();
        app.strike([{ match: { target: 'jira', rate: 0.5 }, fault: 'status:503' }]);
        const statuses: unknown[] = [];
        for (let call = 0; call < 20; call += 1) statuses.push(await app.act('ask', { as: 'app', path: '/' }));
        return statuses;
      }),
    );
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(JSON.stringify(outcomes[0])).toContain('503');
    expect(JSON.stringify(outcomes[0])).toContain('"status":200');
  });

  test.each([
    { fault: 'explode', target: 'kvs' },
    { fault: 'duplicate', target: 'jira' },
    { fault: 'latency:soon', target: 'jira' },
  ])('$fault on $target is refused by name', ({ fault, target }) => {
    expect(() => probe().strike([{ match: { target }, fault }])).toThrow(fault);
  });
});
