import { expect, test } from '@jest/globals';
import type { Output } from '../../src/contract';
import { isProof, patience, tell } from '../runs';
import { largeBacklog, type Size } from './large-backlog';
import { openSite, setUp, valueOf, type Site } from './site';

const openLarge = async (size: Size): Promise<Site> => {
  const site = openSite(largeBacklog(size));
  await setUp(site);
  await site.settle();
  return site;
};

const open = async (site: Site): Promise<Output<'openHealth'>> => valueOf(await site.call('openHealth', { projectId: '10001' }, 'user-admin'));

const said = ({ groups }: Output<'openHealth'>): unknown => groups.map(({ rule, total, faults }) => ({ rule, total, ids: faults.map(({ id }) => id) }));

test(
  'a look that dies at any call goes on by itself and says what one says that did not',
  async () => {
    const site = await openLarge({ items: 1_100, problems: 120, wrongEvery: 50 });
    await open(site);
    await site.settle();
    const whole = await open(site);
    expect(whole.groups.find(({ rule }) => rule === 'wrongDirection')?.total).toBe(22);
    const crashes = [
      ...[1, 2, 5, 9, 13].map((nth) => ({ match: { target: 'jira', nth }, fault: 'kill' })),
      ...[1, 6, 14, 29, 55].map((nth) => ({ match: { target: 'kvs', nth }, fault: 'kill:after' })),
      { match: { target: 'queue', method: 'POST', nth: 1 }, fault: 'kill' },
      { match: { target: 'queue', method: 'DELIVER', nth: 1 }, fault: 'duplicate' },
    ];
    for (const [at, crash] of crashes.entries()) {
      valueOf(await site.call('checkHealth', { projectId: '10001', requestId: `request-${String(at)}` }, 'user-admin'));
      site.strike([crash]);
      await site.settle();
      site.strike([]);
      const view = await open(site);
      await site.settle();
      expect({ crash, said: said(await open(site)) }).toEqual({ crash, said: said(whole) });
      expect(view.checkedAt).not.toBeNull();
    }
    expect((await open(site)).progress).toBeNull();
  },
  patience(120_000),
);

const items = isProof ? 10_000 : 1_000;

test(
  `${String(items)} linked items cost at most ${String(2.5 * items)} points, and the page hears how far it has got`,
  async () => {
    const site = await openLarge({ items, problems: items / 10, wrongEvery: 100 });
    site.clock.advance(3_600_000);
    await site.settle();
    site.jira.ledger.reset();
    const started = site.clock.now();
    expect(await open(site)).toMatchObject({ state: 'looking' });
    const heard: number[] = [];
    for (let isLooking = true; isLooking;) {
      // With no time between calls, storage may ask for a pause; a page asks again.
      const reply = await site.call('openHealth', { projectId: '10001' }, 'user-admin');
      if (reply.ok && reply.value.progress) heard.push(reply.value.progress.done);
      isLooking = !reply.ok || reply.value.state === 'looking';
      site.clock.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await site.settle();
    const view = await open(site);
    expect(view.groups.find(({ rule }) => rule === 'wrongDirection')).toMatchObject({ total: items / 100, oneClick: items / 100 });
    // However often the page asks how far it is.
    const { points, rows } = site.jira.ledger.read();
    const calls = rows.reduce((sum, row) => sum + row.calls, 0);
    const minutes = (site.clock.now() - started) / 60_000;
    tell(`Health scan of ${String(items)} items: ${String(points)} points, ${String(calls)} calls of Jira, ${minutes.toFixed(1)} minutes of the site’s clock.`);
    tell(rows.map((row) => `  ${row.operation} as ${row.as}: ${String(row.calls)} calls, ${String(row.points)} points`).join('\n'));
    tell(`  Told on the way: ${String(heard.length)} times, from ${String(heard[0])} to ${String(heard.at(-1))}.`);
    expect(points).toBeLessThan(2.5 * items);
    expect(heard.some((done) => done > 0 && done < 1.1 * items)).toBe(true);
  },
  patience(180_000),
);
