import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { JiraOptions } from '../../../sandbox/jira/site';
import { app, ariOf, openJira, person, strengthId, wideFacts, wideSite } from './stand-in';

const v3 = '/rest/api/3';
const value = `PUT ${v3}/app/field/${strengthId}/value`;
const updates = (issueIds: readonly number[], to: unknown) => ({ updates: [{ issueIds, value: to }] });

/** A site with the app's field, and the events that are sent from it. */
function open(own: Partial<JiraOptions> = {}) {
  const events: { readonly name: string; readonly payload: object }[] = [];
  const hooks = { event: (name: string, payload: object) => events.push({ name, payload }), validate: () => Promise.resolve({ result: true }) };
  return { ...openJira({ app: wideFacts(), hooks, ...own }), events };
}

const issueShape = z.object({ fields: z.looseObject({ updated: z.string() }) });
const readIssue = async ({ ask }: Pick<ReturnType<typeof open>, 'ask'>, key: string) => issueShape.parse((await ask(`GET ${v3}/issue/${key}`)).body).fields;

describe('a field of the app', () => {
  test('is listed with the name of its module, and locked', async () => {
    const { ask } = open();
    expect((await ask(`GET ${v3}/field`)).body).toContainEqual(
      expect.objectContaining({
        id: strengthId,
        key: '2c1f6a3e-6d0b-4f5c-9f59-0a6a7c1d9b21__DEVELOPMENT__strength',
        name: 'Evidence strength',
        custom: true,
        schema: { type: 'number', custom: ariOf('strength'), customId: 10_100 },
      }),
    );
    expect((await ask(`GET ${v3}/field/search?query=strength`)).body).toMatchObject({
      values: [{ id: strengthId, isLocked: true, description: 'How well it is backed.' }],
    });
  });

  test('holds what the app writes, for everybody to read and search by', async () => {
    const standIn = open();
    expect(await standIn.ask(value, updates([20_001, 20_003], 7.5), app)).toMatchObject({ status: 204 });
    await standIn.ask(`POST ${v3}/app/field/value`, { updates: [{ customField: strengthId, issueIds: [20_003], value: 9 }] }, app);
    expect((await readIssue(standIn, 'LED-1'))[strengthId]).toBe(7.5);
    standIn.jira.settle();
    const keys = async (jql: string) => {
      const { body } = await standIn.ask(`POST ${v3}/search/jql`, { jql: `project = LED AND ${jql}`, fields: ['summary'] }, person('user-pm'));
      return z
        .object({ issues: z.array(z.object({ key: z.string() })) })
        .parse(body)
        .issues.map(({ key }) => key);
    };
    expect(await keys('"Evidence strength" > 8')).toEqual(['LED-3']);
    expect(await keys('cf[10100] is not EMPTY ORDER BY cf[10100] DESC')).toEqual(['LED-3', 'LED-1']);
    await standIn.ask(value, updates([20_003], null), app);
    expect((await readIssue(standIn, 'LED-3'))[strengthId]).toBeNull();
  });

  test('leaves history, moves the date and is told to apps, as the app wishes', async () => {
    const standIn = open();
    const before = await readIssue(standIn, 'LED-1');
    const changes = async () => z.object({ total: z.number() }).parse((await standIn.ask(`GET ${v3}/issue/LED-1/changelog`)).body).total;
    standIn.clock.advance(60_000);
    await standIn.ask(`${value}?generateChangelog=false`, updates([20_001], 1), app);
    expect(await changes()).toBe(0);
    expect((await readIssue(standIn, 'LED-1')).updated).not.toBe(before.updated);
    expect(standIn.events).toMatchObject([{ name: 'avi:jira:updated:issue', payload: { selfGenerated: true, changelog: { items: [] } } }]);
    await standIn.ask(`${value}?generateAppEvents=false`, updates([20_001], 2), app);
    expect([await changes(), standIn.events.length]).toEqual([1, 1]);
    // The same value again is no change.
    await standIn.ask(value, updates([20_001], 2), app);
    expect([await changes(), standIn.events.length]).toEqual([1, 1]);
  });

  test('is written by the app alone', async () => {
    const { ask } = open();
    for (const caller of [person('user-admin'), person('user-admin', 'app')])
      expect(await ask(value, updates([20_001], 1), caller)).toMatchObject({ status: 403 });
    const edited = await ask(`PUT ${v3}/issue/LED-1`, { fields: { [strengthId]: 1 } });
    expect(edited).toMatchObject({ status: 400, body: { errors: { [strengthId]: expect.stringContaining('cannot be set') } } });
  });

  test.each([
    { name: 'a text', address: value, body: updates([20_001], 'high'), status: 400 },
    { name: 'an issue that is not there', address: value, body: updates([20_001, 99], 1), status: 400 },
    { name: 'one issue twice', address: value, body: updates([20_001, 20_001], 1), status: 400 },
    { name: 'a field that is not there', address: `PUT ${v3}/app/field/customfield_1/value`, body: updates([20_001], 1), status: 404 },
  ])('refuses $name, and writes nothing', async ({ address, body, status }) => {
    const standIn = open();
    expect(await standIn.ask(address, body, app)).toMatchObject({ status });
    expect((await readIssue(standIn, 'LED-1'))[strengthId]).toBeNull();
  });

  test('counts as a write of each issue', async () => {
    const { ask } = open();
    const statuses: number[] = [];
    for (let at = 0; at < 21; at += 1) statuses.push((await ask(value, updates([20_001], at), app)).status);
    expect(statuses.indexOf(429)).toBe(20);
  });

  test('goes with the app, and comes back on no screen', async () => {
    const { ask, jira } = open();
    await ask(`POST ${v3}/screens/10000/tabs/10000/fields`, { fieldId: strengthId });
    jira.forgetApp();
    expect(await ask(value, updates([20_001], 1), app)).toMatchObject({ status: 404 });
    jira.learnApp();
    expect(jira.isOnScreen('LED', strengthId)).toBe(false);
  });
});

