import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Manifest } from './manifest';

interface Operation {
  readonly 'x-atlassian-oauth2-scopes'?: readonly { readonly scopes: readonly string[]; readonly state: string }[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** Paths as they stand in route templates and in the pages' own reads. */
export function pathsInSource(folders: readonly string[] = ['src/jira', 'static']): readonly string[] {
  const found = folders.flatMap((folder) =>
    filesBelow(join(root, folder)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/[`'"](\/rest\/[^`'"\s]*)[`'"]/g)].map(([, path]) =>
        (path ?? '').replace(/\$\{[^}]*\}/g, '{}').replace(/\?.*$/, ''),
      ),
    ),
  );
  return [...new Set(found)].sort();
}

const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

/** Classic scopes of every operation that a path could be; empty lists where the documents ask for none. */
function scopesOf(path: string, documents: readonly OpenApi[]): readonly (readonly string[])[] {
  const operations = documents.flatMap(({ paths }) =>
    Object.entries(paths)
      .filter(([known]) => shapeOf(known) === path)
      .flatMap(([, methods]) => Object.values(methods)),
  );
  return operations.map((operation) => {
    const current = operation['x-atlassian-oauth2-scopes']?.find(({ state }) => state === 'Current')?.scopes ?? [];
    return current.length > 0 ? current : (operation.security ?? []).flatMap((entry) => entry['OAuth2'] ?? []);
  });
}

/** Scopes that no REST call needs: storage, and those that the documents only announce (permission checks, an app's own fields and functions). */
const otherwiseNeeded = ['storage:app', 'read:permission:jira', 'read:app-data:jira', 'write:app-data:jira'];

/** A sentence per scope that is asked for and not used, or used and not asked for, and per call the documents do not know. */
export function scopeFaults(manifest: Pick<Manifest, 'permissions'>, paths: readonly string[], documents: readonly OpenApi[]): readonly string[] {
  const granted = new Set(manifest.permissions.scopes);
  const perPath = paths.map((path) => ({ path, alternatives: scopesOf(path, documents) }));
  const used = new Set([...perPath.flatMap(({ alternatives }) => alternatives.flat()), ...otherwiseNeeded]);
  return [
    ...perPath.filter(({ alternatives }) => alternatives.length === 0).map(({ path }) => `Atlassian's documents know no ${path}.`),
    ...perPath
      .filter(({ alternatives }) => alternatives.length > 0 && !alternatives.some((scopes) => scopes.every((scope) => granted.has(scope))))
      .map(({ path }) => `No granted scope allows ${path}.`),
    ...[...granted].filter((scope) => !used.has(scope)).map((scope) => `${scope} is asked for and not used.`),
  ];
}
