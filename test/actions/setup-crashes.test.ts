import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applyPlan, choices, openSite, type Site } from './site';
import { smallSite } from './small-site';

/** What says when, by whom and in how many steps it was made, or counts up. */
const passing = new Set(['at', 'savedAt', 'savedBy', 'updated', 'version']);
const ruleId = /^0f0e0d0c-/;

/** Everything setup makes: what stands in Jira, and what the app remembers of it. */
async function madeIn(site: Site): Promise<unknown> {
  await site.settle();
  const remembered = site.forge.kvs.snapshot().entities['head']?.['settings'];
  const made = JSON.stringify([site.jira.snapshot(), remembered], (key, value: unknown) => {
    if (passing.has(key)) return undefined;
    return typeof value === 'string' && ruleId.test(value) ? 'a rule' : value;
  });
  return JSON.parse(made);
}

// The document check is for other tests: here the same few hundred calls are made again and again.
const open = (data = smallSite()) => openSite(data, { validateAnswers: false });
const twoAdmins = () => {
  const data = smallSite();
  return open({ ...data, users: data.users.map((user) => (user.accountId === 'user-lead' ? { ...user, isJiraAdmin: true } : user)) });
};

/** The writes of one undisturbed setup, in order. Between two of them the app only reads: to die there is to die after the one before. */
const writes: readonly { readonly target: string; readonly method?: string; readonly path?: string }[] = [
  { target: 'jira', method: 'POST', path: '/rest/api/3/issuetype' },
  { target: 'jira', method: 'PUT' },
  { target: 'jira', method: 'POST', path: '/rest/api/3/issueLinkType' },
  { target: 'jira', method: 'POST', path: '/rest/api/3/issuetypescheme' },
  { target: 'jira', method: 'POST', path: '/rest/api/3/screens' },
  { target: 'jira', method: 'POST', path: '/rest/api/3/forge/panel' },
  { target: 'jira', method: 'POST', path: '/rest/api/3/workflows/update' },
  { target: 'kvs', path: '/api/v1/transaction' },
  { target: 'queue', method: 'POST' },
];

describe('setup that dies', () => {
  let whole: unknown;
  beforeAll(async () => {
    const undisturbed = open();
    await applyPlan(undisturbed);
    whole = await madeIn(undisturbed);
  });
  const died: number[] = [];
  afterAll(() => {
    // As many places as setup has writes: a plan that writes elsewhere must be listed above.
    expect(died.length).toBeGreaterThan(40);
  });

  test.each(writes)('at $target $method $path ends, run again, with the same site', async (match) => {
    const dies = async (fault: string, nth: number): Promise<boolean> => {
      const site = open();
      site.strike([{ match: { ...match, nth }, fault }]);
      const isUnhurt = await applyPlan(site).then(
        () => true,
        () => false,
      );
      site.strike([]);
      if (isUnhurt) return false;
      died.push(nth);
      await applyPlan(site);
      expect({ fault, nth, made: await madeIn(site) }).toEqual({ fault, nth, made: whole });
      site.clock.stop();
      return true;
    };
    await dies('kill', 1);
    // To die before a later write of a kind is to die after the one before it.
    for (let nth = 1; await dies('kill:after', nth); nth += 1);
  });

  test.each([1, 2, 3])('two admins at once end with the same site as one (%i)', async (seed) => {
    const site = twoAdmins();
    site.strike([
      { match: { target: 'jira', rate: 0.4 }, fault: `latency:${String(10 * seed)}` },
      { match: { target: 'kvs', rate: 0.3 }, fault: `latency:${String(7 * seed)}` },
    ]);
    await Promise.all([applyPlan(site, choices, 'user-admin'), applyPlan(site, choices, 'user-lead')]);
    const one = twoAdmins();
    await applyPlan(one);
    expect(await madeIn(site)).toEqual(await madeIn(one));
  });
});
