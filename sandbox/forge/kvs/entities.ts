import { z } from 'zod';
import type { AttributeType, EntityDefinition } from './entity-definition';
import { refuse } from './refusal';

export type EntityValue = Readonly<Record<string, unknown>>;

const int32 = 2 ** 31;

/** An attribute may be missing; where it is there, it is of the declared type. */
const fits: Record<AttributeType, (value: unknown) => boolean> = {
  integer: (value) => Number.isInteger(value) && Number(value) >= -int32 && Number(value) < int32,
  float: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

const object = z.record(z.string(), z.unknown());

export function checkEntity(definition: EntityDefinition, value: unknown): EntityValue {
  const parsed = object.safeParse(value);
  if (!parsed.success) return refuse('VALIDATION_ERROR', `A value of entity ${definition.name} must be an object`);
  for (const [name, content] of Object.entries(parsed.data)) {
    const attribute = definition.attributes[name];
    if (attribute === undefined) return refuse('VALIDATION_ERROR', `Entity ${definition.name} has no attribute "${name}"`);
    if (!fits[attribute.type](content)) return refuse('VALIDATION_ERROR', `Attribute "${name}" of entity ${definition.name} must be of type ${attribute.type}`);
  }
  return parsed.data;
}
