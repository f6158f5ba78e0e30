import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openJira, person, wideSite } from './stand-in';

const v3 = '/rest/api/3';
const backlog = '/rest/software/1.0/board/1/backlog';
const keysOf = (body: unknown) =>
  z
    .object({ issues: z.array(z.object({ key: z.string() })) })
    .parse(body)
    .issues.map(({ key }) => key);

describe('an issue type in use', () => {
  test.each([
    { name: 'without another in its place', query: '', status: 404 },
    { name: 'for itself', query: '?alternativeIssueTypeId=10002', status: 409 },
    { name: 'for a sub-task', query: '?alternativeIssueTypeId=10003', status: 409 },
    { name: 'for none that there is', query: '?alternativeIssueTypeId=99', status: 404 },
  ])('is not deleted $name', async ({ query, status }) => {
    expect(await openJira().ask(`DELETE ${v3}/issuetype/10002${query}`)).toMatchObject({ status });
  });

  test('leaves its issues to an alternative', async () => {
    const { ask } = openJira();
    const alternatives = z.array(z.object({ id: z.string() })).parse((await ask(`GET ${v3}/issuetype/10002/alternatives`)).body);
    expect(alternatives.map(({ id }) => id)).toEqual(['10000', '10001']);
    expect(await ask(`DELETE ${v3}/issuetype/10002?alternativeIssueTypeId=10001`)).toMatchObject({ status: 204 });
    expect((await ask(`GET ${v3}/issue/LED-3`)).body).toMatchObject({ fields: { issuetype: { id: '10001' } } });
  });

  test('stays in its scheme', async () => {
    const { ask } = openJira();
    expect(await ask(`DELETE ${v3}/issuetypescheme/10100/issuetype/10002`)).toMatchObject({ status: 400 });
  });

  test('a scheme keeps its last type that is no sub-task', async () => {
    const wide = wideSite();
    const { ask } = openJira({}, { ...wide, issueTypeSchemes: [...wide.issueTypeSchemes, { id: '10102', name: 'Thin', issueTypeIds: ['10001', '10003'] }] });
    expect(await ask(`DELETE ${v3}/issuetypescheme/10102/issuetype/10001`)).toMatchObject({ status: 400 });
    expect(await ask(`DELETE ${v3}/issuetypescheme/10102/issuetype/10003`)).toMatchObject({ status: 204 });
  });
});

describe('the backlog of a board', () => {
  test('has what is not done and in no sprint, by rank, page by page', async () => {
    const { ask, jira } = openJira();
    expect(keysOf((await ask(`GET ${backlog}?fields=summary`)).body)).toEqual(['LED-2', 'LED-4']);
    await ask('PUT /rest/agile/1.0/issue/rank', { issues: ['LED-4'], rankBeforeIssue: 'LED-1' });
    jira.settle();
    const first = await ask(`GET ${backlog}?fields=summary&maxResults=1`);
    expect(first.body).toMatchObject({ isLast: false, issues: [{ key: 'LED-4', fields: { summary: 'LED-4 summary' } }] });
    const { nextPageToken } = z.object({ nextPageToken: z.string() }).parse(first.body);
    expect((await ask(`GET ${backlog}?fields=summary&maxResults=1&nextPageToken=${nextPageToken}`)).body).toMatchObject({
      isLast: true,
      issues: [{ key: 'LED-2' }],
    });
  });

  test('can be narrowed by a query, and counted', async () => {
    const { ask } = openJira();
    expect(keysOf((await ask(`GET ${backlog}?jql=${encodeURIComponent('issuetype = Bug')}`)).body)).toEqual(['LED-4']);
    expect((await ask(`GET ${backlog}/approximate-count`)).body).toEqual({ count: 2 });
    expect(await ask(`GET ${backlog}?jql=${encodeURIComponent('flavour = sweet')}`)).toMatchObject({ status: 400 });
  });

  test('is for those who see the board', async () => {
    expect(await openJira().ask(`GET ${backlog}`, undefined, person('user-outsider'))).toMatchObject({ status: 404 });
  });
});

test('a board tells by which fields it estimates and ranks', async () => {
  expect((await openJira().ask('GET /rest/agile/1.0/board/1/configuration')).body).toMatchObject({
    estimation: { type: 'field', field: { fieldId: 'customfield_10016', displayName: 'Story point estimate' } },
    ranking: { rankCustomFieldId: 10_019 },
  });
});
