import { describe, expect, test } from '@jest/globals';
import { Router, routes } from '../../../sandbox/jira/route';
import { appFacts, app, hasDocuments, openJira, person } from './stand-in';

describe('the way of a call', () => {
  test('a written segment wins over an open one', async () => {
    const { ask } = openJira();
    expect(await ask('GET /rest/api/3/issue/limit/report')).toMatchObject({ status: 200, body: { limits: { issuelinks: 2_000 } } });
    expect(await ask('GET /rest/api/3/issue/LED-1')).toMatchObject({ status: 200, body: { key: 'LED-1' } });
  });

  test('an open segment comes decoded', async () => {
    const { ask } = openJira();
    await ask('PUT /rest/api/3/issue/LED-1/properties/a%2Fb', { a: 1 });
    expect(await ask('GET /rest/api/3/issue/LED-1/properties/a%2Fb')).toMatchObject({ body: { key: 'a/b' } });
  });

  test('one address has one route', () => {
    const done = () => ({ status: 204 });
    const twice = routes('platform', [
      ['GET /a/{one}', 'one', 'read', done],
      ['GET /a/{other}', 'other', 'read', done],
    ]);
    expect(() => new Router(twice)).toThrow('Two routes for GET /a/{other}');
  });

  test('an empty body goes without a content type', async () => {
    const { ask } = openJira();
    const answer = await ask('POST /rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'LED-2' }, outwardIssue: { key: 'LED-4' } });
    expect(answer).toMatchObject({ status: 201, body: undefined });
    expect(Object.keys(answer.headers)).not.toContain('content-type');
  });

  test('a body that is no JSON, or does not say so, is refused', async () => {
    const { jira } = openJira();
    const call = { method: 'PUT', path: '/rest/api/3/issue/LED-1', body: '{', caller: person('user-pm') };
    expect(await jira.handle({ ...call, headers: { 'content-type': 'application/json' } })).toMatchObject({ status: 400 });
    expect(await jira.handle({ ...call, body: '{}', headers: {} })).toMatchObject({ status: 415 });
  });
});

describe('what is not served', () => {
  test('says so by its address, never as a missing thing', async () => {
    const { ask } = openJira();
    const operation = hasDocuments ? ' (getRemoteIssueLinks)' : '';
    expect(await ask('GET /rest/api/3/issue/LED-1/remotelink')).toMatchObject({
      status: 501,
      body: { errorMessages: [`The local stand-in does not serve GET /rest/api/3/issue/LED-1/remotelink${operation}.`] },
    });
    expect(await ask('POST /rest/api/2/issue', {})).toMatchObject({ status: 501 });
    expect(await ask('GET /rest/api/3/nonsense')).toMatchObject({ status: 501 });
  });

  test('the old search is gone', async () => {
    const { ask } = openJira();
    expect(await ask('POST /rest/api/3/search', { jql: 'project = LED' })).toMatchObject({ status: 410 });
  });

  test('nothing is found elsewhere', async () => {
    const { ask } = openJira();
    expect(await ask('GET /elsewhere')).toMatchObject({ status: 404 });
  });
});

describe('who comes', () => {
  test('somebody unknown is not let in', async () => {
    const { ask } = openJira();
    expect(await ask('GET /rest/api/3/myself', undefined, { kind: 'anonymous' })).toMatchObject({ status: 401 });
    expect(await ask('GET /rest/api/3/myself', undefined, person('user-nobody'))).toMatchObject({ status: 401 });
  });

  test('the app needs the scope, whoever it acts for; a person by hand needs none', async () => {
    const { ask } = openJira({ app: { ...appFacts(), scopes: ['read:jira-work'] } });
    const address = 'PUT /rest/api/3/issue/LED-1/properties/one';
    for (const caller of [app, person('user-pm', 'app'), person('user-pm', 'bridge')])
      expect(await ask(address, { a: 1 }, caller)).toMatchObject({ status: 401, body: { message: 'Unauthorized; scope does not match' } });
    expect(await ask(address, { a: 1 }, person('user-pm', 'browser'))).toMatchObject({ status: 201 });
    expect(await ask('GET /rest/api/3/issue/LED-1', undefined, app)).toMatchObject({ status: 200 });
  });

  test('a person sees what the person may see, a hidden issue is like none', async () => {
    const { ask } = openJira();
    const hidden = await ask('GET /rest/api/3/issue/HID-1', undefined, person('user-pm'));
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual((await ask('GET /rest/api/3/issue/HID-9', undefined, person('user-pm'))).body);
  });
});
