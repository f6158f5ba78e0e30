import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { entitySchema, type EntityDefinition } from './kvs/entity-definition';
import { entrySchemas, eventNameOf, type Entry, type ModuleEntry } from './module-entries';
import { commandTargets, moduleTypes } from './module-types';
import { knownProductEvents } from './product-events';

/** A manifest the sandbox will not run, with the place that is wrong. */
class ManifestRefused extends Error {
  override readonly name = 'ManifestRefused';
}

const manifestSchema = z.object({
  app: z.object({
    id: z.string().startsWith('ari:cloud:ecosystem::app/'),
    storage: z.object({ entities: z.array(entitySchema).max(20).default([]) }).default({ entities: [] }),
    licensing: z.object({ enabled: z.boolean() }).optional(),
  }),
  modules: z.record(z.string(), z.array(entrySchemas.any)),
  resources: z
    .array(z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }))
    .max(50)
    .default([]),
  permissions: z.looseObject({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
});

export interface Manifest {
  readonly appId: string;
  readonly isLicensed: boolean;
  readonly scopes: readonly string[];
  readonly permissions: Readonly<Record<string, unknown>>;
  readonly modules: Readonly<Record<string, readonly ModuleEntry[]>>;
  readonly functions: ReadonlyMap<string, Entry<'function'>>;
  readonly resources: ReadonlyMap<string, { readonly path: string; readonly entries: ReadonlyMap<string, string> }>;
  readonly entities: readonly EntityDefinition[];
  readonly triggers: readonly Entry<'trigger'>[];
  readonly schedules: readonly Entry<'schedule'>[];
  readonly consumers: readonly Entry<'consumer'>[];
  readonly validators: readonly Entry<'validator'>[];
  readonly entityProperties: readonly Entry<'entityProperty'>[];
  readonly customFields: readonly Entry<'customField'>[];
  readonly jqlFunctions: readonly Entry<'jqlFunction'>[];
  readonly commands: readonly Entry<'command'>[];
  readonly preUninstalls: readonly Entry<'preUninstall'>[];
}

export const readManifest = (file: string): Manifest => manifestOf(readFileSync(file, 'utf8'), file);

export function manifestOf(text: string, name = 'manifest.yml'): Manifest {
  const parsed = manifestSchema.safeParse(parse(text));
  if (!parsed.success) throw new ManifestRefused(`${name}: ${z.prettifyError(parsed.error)}`);
  const { app, modules, resources, permissions } = parsed.data;

  for (const type of Object.keys(modules)) if (!(type in moduleTypes)) throw new ManifestRefused(`${name}: the sandbox does not know modules of type ${type}`);
  const entries = <Read>(type: string, schema: z.ZodType<Read>): Read[] =>
    (modules[type] ?? []).map((entry) => {
      const read = schema.safeParse(entry);
      if (!read.success) throw new ManifestRefused(`${name}: ${type} "${entry.key}": ${z.prettifyError(read.error)}`);
      return read.data;
    });
  for (const type of ['jira:issueNavigatorAction', 'jira:backlogAction']) entries(type, entrySchemas.action);

  const manifest: Manifest = {
    appId: app.id.replace('ari:cloud:ecosystem::app/', ''),
    isLicensed: app.licensing?.enabled ?? false,
    scopes: permissions.scopes,
    permissions,
    modules,
    functions: new Map(entries('function', entrySchemas.function).map((entry) => [entry.key, entry])),
    resources: new Map(resources.map(({ key, path, entry }) => [key, { path, entries: new Map(Object.entries(entry ?? {})) }])),
    entities: app.storage.entities,
    triggers: entries('trigger', entrySchemas.trigger),
    schedules: entries('scheduledTrigger', entrySchemas.schedule),
    consumers: entries('consumer', entrySchemas.consumer),
    validators: entries('jira:workflowValidator', entrySchemas.validator),
    entityProperties: entries('jira:entityProperty', entrySchemas.entityProperty),
    customFields: entries('jira:customField', entrySchemas.customField),
    jqlFunctions: entries('jira:jqlFunction', entrySchemas.jqlFunction),
    commands: entries('jira:command', entrySchemas.command),
    preUninstalls: entries('preUninstall', entrySchemas.preUninstall),
  };
  for (const problem of problemsOf(manifest)) throw new ManifestRefused(`${name}: ${problem}`);
  return manifest;
}

function* problemsOf(manifest: Manifest): Generator<string> {
  const keys = Object.values(manifest.modules).flatMap((entries) => entries.map(({ key }) => key));
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) yield `the module key "${twice}" is used twice`;
  for (const [type, entries] of Object.entries(manifest.modules)) {
    for (const entry of entries) {
      for (const key of named('function', entry))
        if (!manifest.functions.has(key)) yield `${type} "${entry.key}" names the function "${key}", which is not declared`;
      for (const name of named('resource', entry))
        if (!isDeclared(manifest, name)) yield `${type} "${entry.key}" shows the resource "${name}", which is not declared`;
    }
  }
  for (const { key, target } of manifest.commands) {
    if ('page' in target && !commandTargets.some((type) => manifest.modules[type]?.some((page) => page.key === target.page) === true))
      yield `jira:command "${key}" leads to the page "${target.page}", which is not declared`;
  }
  const events = knownProductEvents();
  for (const trigger of manifest.triggers) {
    for (const event of trigger.events.map(eventNameOf))
      if (!events.has(event)) yield `trigger "${trigger.key}" waits for ${event}, which Atlassian never sends`;
  }
  if ('external' in manifest.permissions) yield 'permissions.external opens egress, for which the sandbox has no door';
  if (manifest.schedules.length > 5) yield 'at most 5 scheduled triggers';
  if (manifest.schedules.filter(({ interval }) => interval === 'fiveMinute').length > 1) yield 'at most one scheduled trigger every five minutes';
  for (const entry of manifest.functions.values()) {
    if (entry.timeoutSeconds !== undefined && !isBackgroundOnly(manifest, entry.key))
      yield `function "${entry.key}" has timeoutSeconds, but something else than queues and schedules calls it`;
  }
}

/** Every function or resource an entry names: `function: x` and `resolver: { function: x }`, at any depth. */
function named(what: 'function' | 'resource', value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === what && typeof inner === 'string' ? [inner] : named(what, inner)));
}

function isDeclared({ resources }: Manifest, resource: string): boolean {
  const [key = '', entry] = resource.split('/');
  const found = resources.get(key);
  return found !== undefined && (entry === undefined || found.entries.has(entry));
}

export function isBackgroundOnly(manifest: Manifest, functionKey: string): boolean {
  return Object.entries(manifest.modules).every(
    ([type, entries]) =>
      ['function', 'consumer', 'scheduledTrigger'].includes(type) || !entries.some((entry) => named('function', entry).includes(functionKey)),
  );
}

/** The function that answers `invoke` from a module's page. */
export function resolverOf(manifest: Manifest, moduleKey: string): string | undefined {
  const schema = z.object({ resolver: z.object({ function: z.string() }) });
  for (const [type, entries] of Object.entries(manifest.modules)) {
    if (moduleTypes[type] !== 'page') continue;
    const found = schema.safeParse(entries.find(({ key }) => key === moduleKey));
    if (found.success) return found.data.resolver.function;
  }
  return undefined;
}
