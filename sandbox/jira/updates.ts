import { z } from 'zod';
import type { Target } from './field-writes';
import { refuseFields } from './refusal';
import type { Site } from './site';

/** The body of create, edit and transition: `fields` sets, `update` adds and removes. */
export const updateSchema = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  properties: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).optional(),
  transition: z.looseObject({ id: z.string().optional() }).optional(),
});

const text = z.string();
const named = z.looseObject({ id: z.string().optional(), name: z.string().optional() });
const linkSchema = z.looseObject({
  type: named,
  inwardIssue: z.looseObject({ id: z.string().optional(), key: z.string().optional() }).optional(),
  outwardIssue: z.looseObject({ id: z.string().optional(), key: z.string().optional() }).optional(),
});

export interface Resolved {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly comments: readonly unknown[];
  readonly links: readonly z.output<typeof linkSchema>[];
}

/** `update` told as the value each field then has; comments and links are acts of their own. */
export function resolve(site: Site, target: Target, { fields = {}, update = {} }: z.output<typeof updateSchema>): Resolved {
  const values: Record<string, unknown> = { ...fields };
  const comments: unknown[] = [];
  const links: z.output<typeof linkSchema>[] = [];
  for (const [id, operations] of Object.entries(update)) {
    if (id in fields) throw refuseFields({ [id]: `Field '${id}' cannot appear in both 'fields' and 'update'` });
    for (const operation of operations) {
      const [[verb, value] = ['', undefined]] = Object.entries(operation);
      if (id === 'comment' && verb === 'add') comments.push(z.looseObject({ body: z.unknown() }).parse(value).body);
      else if (id === 'issuelinks' && verb === 'add') links.push(parsed(id, linkSchema, value));
      else if (verb === 'set') values[id] = value;
      else if (id === 'labels') values[id] = listAfter(values[id] ?? target.labels, verb, parsed(id, text, value), (a, b) => a === b);
      else if (id === 'components')
        values[id] = listAfter(
          values[id] ?? target.componentIds.map((component) => ({ id: component, name: site.components.get(component)?.name })),
          verb,
          parsed(id, named, value),
          isSameNamed,
        );
      else throw refuseFields({ [id]: `Field does not support update '${verb}'` });
    }
  }
  return { fields: values, comments, links };
}

function parsed<Value>(field: string, schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (!result.success) throw refuseFields({ [field]: 'Operation value is not valid.' });
  return result.data;
}

const isSameNamed = (a: unknown, b: unknown): boolean => {
  const [one, other] = [named.parse(a), named.parse(b)];
  return (one.id !== undefined && one.id === other.id) || (one.name !== undefined && one.name === other.name);
};

function listAfter(list: unknown, verb: string, value: unknown, same: (a: unknown, b: unknown) => boolean): unknown[] {
  const others = z
    .array(z.unknown())
    .parse(list)
    .filter((one) => !same(one, value));
  return verb === 'remove' ? others : [...others, value];
}
