import { beforeAll, describe, expect, test } from '@jest/globals';
import { isProof, patience, tell } from '../runs';
import { applyPlan, choices, openSite, projectOf, valueOf, type Site } from './site';
import { madeIn, openAfter, planning, recordWrites, stateOf, stepsFrom, take, watchCalls, type Step } from './setup-run';
import { smallSite } from './small-site';

/** A call of the page in an undisturbed setup: what stood before it, and how many calls of Jira, storage and queue it makes. */
interface Walked {
  readonly step: Step;
  readonly before: string;
  readonly writesBefore: number;
  readonly calls: number;
}

describe('setup that dies', () => {
  let whole: unknown;
  let writes: ReturnType<typeof recordWrites>;
  let walk: readonly Walked[];
  /** States on the undisturbed way, each with what is still to do: whoever stands there ends like it. */
  let onTheWay: ReadonlySet<string>;
  let readingCalls = 0;

  beforeAll(async () => {
    const site = openSite();
    writes = recordWrites(site);
    const watch = watchCalls(site);
    const walked: Walked[] = [];
    for (const step of [planning, ...(await stepsFrom(site))]) {
      const [before, writesBefore] = [stateOf(site), writes.length];
      walked.push({ step, before, writesBefore, calls: await watch.count(() => take(site, step)) });
    }
    walk = walked;
    onTheWay = new Set(
      walked.map(({ before }, at) =>
        placeOf(
          before,
          walked.slice(at).map(({ step }) => step),
        ),
      ),
    );
    readingCalls = await watch.count(() => site.settle());
    whole = await madeIn(site);
  });

  const placeOf = (state: string, left: readonly Step[]): string =>
    JSON.stringify([state, left.map(({ name, input }) => [name, 'lineId' in input && input.lineId])]);

  /** Setup run again from where it died, until it stands where an undisturbed one stood with the same still to do, or to its end. */
  async function endsLikeUndisturbed(site: Site): Promise<void> {
    const steps = await stepsFrom(site);
    for (const [at, step] of steps.entries()) {
      await take(site, step);
      // The long proof goes every way to its end.
      if (!isProof && onTheWay.has(placeOf(stateOf(site), steps.slice(at + 1)))) return;
    }
    expect(await madeIn(site)).toEqual(whole);
  }

  test(
    'at any of its calls of Jira, storage and queue ends, run again, with the same site',
    async () => {
      let deaths = 0;
      const ended = new Set<string>();
      for (const { step, before, writesBefore, calls } of walk) {
        let untouched: Site | undefined;
        const dies = async (at: number, effect: 'before' | 'after'): Promise<'left something new' | 'nothing new'> => {
          const site = untouched ?? (await openAfter(writes.slice(0, writesBefore)));
          const hasDied = await watchCalls(site).kill(at, effect, () => take(site, step));
          expect({ step, at, hasDied }).toEqual({ step, at, hasDied: true });
          deaths += 1;
          // Nothing was written, and nothing is on its way: who comes next finds what this one found.
          const isUntouched = site.forge.pending === 0 && stateOf(site) === before;
          untouched = isUntouched ? site : undefined;
          site.clock.advance(1_100);
          // What was left is all that the next run sees: from the same again it ends the same. What waits in the queue is not in it.
          const left = site.forge.pending > 0 ? `${step.name} ${String(at)} ${effect}` : stateOf(site);
          if (isUntouched || (ended.has(left) && !isProof)) return 'nothing new';
          await endsLikeUndisturbed(site);
          ended.add(left);
          return 'left something new';
        };
        for (let at = 1; at <= calls; at += 1) {
          // A call that leaves everything as it was is the same, carried out or not, to an app that never hears of it.
          if ((await dies(at, 'after')) === 'left something new' || isProof) await dies(at, 'before');
        }
        if (untouched) await endsLikeUndisturbed(untouched);
      }
      // Each of the calls that an undisturbed run makes.
      const all = walk.reduce((sum, { calls }) => sum + calls, 0);
      expect(all).toBeGreaterThan(250);
      expect(deaths).toBeGreaterThan(all);
      tell(`Setup died ${String(deaths)} times at its ${String(all)} calls, and ${String(readingCalls)} calls of its first reading follow.`);
    },
    patience(120_000),
  );

  // The reading that setup starts is a run of its own, which the queue repeats; seven in eight of its calls are for the long proof.
  test(
    'while its first reading is on the way ends with the same site',
    async () => {
      const beforeFinish = walk.at(-1);
      if (!beforeFinish) throw new Error('setup has no steps');
      for (let at = 1; at <= readingCalls; at += isProof ? 1 : 8) {
        const site = await openAfter(writes.slice(0, beforeFinish.writesBefore));
        await take(site, beforeFinish.step);
        expect(await watchCalls(site).kill(at, 'after', () => site.settle())).toBe(true);
        for (const step of await stepsFrom(site)) await take(site, step);
        expect(await madeIn(site)).toEqual(whole);
        site.clock.stop();
      }
    },
    patience(60_000),
  );
});

