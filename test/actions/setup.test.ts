import { describe, expect, test } from '@jest/globals';
import { choices, openSite, setUp, valueOf, type Site } from './site';
import { smallSite } from './small-site';

const planOf = async (site: Site, chosen = choices) => valueOf(await site.call('planSetup', { choices: chosen }, 'user-admin'));
const statesOf = async (site: Site) => (await planOf(site)).lines.map(({ id, state }) => `${id} ${state}`);
const snapshotOf = (site: Site): string => JSON.stringify(site.jira.snapshot());

describe('setup', () => {
  test('shows the plan and changes nothing by it', async () => {
    const site = openSite();
    const before = snapshotOf(site);
    expect((await statesOf(site)).filter((line) => /^(type|link)\./.test(line))).toEqual(
      ['type.insight', 'type.problem', 'type.opportunity', 'link.evidences', 'link.refutes', 'link.opens', 'link.solves', 'link.realises', 'link.partOf'].map(
        (id) => `${id} will-create`,
      ),
    );
    expect(snapshotOf(site)).toBe(before);
  });

  test('applied, everything exists; a second run changes nothing', async () => {
    const site = openSite();
    await setUp(site);
    expect((await statesOf(site)).filter((line) => !line.endsWith(' exists') && !line.startsWith('effort'))).toEqual([]);
    const before = snapshotOf(site);
    expect(await setUp(site)).toEqual([]);
    expect(snapshotOf(site)).toBe(before);
  });

  test('says which projects share the scheme, and with "copy" leaves the other as it is', async () => {
    const site = openSite();
    expect((await planOf(site)).sharedSchemes).toEqual([{ scheme: 'Shared', projects: expect.arrayContaining(['Discovery', 'Ledgerly']) }]);
    await setUp(site);
    const { body } = await site.rest('GET', '/rest/api/3/project/10001', 'user-pm');
    expect(JSON.stringify(body)).not.toContain('"Problem"');
  });

  test('adopts what is there: a type and a link type of our names', async () => {
    const data = smallSite();
    const site = openSite({
      ...data,
      issueTypes: [...data.issueTypes, { id: '10050', name: 'Problem', description: '', hierarchyLevel: 0, icon: 'problem' }],
      linkTypes: [...data.linkTypes, { id: '10060', name: 'Solves', outward: 'solves', inward: 'is solved by' }],
    });
    await setUp(site);
    expect(valueOf(await site.call('gateDefaults', {}, 'user-admin')).rule).toMatchObject({
      statementTypeIds: { problem: '10050' },
      solvesLinkTypeId: '10060',
    });
  });

  test('two admins at once make nothing twice', async () => {
    const site = openSite();
    const apply = () => site.call('applySetupLine', { requestId: 'request-twice', lineId: 'type.problem', choices }, 'user-admin');
    const replies = await Promise.all([apply(), apply()]);
    expect(replies.map((reply) => valueOf(reply).line.state)).toEqual(['exists', 'exists']);
  });

  test.each(['planSetup', 'applySetupLine', 'finishSetup', 'gateDefaults'])('%s is refused to anybody but a Jira admin', async (name) => {
    const site = openSite();
    const reply = await site.callRaw(
      name,
      { choices, lineId: 'type.problem', requestId: 'request-hostile', isAdmin: true, accountId: 'user-admin' },
      'user-lead',
    );
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
  });
});

// Every write of setup is one place to die at: after the call took effect and before anybody knew.
test.each([
  { what: 'creating a type', match: { target: 'jira', method: 'POST', path: '/rest/api/3/issuetype' } },
  { what: 'marking a type', match: { target: 'jira', method: 'PUT', path: '/rest/api/3/issuetype/' } },
  { what: 'creating a link type', match: { target: 'jira', method: 'POST', path: '/rest/api/3/issueLinkType' } },
  { what: 'copying a scheme', match: { target: 'jira', method: 'POST', path: '/rest/api/3/issuetypescheme' } },
  { what: 'assigning a scheme', match: { target: 'jira', method: 'PUT', path: '/rest/api/3/issuetypescheme/project' } },
  { what: 'pinning the panel', match: { target: 'jira', method: 'POST', path: '/rest/api/3/forge/panel' } },
  { what: 'remembering', match: { target: 'kvs', path: '/api/v1/transaction' } },
])('killed while $what, the next run ends with the same site', async ({ match }) => {
  const undisturbed = openSite();
  await setUp(undisturbed);
  for (const fault of ['kill', 'kill:after']) {
    const site = openSite();
    site.strike([{ match: { ...match, nth: 1 }, fault }]);
    await setUp(site).catch(() => undefined);
    site.strike([]);
    await setUp(site);
    expect(await namesOf(site)).toEqual(await namesOf(undisturbed));
    expect(await statesOf(site)).toEqual(await statesOf(undisturbed));
  }
});

async function namesOf(site: Site): Promise<unknown> {
  const [types, links, schemes] = await Promise.all(
    ['issuetype', 'issueLinkType', 'issuetypescheme'].map((what) => site.rest('GET', `/rest/api/3/${what}`, 'user-admin')),
  );
  return [types, links, schemes].map((answered) => [...JSON.stringify(answered?.body).matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name).sort());
}
