import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { appFactsOf } from '../../../sandbox/forge/app-facts';
import { manifestOf, readManifest } from '../../../sandbox/forge/manifest';
import { probeDirectory, probeManifest } from './probe';

const text = readFileSync(join(probeDirectory, 'manifest.yml'), 'utf8');
const changed = (from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const schedule = (name: string) => `    - { key: ${name}, function: on-sweep, interval: hour }\n`;

test("the app's own manifest is one the sandbox runs whole", () => {
  expect(readManifest(join(__dirname, '../../../manifest.yml')).notRun).toEqual([]);
});

test('Jira learns what it must know of the app', () => {
  expect(appFactsOf(probeManifest(), 'env')).toMatchObject({
    environmentId: 'env',
    scopes: ['storage:app', 'read:jira-work'],
    panels: ['panel'],
    validators: [{ key: 'gate', projectTypes: ['company-managed'] }],
  });
});

test.each([
  { name: 'a module type it does not know', from: 'jira:issuePanel:', to: 'jira:timeMachine:', says: 'jira:timeMachine' },
  { name: 'an event Atlassian never sends', from: 'avi:jira:updated:issue', to: 'avi:jira:updated:comment', says: 'avi:jira:updated:comment' },
  { name: 'a function nobody declared', from: 'function: on-run }', to: 'function: ghost }', says: '"ghost"' },
  { name: 'a long time for a resolver', from: 'handler: index.rpc', to: 'handler: index.rpc, timeoutSeconds: 300', says: 'timeoutSeconds' },
  { name: 'six schedules', from: schedule('sweep'), to: ['a', 'b', 'c', 'd', 'e', 'f'].map(schedule).join(''), says: '5 scheduled' },
  { name: 'an index over two ranges', from: 'range: [weight]', to: 'range: [weight, at]', says: 'exactly one' },
  { name: 'an index over anything', from: 'range: [weight]', to: 'range: [record]', says: 'cannot be indexed' },
  { name: 'eight indexes', from: '          - at\n', to: '          - at\n'.repeat(6), says: 'at most 7' },
  { name: 'a way out', from: 'permissions:\n', to: 'permissions:\n  external: { fetch: { backend: [https://example.com] } }\n', says: 'egress' },
  { name: 'an event filter it cannot judge', from: 'ignoreSelf: true', to: 'expression: "true"', says: 'expression' },
  { name: 'a key used twice', from: 'key: on-run,', to: 'key: run,', says: 'twice' },
])('refuses $name, by name', ({ from, to, says }) => {
  expect(() => manifestOf(changed(from, to))).toThrow(says);
});

test('names what it declares but nothing runs', () => {
  expect(manifestOf(changed('modules:\n', 'modules:\n  jira:command: [{ key: open }]\n')).notRun).toEqual(['jira:command']);
});
