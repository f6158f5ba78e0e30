import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '../..');

interface Entity {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: string }>>;
  readonly indexes: readonly (string | { readonly name: string; readonly range: readonly string[]; readonly partition?: readonly string[] })[];
}

interface Trigger {
  readonly events: readonly string[];
}

/** What our own checks read of a manifest; Atlassian's validator has checked its shape before. */
export interface Manifest {
  readonly app: { readonly storage: { readonly entities: readonly Entity[] } };
  readonly modules: {
    readonly trigger: readonly Trigger[];
    readonly scheduledTrigger: readonly { readonly interval: string }[];
    readonly function: readonly { readonly key: string; readonly handler: string }[];
    readonly [type: string]: readonly object[];
  };
  readonly resources: readonly { readonly key: string; readonly path: string; readonly entry: Readonly<Record<string, string>> }[];
  readonly permissions: { readonly scopes: readonly string[] };
}

/** The project's manifest. The file is ours and validated in the same run, so it is taken for what it says. */
export const readManifest = (): Manifest => parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as Manifest;
