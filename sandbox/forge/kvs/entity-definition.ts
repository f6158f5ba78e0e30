import { z } from 'zod';

const attribute = z.strictObject({ type: z.enum(['integer', 'float', 'string', 'boolean', 'any']) });
/** `indexes: [at]` is short for an index of that name over that attribute. */
const index = z.preprocess(
  (entry) => (typeof entry === 'string' ? { name: entry, range: [entry] } : entry),
  // Atlassian's validator lets two range attributes pass; its store does not.
  z.strictObject({
    name: z.string().min(1).max(50),
    partition: z.array(z.string()).min(1).optional(),
    range: z.array(z.string()).length(1, 'must be exactly one attribute'),
  }),
);

export type AttributeType = z.infer<typeof attribute>['type'];

/** One range in one partition: what one query can read. */
export interface IndexDefinition {
  readonly name: string;
  readonly partition: readonly string[];
  readonly range: string;
}

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes: readonly IndexDefinition[];
}

/** `app.storage.entities[]` of the manifest. */
export const entitySchema = z
  .strictObject({
    name: z
      .string()
      .min(3)
      .max(60)
      .regex(/^[a-z0-9:._-]+$/),
    attributes: z.record(z.string().min(1).max(64), attribute).refine((all) => Object.keys(all).length <= 50, 'at most 50 attributes'),
    indexes: z.array(index).max(7, 'at most 7 indexes').default([]),
  })
  .transform(({ name, attributes, indexes }): EntityDefinition => ({
    name,
    attributes,
    indexes: indexes.map(({ name: indexName, partition, range }) => ({ name: indexName, partition: partition ?? [], range: range[0] ?? '' })),
  }))
  .superRefine((entity, context) => {
    for (const { name, partition, range } of entity.indexes) {
      for (const used of [...partition, range]) {
        const type = entity.attributes[used]?.type;
        if (type === undefined) context.addIssue({ code: 'custom', message: `entity "${entity.name}", index "${name}": there is no attribute "${used}"` });
        if (type === 'any')
          context.addIssue({ code: 'custom', message: `entity "${entity.name}", index "${name}": "${used}" is of type any, which cannot be indexed` });
      }
    }
  });
