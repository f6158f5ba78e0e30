import { afterEach, describe, expect, test } from '@jest/globals';
import { createProbe, start, type Probe } from './probe';

const probes: Probe[] = [];
const probe = (...options: Parameters<typeof createProbe>): Probe => {
  const made = createProbe(...options);
  probes.push(made);
  return made;
};
afterEach(() => {
  for (const { clock } of probes.splice(0)) clock.stop();
});

const keys = (app: Probe, startingWith: string) => Object.keys(app.keys(startingWith));
const value = (app: Probe, key: string) => app.keys()[key];
const push = (app: Probe, ...events: readonly object[]) => app.act('push', { events });

describe('the queue', () => {
  test('delivers later, with what a consumer is told', async () => {
    const app = probe();
    expect(await push(app, { body: { name: 'a' } })).toMatchObject({ status: 201 });
    expect(app.forge.pending).toBe(1);
    expect(await app.forge.settle()).toEqual(['queue run']);
    expect(value(app, 'ran:a:0')).toMatchObject({ body: { name: 'a' }, queueName: 'run', jobId: expect.any(String), eventId: expect.any(String) });
  });

  test('keeps a delay, and settling goes there', async () => {
    const app = probe();
    await push(app, { body: { name: 'a' }, delayInSeconds: 600 });
    await app.forge.elapse(599_000);
    expect(keys(app, 'ran:')).toEqual([]);
    await app.forge.settle();
    expect(value(app, 'ran:a:0')).toMatchObject({ at: start + 600_200 });
  });

  test.each([
    { name: '51 events', events: Array.from({ length: 51 }, () => ({ body: { name: 'x' } })), status: 400 },
    { name: '200 KB', events: Array.from({ length: 3 }, () => ({ body: { name: 'x'.repeat(80 * 1024) } })), status: 413 },
    { name: '100 KB in one event of a long function', events: [{ body: { name: 'x'.repeat(110 * 1024) } }], status: 413 },
    { name: 'a delay over 15 minutes', events: [{ body: { name: 'x' }, delayInSeconds: 901 }], status: 400 },
  ])('$name are refused', async ({ events, status }) => {
    expect(await push(probe(), ...events)).toMatchObject({ status });
  });

  test('takes 500 events a minute', async () => {
    const app = probe();
    const fifty = Array.from({ length: 50 }, (_, at) => ({ body: { name: String(at) } }));
    for (let round = 0; round < 10; round += 1) expect(await push(app, ...fifty)).toMatchObject({ status: 201 });
    expect(await push(app, { body: { name: 'more' } })).toMatchObject({ status: 429 });
    await app.forge.elapse(60_000);
    expect(await push(app, { body: { name: 'more' } })).toMatchObject({ status: 201 });
  });

  test('calls again when asked to, at most four times, and says how often it was', async () => {
    const app = probe();
    await push(app, { body: { name: 'a', fails: 'retry', times: 9 } });
    await app.forge.settle();
    expect(keys(app, 'ran:a')).toEqual(['ran:a:0', 'ran:a:1', 'ran:a:2', 'ran:a:3', 'ran:a:4']);
    expect(value(app, 'ran:a:2')).toMatchObject({
      at: start + 200 + 2 * 60_000,
      retryContext: { retryCount: 2, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { at: 'a' } },
    });
  });

  test('an error loses the item, a death of the process does not', async () => {
    const app = probe();
    await push(app, { body: { name: 'thrown', fails: 'throw' } });
    await app.forge.settle();
    expect(keys(app, 'ran:thrown')).toEqual(['ran:thrown:0']);

    app.strike([{ match: { target: 'function', path: 'on-run', nth: 1 }, fault: 'kill' }]);
    await push(app, { body: { name: 'killed' } });
    await app.forge.settle();
    expect(keys(app, 'ran:killed')).toEqual(['ran:killed:1']);
  });

  test('a concurrency key lets so many run at once', async () => {
    const app = probe();
    await push(app, ...['a', 'b', 'c'].map((name) => ({ body: { name, sleepMs: 10_000 }, concurrency: { key: 'one', limit: 1 } })));
    await app.forge.settle();
    const ends = ['a', 'b', 'c'].map((name) => value(app, `ended:${name}`));
    expect(ends).toEqual([start + 10_200, start + 20_200, start + 30_200]);
  });

  test('stops events that push each other without end', async () => {
    const app = probe();
    await push(app, { body: { name: 'loop', again: 5_000 } });
    const ran = await app.forge.settle();
    expect(ran).toHaveLength(1_000);
    expect(app.forge.pending).toBe(0);
  });

  test('may deliver twice, or not at all', async () => {
    const app = probe();
    app.strike([
      { match: { target: 'queue', method: 'DELIVER', nth: 1 }, fault: 'duplicate' },
      { match: { target: 'queue', method: 'DELIVER', nth: 2 }, fault: 'drop' },
    ]);
    await push(app, { body: { name: 'twice' } }, { body: { name: 'never' } });
    expect(await app.forge.settle()).toEqual(['queue run', 'queue run']);
    expect(keys(app, 'ran:')).toEqual(['ran:twice:0']);
  });
});