const twoAdmins = (data = smallSite()) =>
  openSite({ ...data, users: data.users.map((user) => (user.accountId === 'user-lead' ? { ...user, isJiraAdmin: true } : user)) });

const slowly = (site: Site, seed: number): void => {
  site.strike([
    { match: { target: 'jira', rate: 0.4 }, fault: `latency:${String(10 * seed)}` },
    { match: { target: 'kvs', rate: 0.3 }, fault: `latency:${String(7 * seed)}` },
  ]);
};

/** How often choices were saved differs between one admin and two. */
const withoutRevision = (made: unknown): unknown => JSON.parse(JSON.stringify(made, (key, value: unknown) => (key === 'revision' ? undefined : value)));

describe('two admins at once', () => {
  test.each([1, 2, 3])('end with the same site as one (%i)', async (seed) => {
    const site = twoAdmins();
    slowly(site, seed);
    await Promise.all([applyPlan(site, choices, 'user-admin'), applyPlan(site, choices, 'user-lead')]);
    const one = twoAdmins();
    await applyPlan(one);
    expect(await madeIn(site)).toEqual(await madeIn(one));
  });

  test('who choose other projects: the slower is told, has applied nothing, and with both choices the site is as if one had made them', async () => {
    const site = twoAdmins();
    const mine = { ...choices, backlogProjects: [projectOf('10001'), projectOf('10003')] };
    const theirs = { ...choices, ticketProjects: [projectOf('10003')] };
    const { revision } = valueOf(await site.call('planSetup', { choices: null }, 'user-admin'));
    const save = (own: typeof choices, as: string) => site.call('saveSetup', { choices: own, revision }, as);
    slowly(site, 1);
    const replies = await Promise.all([save(mine, 'user-admin'), save(theirs, 'user-lead')]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' });
    const both = { ...mine, ...theirs, backlogProjects: mine.backlogProjects };
    const winner = replies[0].ok ? mine : theirs;
    await Promise.all([applyPlan(site, winner, 'user-admin').catch(() => undefined), applyPlan(site, both, 'user-lead')]);
    await applyPlan(site, both, 'user-lead');
    const one = twoAdmins();
    await applyPlan(one, both);
    expect(withoutRevision(await madeIn(site))).toEqual(withoutRevision(await madeIn(one)));
  });

  test.each([1, 2, 3])('who want different types for problems: one of the two is the one, everywhere, and who comes too late is told (%i)', async (seed) => {
    const data = smallSite();
    const type = (id: string, name: string) => ({ id, name, description: '', hierarchyLevel: 0, icon: 'problem' });
    const site = twoAdmins({ ...data, issueTypes: [...data.issueTypes, type('10050', 'Pain point'), type('10060', 'Trouble')] });
    const wanting = (id: string) => ({ ...choices, adopt: { types: { problem: id }, links: {}, own: [] } });
    slowly(site, seed);
    const came = await Promise.allSettled([applyPlan(site, wanting('10050'), 'user-admin'), applyPlan(site, wanting('10060'), 'user-lead')]);
    expect(came.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const one of came) if (one.status === 'rejected') expect(String(one.reason)).toMatch(/conflict: Somebody else saved other choices/);
    site.strike([]);
    const { lines } = valueOf(await site.call('planSetup', { choices: null }, 'user-admin'));
    expect(lines.filter(({ state }) => state !== 'exists')).toEqual([]);
    const { rule } = valueOf(await site.call('gateDefaults', {}, 'user-admin'));
    const [problem = '', ...others] = rule?.statementTypeIds.problem ?? [];
    expect(others).toEqual([]);
    expect(['10050', '10060']).toContain(problem);
    // The rule in the workflow, and the scheme in which problems are written, say the same.
    const { body } = await site.rest('POST', '/rest/api/3/workflows', 'user-admin', { workflowNames: ['Simple'] });
    expect(JSON.stringify(body)).toContain(`\\"problem\\":[\\"${problem}\\"]`);
    const project = await site.rest('GET', '/rest/api/3/project/10002', 'user-admin');
    expect(JSON.stringify(project.body)).toContain(`"id":"${problem}"`);
  });
});
