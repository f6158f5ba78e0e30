import { z } from 'zod';

const filter = z.strictObject({ ignoreSelf: z.boolean().optional() });
const event = z.union([z.string(), z.strictObject({ eventType: z.string(), filter: filter.optional() })]);
const resolver = z.strictObject({ function: z.string() });

/** What the sandbox reads of a module's entry. `strictObject` where a member it passed over would change what the module does. */
export const entrySchemas = {
  any: z.looseObject({ key: z.string().min(1) }),
  function: z.object({
    key: z.string(),
    handler: z.string().regex(/^[\w./-]+\.\w+$/, 'must be file.export'),
    timeoutSeconds: z.number().min(1).max(900).optional(),
    runtime: z.unknown().optional(),
  }),
  trigger: z.strictObject({ key: z.string(), function: z.string(), events: z.array(event), filter: filter.optional() }),
  schedule: z.strictObject({ key: z.string(), function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) }),
  consumer: z.strictObject({ key: z.string(), queue: z.string().max(36), function: z.string(), crossVersion: z.boolean().optional() }),
  preUninstall: z.strictObject({ key: z.string(), function: z.string() }),
  validator: z.looseObject({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    function: z.string(),
    projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).default(['company-managed']),
  }),
  entityProperty: z.object({
    key: z.string(),
    entityType: z.enum(['issue', 'project', 'user']).default('issue'),
    propertyKey: z.string(),
    values: z.array(z.object({ path: z.string(), type: z.enum(['number', 'string', 'text', 'user', 'date']), searchAlias: z.string().optional() })),
  }),
  customField: z.strictObject({
    key: z.string(),
    name: z.string().max(100),
    description: z.string().max(1_000),
    type: z.literal('number'),
    readOnly: z.boolean().default(false),
    // The site shows the number itself; a formatter only changes how it looks.
    view: z.strictObject({ formatter: z.unknown() }).optional(),
  }),
  jqlFunction: z.strictObject({
    key: z.string(),
    name: z.string(),
    function: z.string(),
    arguments: z.array(z.strictObject({ name: z.string(), required: z.boolean() })),
    types: z.array(z.string()).min(1),
    operators: z.array(z.enum(['=', '!=', '>', '>=', '<', '<=', 'in', 'not in', '~', '!~', 'is', 'is not'])).min(1),
  }),
  command: z.strictObject({
    key: z.string(),
    title: z.string(),
    icon: z.string().optional(),
    shortcut: z.string().optional(),
    keywords: z.array(z.string()).default([]),
    target: z.union([z.strictObject({ page: z.string() }), z.strictObject({ resource: z.string(), viewportSize: z.string().optional() })]),
    resolver: resolver.optional(),
  }),
  action: z.strictObject({
    key: z.string(),
    title: z.string(),
    tooltip: z.string().optional(),
    icon: z.string().optional(),
    resource: z.string(),
    resolver: resolver.optional(),
    // The other kind runs a page nobody sees; several actions in one make a submenu.
    actionType: z.literal('modal').optional(),
    viewportSize: z.string().optional(),
    displayConditions: z.unknown().optional(),
  }),
} as const;

export type ModuleEntry = z.infer<typeof entrySchemas.any>;
export type Entry<Kind extends keyof typeof entrySchemas> = z.infer<(typeof entrySchemas)[Kind]>;

export const eventNameOf = (entry: z.infer<typeof event>): string => (typeof entry === 'string' ? entry : entry.eventType);
