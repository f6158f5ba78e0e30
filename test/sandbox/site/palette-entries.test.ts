import { expect, test } from '@jest/globals';
import { entriesFor, type PaletteFacts } from '../../../sandbox/site/palette-entries';
import type { SiteModule } from '../../../sandbox/site/site-module';

const command = (key: string, title: string, words: SiteModule['command']): SiteModule => ({
  key,
  type: 'jira:command',
  title,
  frameUrl: 'http://127.0.0.1/main/page.html',
  context: {
    accountId: 'user-pm',
    cloudId: 'cloud',
    localId: 'local',
    locale: 'en-US',
    timezone: 'UTC',
    moduleKey: key,
    siteUrl: 'http://localhost',
    environmentId: 'env',
    environmentType: 'DEVELOPMENT',
    extension: {},
  },
  ...(words && { command: words }),
});

const facts: PaletteFacts = {
  commands: [
    command('rank', 'Rank the backlog', { keywords: ['evidence', 'order'], shortcut: 'g r', page: 'project' }),
    command('tag', 'Tag something', { keywords: [] }),
  ],
  projects: [
    { id: '1', key: 'LED', name: 'Ledgerly' },
    { id: '2', key: 'DISC', name: 'Discovery' },
  ],
  isJiraAdmin: false,
};
const words = (typed: string, more: Partial<PaletteFacts> = {}) => entriesFor(typed, { ...facts, ...more }).map((entry) => entry.words);

test.each([
  { typed: '', found: ['Rank the backlog', 'Tag something', 'Ledgerly (LED)', 'Discovery (DISC)'] },
  { typed: 'RANK back', found: ['Rank the backlog', 'Search work items for “RANK back”'] },
  { typed: 'evid', found: ['Rank the backlog', 'Search work items for “evid”'] },
  { typed: 'disc', found: ['Discovery (DISC)', 'Search work items for “disc”'] },
  { typed: 'led-12', found: ['LED-12'] },
  { typed: 'no such thing', found: ['Search work items for “no such thing”'] },
])('"$typed" finds $found', ({ typed, found }) => {
  expect(words(typed)).toEqual(found);
});

test('managing apps is offered to those who may', () => {
  expect(words('manage')).not.toContain('Manage apps');
  expect(words('manage', { isJiraAdmin: true })).toContain('Manage apps');
});

test('a command leads to its page, or opens its modal', () => {
  expect(entriesFor('', facts).slice(0, 2)).toMatchObject([
    { hint: 'g r', target: { kind: 'page', moduleKey: 'project' } },
    { target: { kind: 'modal', module: { key: 'tag' } } },
  ]);
});
