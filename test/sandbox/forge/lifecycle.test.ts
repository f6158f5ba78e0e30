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

const asGate = { moduleKey: 'gate', configuration: JSON.stringify({ mode: 'pass' }) };
const move = { issueKey: 'LED-1', transition: { from: { id: '1' }, to: { id: '2' } } };
const push = (app: Probe, ...events: readonly object[]) => app.act('push', { events });

describe('installing', () => {
  test('is told to the app', async () => {
    const app = probe();
    app.forge.install('user-admin');
    await app.forge.settle();
    expect(Object.values(app.keys('event:avi:forge:installed:app'))).toMatchObject([{ installerAccountId: 'user-admin' }]);
  });
});

describe('uninstalling', () => {
  test('asks the app first, which still has its storage and Jira, but nobody to act for', async () => {
    const app = probe();
    await app.act('setTwo', { first: 'a', second: 'b' });
    expect(await app.forge.uninstall()).toEqual(['say-goodbye ok']);
    expect(app.asked).toMatchObject([{ path: '/rest/api/3/issue/LED-1?fields=goodbye-404-nobody', caller: { kind: 'app' } }]);
    expect(app.keys()).toEqual({});
  });

  test('goes on when the app’s last function breaks', async () => {
    const app = probe();
    await app.act('setTwo', { first: 'kept', second: 'b' });
    expect(await app.forge.uninstall()).toEqual(['say-goodbye threw']);
    expect(app.forge.isInstalled).toBe(false);
    expect(app.keys()).toEqual({});
  });

  test('a last function that hangs has 55 seconds', async () => {
    const app = probe();
    app.strike([{ match: { target: 'jira' }, fault: 'latency:100000' }]);
    expect(await app.forge.uninstall()).toEqual(['say-goodbye timed-out']);
    expect(app.clock.now()).toBe(start + 55_000);
  });

  test('leaves nothing that runs: events, queue, schedules, pages', async () => {
    const app = probe();
    await push(app, { body: { name: 'a' }, delayInSeconds: 600 });
    app.forge.event('avi:jira:updated:issue', { issue: { id: '1' } });
    await app.forge.uninstall();
    app.forge.event('avi:jira:updated:issue', { issue: { id: '2' } });
    expect(app.forge.pending).toBe(0);
    expect(await app.forge.elapse(24 * 3_600_000)).toEqual([]);
    expect(app.keys()).toEqual({});
    await expect(app.act('whoAmI')).rejects.toMatchObject({ reason: 'not-installed' });
  });

  test('ends a run in the middle, and nothing of it comes later', async () => {
    const app = probe();
    const running = expect(app.act('writeWhile', { key: 'late', ms: 10_000 })).rejects.toMatchObject({ reason: 'killed' });
    await app.forge.uninstall();
    await running;
    await app.forge.elapse(60_000);
    expect(app.keys()).toEqual({});
  });

  test('freezes what its rules guard: a rule of nobody never holds', async () => {
    const app = probe();
    expect(await app.forge.validate(asGate, move)).toEqual({ result: true });
    await app.forge.uninstall();
    expect(await app.forge.validate(asGate, move)).toMatchObject({ result: false, errorMessage: expect.stringContaining('not installed') });
  });
});

describe('installing again', () => {
  test('starts with empty storage, as another installation, with schedules and rules at work', async () => {
    const app = probe();
    await app.act('setTwo', { first: 'a', second: 'b' });
    const { installationId, cloudId } = app.forge.installation;
    await app.forge.uninstall();
    app.forge.install('user-admin');
    expect(app.forge.isInstalled).toBe(true);
    expect(app.keys()).toEqual({});
    expect(app.forge.installation).toMatchObject({ cloudId });
    expect(app.forge.installation.installationId).not.toBe(installationId);
    expect(await app.forge.elapse(3_600_000)).toEqual(['event avi:forge:installed:app', 'schedule sweep']);
    expect(await app.forge.validate(asGate, move)).toEqual({ result: true });
  });

  test('runs each schedule once, however often it came and went', async () => {
    const app = probe();
    for (let round = 0; round < 3; round += 1) {
      await app.forge.uninstall();
      app.forge.install('user-admin');
    }
    await app.forge.settle();
    expect(await app.forge.elapse(3_600_000)).toEqual(['schedule sweep']);
  });
});
