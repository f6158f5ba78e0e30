import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { moduleTypes } from './module-types';
import { entitySchema, type EntityDefinition } from './kvs/entity-definition';
import { knownProductEvents } from './product-events';

/** A manifest the sandbox will not run, with the place that is wrong. */
class ManifestRefused extends Error {
  override readonly name = 'ManifestRefused';
}

const moduleEntry = z.looseObject({ key: z.string().min(1) });
type ModuleEntry = z.infer<typeof moduleEntry>;

const functionEntry = z.object({
  key: z.string(),
  handler: z.string().regex(/^[\w./-]+\.\w+$/, 'must be file.export'),
  timeoutSeconds: z.number().min(1).max(900).optional(),
  runtime: z.unknown().optional(),
});
type FunctionEntry = z.infer<typeof functionEntry>;

const filter = z.strictObject({ ignoreSelf: z.boolean().optional() });
const eventEntry = z.union([z.string(), z.strictObject({ eventType: z.string(), filter: filter.optional() })]);
const triggerEntry = z.strictObject({ key: z.string(), function: z.string(), events: z.array(eventEntry), filter: filter.optional() });
const scheduleEntry = z.strictObject({ key: z.string(), function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) });
const consumerEntry = z.strictObject({ key: z.string(), queue: z.string().max(36), function: z.string(), crossVersion: z.boolean().optional() });
const preUninstallEntry = z.strictObject({ key: z.string(), function: z.string() });
const validatorEntry = z.looseObject({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  function: z.string(),
  projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).default(['company-managed']),
});
const entityPropertyEntry = z.object({
  key: z.string(),
  entityType: z.enum(['issue', 'project', 'user']).default('issue'),
  propertyKey: z.string(),
  values: z.array(z.object({ path: z.string(), type: z.enum(['number', 'string', 'text', 'user', 'date']), searchAlias: z.string().optional() })),
});

const manifestSchema = z.object({
  app: z.object({
    id: z.string().startsWith('ari:cloud:ecosystem::app/'),
    storage: z.object({ entities: z.array(entitySchema).max(20).default([]) }).default({ entities: [] }),
    licensing: z.object({ enabled: z.boolean() }).optional(),
  }),
  modules: z.record(z.string(), z.array(moduleEntry)),
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
  readonly functions: ReadonlyMap<string, FunctionEntry>;
  readonly resources: ReadonlyMap<string, { readonly path: string; readonly entries: ReadonlyMap<string, string> }>;
  readonly entities: readonly EntityDefinition[];
  readonly triggers: readonly z.infer<typeof triggerEntry>[];
  readonly schedules: readonly z.infer<typeof scheduleEntry>[];
  readonly consumers: readonly z.infer<typeof consumerEntry>[];
  readonly validators: readonly z.infer<typeof validatorEntry>[];
  readonly entityProperties: readonly z.infer<typeof entityPropertyEntry>[];
  readonly preUninstalls: readonly z.infer<typeof preUninstallEntry>[];
  /** Declared, accepted by Atlassian, but nothing here runs them. */
  readonly notRun: readonly string[];
}

export const readManifest = (file: string): Manifest => manifestOf(readFileSync(file, 'utf8'), file);

export function manifestOf(text: string, name = 'manifest.yml'): Manifest {
  const parsed = manifestSchema.safeParse(parse(text));
  if (!parsed.success) throw new ManifestRefused(`${name}: ${z.prettifyError(parsed.error)}`);
  const { app, modules, resources, permissions } = parsed.data;

  for (const type of Object.keys(modules)) if (!(type in moduleTypes)) throw new ManifestRefused(`${name}: the sandbox does not know modules of type ${type}`);
  const entries = <Entry>(type: string, schema: z.ZodType<Entry>): Entry[] =>
    (modules[type] ?? []).map((entry) => {
      const read = schema.safeParse(entry);
      if (!read.success) throw new ManifestRefused(`${name}: ${type} "${entry.key}": ${z.prettifyError(read.error)}`);
      return read.data;
    });

  const manifest: Manifest = {
    appId: app.id.replace('ari:cloud:ecosystem::app/', ''),
    isLicensed: app.licensing?.enabled ?? false,
    scopes: permissions.scopes,
    permissions,
    modules,
    functions: new Map(entries('function', functionEntry).map((entry) => [entry.key, entry])),
    resources: new Map(resources.map(({ key, path, entry }) => [key, { path, entries: new Map(Object.entries(entry ?? {})) }])),
    entities: app.storage.entities,
    triggers: entries('trigger', triggerEntry),
    schedules: entries('scheduledTrigger', scheduleEntry),
    consumers: entries('consumer', consumerEntry),
    validators: entries('jira:workflowValidator', validatorEntry),
    entityProperties: entries('jira:entityProperty', entityPropertyEntry),
    preUninstalls: entries('preUninstall', preUninstallEntry),
    notRun: Object.keys(modules).filter((type) => moduleTypes[type] === 'accepted'),
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
      for (const key of functionsOf(entry)) if (!manifest.functions.has(key)) yield `${type} "${entry.key}" names the function "${key}", which is not declared`;
    }
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

export const eventNameOf = (event: z.infer<typeof eventEntry>): string => (typeof event === 'string' ? event : event.eventType);

/** Every function an entry names: `function: x` and `resolver: { function: x }`, at any depth. */
function functionsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'function' && typeof inner === 'string' ? [inner] : functionsOf(inner)));
}

export function isBackgroundOnly(manifest: Manifest, functionKey: string): boolean {
  return Object.entries(manifest.modules).every(
    ([type, entries]) => ['function', 'consumer', 'scheduledTrigger'].includes(type) || !entries.some((entry) => functionsOf(entry).includes(functionKey)),
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