describe('screens', () => {
  test('show a field of the app where an admin has put it', async () => {
    const { ask, jira } = open();
    const fields = `${v3}/screens/10000/tabs/10000/fields`;
    expect([jira.isOnScreen('LED', 'summary'), jira.isOnScreen('LED', strengthId)]).toEqual([true, false]);
    expect(await ask(`POST ${fields}`, { fieldId: strengthId })).toMatchObject({ status: 200, body: { id: strengthId, name: 'Evidence strength' } });
    expect([jira.isOnScreen('LED', strengthId), jira.isOnScreen('DISC', strengthId)]).toEqual([true, false]);
    expect((await ask(`GET ${v3}/field/${strengthId}/screens?expand=tab`)).body).toMatchObject({
      values: [{ id: 10_000, name: 'Ledgerly: default screen', tab: { id: 10_000, name: 'Field Tab' } }],
    });
    expect(await ask(`POST ${fields}`, { fieldId: strengthId })).toMatchObject({ status: 400 });
    expect(await ask(`POST ${fields}`, { fieldId: 'customfield_1' })).toMatchObject({ status: 404 });
  });

  test('are one for each company-managed project, and the default one', async () => {
    const { ask } = open();
    const names = async (query = '') =>
      z
        .object({ values: z.array(z.object({ name: z.string() })) })
        .parse((await ask(`GET ${v3}/screens${query}`)).body)
        .values.map(({ name }) => name);
    expect(await names()).toEqual(['Default Screen', 'Ledgerly: default screen', 'Discovery: default screen', 'Hidden: default screen']);
    expect(await names('?queryString=disc')).toEqual(['Discovery: default screen']);
  });

  test('take a field by the default screen once', async () => {
    const { ask } = open();
    const address = `POST ${v3}/screens/addToDefault/${strengthId}`;
    expect([(await ask(address)).status, (await ask(address)).status]).toEqual([200, 404]);
  });

  test('are for Jira admins', async () => {
    const { ask } = open();
    for (const address of [`GET ${v3}/screens`, `GET ${v3}/screens/1/tabs`, `POST ${v3}/screens/addToDefault/${strengthId}`, `GET ${v3}/field/summary/screens`])
      expect(await ask(address, undefined, person('user-lead'))).toMatchObject({ status: 403 });
  });

  test('decide what can be edited', async () => {
    const wide = wideSite();
    const estimate = { fields: { customfield_10016: 5 } };
    const narrow = { id: 7, name: 'Narrow', tabs: [{ id: 70, name: 'Tab', fieldIds: ['summary'] }] };
    const { ask } = openJira({}, { ...wide, screens: [narrow], projects: wide.projects.map((one) => (one.key === 'LED' ? { ...one, screenId: 7 } : one)) });
    expect(await open().ask(`PUT ${v3}/issue/LED-3`, estimate)).toMatchObject({ status: 204 });
    expect(await ask(`PUT ${v3}/issue/LED-3`, estimate)).toMatchObject({
      status: 400,
      body: { errors: { customfield_10016: expect.stringContaining('screen') } },
    });
  });
});