describe('the order of the queue', () => {
  test('is nobody’s promise: some come minutes later, which ones depends on the seed alone', async () => {
    const orders = await Promise.all(
      [1, 2].map(async () => {
        const app = probe();
        app.strike([{ match: { target: 'queue', method: 'DELIVER' }, fault: 'reorder' }]);
        await push(app, ...['a', 'b', 'c', 'd'].map((name) => ({ body: { name } })));
        await app.forge.settle();
        return keys(app, 'ran:');
      }),
    );
    expect(orders[0]).toEqual(orders[1]);
    expect([...(orders[0] ?? [])].sort()).toEqual(['ran:a:0', 'ran:b:0', 'ran:c:0', 'ran:d:0']);
    expect(orders[0]).not.toEqual([...(orders[0] ?? [])].sort());
  });

  test('a delay adds to the one that was asked for', async () => {
    const app = probe();
    app.strike([{ match: { target: 'queue', method: 'DELIVER' }, fault: 'delay:30000' }]);
    await push(app, { body: { name: 'a' }, delayInSeconds: 10 });
    await app.forge.settle();
    expect(value(app, 'ran:a:0')).toMatchObject({ at: start + 10_200 + 30_000 });
  });

  test('a push whose answer is cut in half took effect', async () => {
    const app = probe();
    app.strike([{ match: { target: 'queue', method: 'POST' }, fault: 'truncate' }]);
    expect(await push(app, { body: { name: 'a' } })).toEqual({ status: 201, body: '{' });
    expect(await app.forge.settle()).toEqual(['queue run']);
  });

  test('a push that is reset did not', async () => {
    const app = probe();
    app.strike([{ match: { target: 'queue', method: 'POST' }, fault: 'reset' }]);
    await expect(push(app, { body: { name: 'a' } })).rejects.toThrow('fetch failed');
    expect(await app.forge.settle()).toEqual([]);
  });
});

describe('events', () => {
  test('reach the trigger that waits for them, a moment later', async () => {
    const app = probe();
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' } });
    app.forge.event('avi:jira:deleted:issue', { issue: { id: '2' } });
    expect(keys(app, 'event:')).toEqual([]);
    expect(await app.forge.settle()).toEqual(['event avi:jira:updated:issue']);
    expect(value(app, 'event:avi:jira:updated:issue:1')).toEqual({ issue: { id: '1' }, eventType: 'avi:jira:updated:issue' });
  });

  test("of the app's own making are not heard where ignoreSelf says so", async () => {
    const app = probe();
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' }, selfGenerated: true });
    expect(await app.forge.settle()).toEqual([]);
  });

  test('may be late by minutes, and time brings them', async () => {
    const app = probe();
    app.strike([{ match: { target: 'event' }, fault: 'delay:120000' }]);
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' } });
    await app.forge.elapse(60_000);
    expect(keys(app, 'event:')).toEqual([]);
    await app.forge.elapse(61_000);
    expect(keys(app, 'event:')).toHaveLength(1);
  });

  test.each([
    { fault: 'duplicate', ran: ['event avi:jira:updated:issue', 'event avi:jira:updated:issue'] },
    { fault: 'drop', ran: [] },
  ])('$fault: Atlassian promises neither once nor order', async ({ fault, ran }) => {
    const app = probe();
    app.strike([{ match: { target: 'event' }, fault }]);
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' } });
    expect(await app.forge.settle()).toEqual(ran);
  });

  test('may overtake each other', async () => {
    const app = probe();
    app.strike([{ match: { target: 'event' }, fault: 'reorder' }]);
    for (const id of ['1', '2', '3', '4']) app.forge.event('avi:jira:updated:issue', { issue: { id } });
    await app.forge.settle();
    const order = keys(app, 'event:');
    expect(order).toHaveLength(4);
    expect(order).not.toEqual([...order].sort());
  });

  test('in a running clock come by themselves', async () => {
    const app = probe({ mode: 'running', eventDelayMs: 10 });
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(keys(app, 'event:')).toHaveLength(1);
  });
});

describe('time', () => {
  test('brings the schedule every hour, each run at its own hour', async () => {
    const app = probe();
    await app.forge.elapse(3 * 3_600_000);
    expect(keys(app, 'swept:')).toEqual([1, 2, 3].map((hour) => `swept:${String(start + hour * 3_600_000)}`));
  });

  test('does not pass for schedules when only settling', async () => {
    const app = probe();
    await app.forge.settle();
    expect(app.clock.now()).toBe(start);
  });
});

describe('a workflow rule', () => {
  const ask = (app: Probe, mode: string) =>
    app.forge.validate(
      { moduleKey: 'gate', configuration: JSON.stringify({ mode }) },
      { issueKey: 'LED-1', transition: { from: { id: '1' }, to: { id: '2' } } },
    );

  test.each([
    { mode: 'pass', verdict: { result: true } },
    { mode: 'stop', verdict: { result: false, errorMessage: 'LED-1 may not pass' } },
    { mode: 'break', verdict: { result: false, errorMessage: 'The rule could not be checked.' } },
  ])('$mode', async ({ mode, verdict }) => {
    expect(await ask(probe(), mode)).toEqual(verdict);
  });

  test('that breaks lets pass where the site is told so', async () => {
    expect(await ask(probe({ brokenValidator: 'passes' }), 'break')).toEqual({ result: true });
  });
});
