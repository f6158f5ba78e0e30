import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sharedFolder } from '../shared-documents';
import { readManifest, root, type Manifest } from './manifest';
import { faultsOf } from './manifest-checks';
import { pathsInSource, scopeFaults, type OpenApi } from './scopes';

const run = promisify(execFile);
const manifest = readManifest();
const shared = sharedFolder();
const withDocuments = shared === undefined ? test.skip : test;

describe('Atlassian’s own tools', () => {
  test.each(['@forge/manifest', '@forge/manifest-cli'])(
    'the validator of %s passes the manifest',
    async (validator) => {
      const { stdout } = await run(process.execPath, [join(__dirname, 'validate.cjs'), validator], { cwd: root });
      expect(stdout.trim()).toBe('valid');
    },
    60_000,
  );

  withDocuments(
    'the client-side lint is clean, scopes and all',
    async () => {
      const { stdout } = await run(process.execPath, [join(__dirname, 'lint.cjs'), join(shared ?? '', 'jira-openapi')], { cwd: root, maxBuffer: 10_000_000 });
      expect(stdout.trim()).toBe('clean');
    },
    120_000,
  );
});

describe('what Atlassian’s tools let through', () => {
  test('this manifest has none of it', () => expect(faultsOf(manifest)).toEqual([]));

  const broken: readonly { readonly name: string; readonly manifest: Manifest; readonly says: RegExp }[] = [
    { name: 'an event that no product sends', manifest: withModules({ trigger: [{ events: ['avi:jira:nonsense:thing'] }] }), says: /No product sends/ },
    {
      name: 'a sixth schedule',
      manifest: withModules({ scheduledTrigger: Array.from({ length: 6 }, () => ({ interval: 'day' })) }),
      says: /at most 5 schedules/,
    },
    {
      name: 'a second five-minute schedule',
      manifest: withModules({ scheduledTrigger: [{ interval: 'fiveMinute' }, { interval: 'fiveMinute' }] }),
      says: /every five minutes/,
    },
    { name: 'an index over two range attributes', manifest: withIndex({ name: 'by-two', range: ['at', 'statementId'] }), says: /exactly one range/ },
    { name: 'an index over an attribute that is not there', manifest: withIndex({ name: 'by-none', range: ['colour'] }), says: /does not have/ },
    {
      name: 'a page that nothing opens',
      manifest: { ...manifest, resources: [{ key: 'main', path: 'static/dist', entry: { ...manifest.resources[0]?.entry, extra: 'panel.html' } }] },
      says: /Nothing opens main\/extra/,
    },
    { name: 'an icon that is not there', manifest: withModules({ 'jira:adminPage': [{ icon: 'resource:main;icons/none.svg' }] }), says: /no icon/ },
  ];
  test.each(broken)('$name is found', ({ manifest: bad, says }) => expect(faultsOf(bad).join(' ')).toMatch(says));
});

describe('scopes', () => {
  const documents = (): readonly OpenApi[] =>
    ['platform.json', 'software.json'].map((name) => JSON.parse(readFileSync(join(shared ?? '', 'jira-openapi', name), 'utf8')) as OpenApi);
  const asking = (scopes: readonly string[]) => ({ permissions: { scopes } });

  withDocuments('are those that the app’s calls need', () => expect(scopeFaults(manifest, pathsInSource(), documents())).toEqual([]));
  withDocuments('one that nothing uses is found', () =>
    expect(scopeFaults(asking([...manifest.permissions.scopes, 'read:sprint:jira-software']), pathsInSource(), documents()).join(' ')).toMatch(/not used/),
  );
  withDocuments('one that is missing is found', () =>
    expect(scopeFaults(asking(manifest.permissions.scopes.filter((scope) => scope !== 'write:jira-work')), pathsInSource(), documents()).join(' ')).toMatch(
      /No granted scope/,
    ),
  );
});

function withModules(modules: Partial<Manifest['modules']>): Manifest {
  return { ...manifest, modules: { ...manifest.modules, ...modules } as Manifest['modules'] };
}

function withIndex(index: { readonly name: string; readonly range: readonly string[] }): Manifest {
  const [first, ...rest] = manifest.app.storage.entities;
  return first ? { ...manifest, app: { ...manifest.app, storage: { entities: [{ ...first, indexes: [...first.indexes, index] }, ...rest] } } } : manifest;
}
