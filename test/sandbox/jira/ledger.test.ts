import { describe, expect, test } from '@jest/globals';
import { app, openJira, person } from './stand-in';

const hour = 3_600_000;
const fetchTwo = { issueIdsOrKeys: ['LED-1', 'LED-3'], fields: ['summary'] };
const asPm = person('user-pm', 'app');

describe('the points', () => {
  test.each([
    { name: 'a read is 1, and 1 an issue', address: 'POST /rest/api/3/issue/bulkfetch', body: fetchTwo, points: 3 },
    { name: 'an empty read is 1', address: 'POST /rest/api/3/issue/bulkfetch', body: { issueIdsOrKeys: ['LED-99'], fields: ['summary'] }, points: 1 },
    { name: 'a person is 2', address: 'GET /rest/api/3/myself', body: undefined, points: 3 },
    { name: 'a write is 1', address: 'PUT /rest/api/3/issue/LED-1/properties/one', body: { a: 1 }, points: 1 },
    { name: 'a refusal is 1', address: 'GET /rest/api/3/issue/HID-1', body: undefined, points: 1 },
  ])('$name', async ({ address, body, points }) => {
    const scopes = ['read:jira-work', 'write:jira-work', 'read:jira-user'];
    const { ask, jira } = openJira();
    const { jira: wider, ask: askWider } = openJira({ app: { ...appOf(jira), scopes } });
    await askWider(address, body, asPm);
    expect(wider.ledger.points).toBe(points);
    expect(ask).toBeDefined();
  });
});
