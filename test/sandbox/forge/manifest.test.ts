import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { appFactsOf, factsWhile } from '../../../sandbox/forge/app-facts';
import { manifestOf, readManifest } from '../../../sandbox/forge/manifest';
import { probeDirectory, probeManifest } from './probe';

const text = readFileSync(join(probeDirectory, 'manifest.yml'), 'utf8');
const changed = (from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const schedule = (name: string) => `    - { key: ${name}, function: on-sweep, interval: hour }\n`;

test("the app's own manifest is one the sandbox runs whole", () => {
  expect(() => readManifest(join(__dirname, '../../../manifest.yml'))).not.toThrow();
});

test('Jira learns what it must know of the app', () => {
  expect(appFactsOf(probeManifest(), 'env')).toMatchObject({
    environmentId: 'env',
    scopes: ['storage:app', 'read:jira-work'],
    panels: ['panel'],
    validators: [{ key: 'gate', projectTypes: ['company-managed'] }],
    customFields: [{ key: 'score', name: 'Probe score', description: 'What the probe makes of it', type: 'number', readOnly: true }],
    jqlFunctions: [
      {
        key: 'without',
        name: 'withoutProof',
        arguments: [{ name: 'level', required: false }],
        types: ['issue'],
        operators: ['in', 'not in'],
        function: 'answer-jql',
      },
    ],
  });
});

test('of an app that is gone Jira knows nothing but its name', () => {
  let isInstalled = true;
  const facts = factsWhile(() => isInstalled, appFactsOf(probeManifest(), 'env'));
  expect(facts).toEqual(appFactsOf(probeManifest(), 'env'));
  isInstalled = false;
  expect(facts).toEqual({
    appId: facts.appId,
    environmentId: 'env',
    scopes: [],
    entityProperties: [],
    validators: [],
    panels: [],
    customFields: [],
    jqlFunctions: [],
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
  { name: 'a command that leads nowhere', from: 'page: settings', to: 'page: heaven', says: '"heaven"' },
  { name: 'a page it has no file for', from: 'resource: main/bulk, resolver', to: 'resource: main/loose, resolver', says: '"main/loose"' },
  { name: 'an action without a modal', from: 'title: Tag these,', to: 'title: Tag these, actionType: dynamic,', says: 'actionType' },
  { name: 'a field that is no number', from: 'type: number, readOnly', to: 'type: string, readOnly', says: 'type' },
  { name: 'a field that computes its value', from: 'readOnly: true', to: 'readOnly: true, view: { value: { function: rpc } }', says: 'value' },
  { name: 'an operator JQL does not have', from: '[in, not in]', to: '[contains]', says: 'operators' },
  { name: 'a key used twice', from: 'key: on-run,', to: 'key: run,', says: 'twice' },
])('refuses $name, by name', ({ from, to, says }) => {
  expect(() => manifestOf(changed(from, to))).toThrow(says);
});
