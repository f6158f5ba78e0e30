import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Sandbox } from '../../../sandbox/server';
import { startProbeSandbox } from './probe-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startProbeSandbox();
});
afterAll(() => sandbox.stop());

const as = async (user: string, path: string) => {
  const session = await fetch(`${sandbox.url}/__site/session`, { method: 'POST', body: JSON.stringify({ accountId: `user-${user}` }) });
  const response = await fetch(sandbox.url + path, { headers: { cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '' } });
  return { status: response.status, body: z.unknown().parse(await response.json()) };
};
const project = { id: '1', key: 'LED', type: 'software' };

describe('a place of the site shows', () => {
  test.each([
    {
      name: 'the pages of a project, the settings to those who administer it',
      user: 'admin',
      query: 'projectKey=LED',
      modules: [
        { key: 'project', context: { extension: { type: 'jira:projectPage', project, location: '/projects/LED/apps/project' } } },
        { key: 'settings', context: { extension: { type: 'jira:projectSettingsPage', project, location: '/projects/LED/settings/apps/settings' } } },
      ],
    },
    { name: 'no settings to others', user: 'pm', query: 'projectKey=LED&type=jira:projectSettingsPage', modules: [] },
    {
      name: 'what acts on a search, to be told later on what',
      user: 'viewer',
      query: 'place=navigator&type=jira:issueNavigatorAction',
      modules: [
        {
          key: 'navigator-bulk',
          title: 'Tag these',
          viewportSize: 'large',
          context: { extension: { type: 'jira:issueNavigatorAction', location: '/issues/' } },
        },
      ],
    },
    {
      name: 'what acts on the backlog of a board',
      user: 'pm',
      query: 'place=backlog&projectKey=LED',
      modules: [{ key: 'backlog-bulk', context: { extension: { type: 'jira:backlogAction', board: { id: '7', type: 'scrum' }, project } } }],
    },
    { name: 'nothing for the backlog of a project without a board', user: 'pm', query: 'place=backlog&projectKey=DISC', modules: [] },
    {
      name: 'the commands, with what finds them and where they lead',
      user: 'pm',
      query: 'place=commands',
      modules: [
        { key: 'open-settings', title: 'Open the settings', command: { keywords: ['trust', 'source'], page: 'settings' } },
        { key: 'tag-command', viewportSize: 'small', command: { keywords: [], shortcut: 't t' }, context: { extension: { type: 'jira:command' } } },
      ],
    },
  ])('$name', async ({ user, query, modules }) => {
    const { body } = await as(user, `/__site/modules?${query}`);
    const text = JSON.stringify(body).replaceAll(sandbox.url, '');
    expect(JSON.parse(text)).toMatchObject(modules);
  });

  test('nothing without a word on where', async () => {
    expect(await as('pm', '/__site/modules?type=jira:command')).toMatchObject({ status: 400, body: { error: expect.stringContaining('Say where') } });
  });
});

test.each([
  { query: 'moduleKey=project&projectKey=LED', status: 200, body: { path: '/projects/LED/apps/project' } },
  { query: 'moduleKey=settings&projectKey=LED', status: 200, body: { path: '/projects/LED/settings/apps/settings' } },
  { query: 'moduleKey=settings', status: 404, body: { error: expect.stringContaining('needs a project') } },
  { query: 'moduleKey=panel&projectKey=LED', status: 404, body: { error: expect.stringContaining('"panel"') } },
  { query: 'moduleKey=ghost', status: 404, body: { error: expect.stringContaining('"ghost"') } },
])('a page of the app has an address: $query', async ({ query, status, body }) => {
  expect(await as('pm', `/__site/address?${query}`)).toMatchObject({ status, body });
});

test('a page invokes the resolver of whichever module it stands in', async () => {
  for (const moduleKey of ['settings', 'navigator-bulk', 'backlog-bulk', 'tag-command'])
    expect(await sandbox.forge.invoke({ moduleKey, functionKey: 'whoAmI', accountId: 'user-pm' })).toMatchObject({ context: { moduleKey } });
});
