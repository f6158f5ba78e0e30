import { z } from 'zod';
import { refuse } from './refusal';

const rangeConditions = ['BEGINS_WITH', 'BETWEEN', 'EQUAL_TO', 'GREATER_THAN', 'GREATER_THAN_EQUAL_TO', 'LESS_THAN', 'LESS_THAN_EQUAL_TO'] as const;
const conditionNames = [...rangeConditions, 'CONTAINS', 'EXISTS', 'NOT_CONTAINS', 'NOT_EQUAL_TO', 'NOT_EXISTS'] as const;
type ConditionName = (typeof conditionNames)[number];

const clause = z.object({ property: z.string(), condition: z.enum(conditionNames), values: z.array(z.unknown()) });
export const filtersSchema = z.strictObject({ and: z.array(clause).optional(), or: z.array(clause).optional() });
export const rangeSchema = z.strictObject({ condition: z.enum(rangeConditions), values: z.array(z.unknown()) });

export type Filters = z.infer<typeof filtersSchema>;

const compare = (a: unknown, b: unknown): number | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
};
const ordered =
  (holds: (difference: number) => boolean) =>
  (value: unknown, [bound]: readonly unknown[]) => {
    const difference = compare(value, bound);
    return difference !== undefined && holds(difference);
  };
const contains = (value: unknown, part: unknown) =>
  Array.isArray(value) ? value.includes(part) : typeof value === 'string' && typeof part === 'string' && value.includes(part);

/** What each condition means; an attribute that is not there is equal to nothing and contains nothing. */
const tests: Record<ConditionName, (value: unknown, values: readonly unknown[]) => boolean> = {
  BEGINS_WITH: (value, [start]) => typeof value === 'string' && typeof start === 'string' && value.startsWith(start),
  BETWEEN: (value, [low, high]) => (compare(value, low) ?? -1) >= 0 && (compare(value, high) ?? 1) <= 0,
  EQUAL_TO: (value, [other]) => value === other,
  NOT_EQUAL_TO: (value, [other]) => value !== other,
  GREATER_THAN: ordered((difference) => difference > 0),
  GREATER_THAN_EQUAL_TO: ordered((difference) => difference >= 0),
  LESS_THAN: ordered((difference) => difference < 0),
  LESS_THAN_EQUAL_TO: ordered((difference) => difference <= 0),
  CONTAINS: (value, [part]) => contains(value, part),
  NOT_CONTAINS: (value, [part]) => !contains(value, part),
  EXISTS: (value) => value !== undefined,
  NOT_EXISTS: (value) => value === undefined,
};

export function holds(condition: ConditionName, value: unknown, values: readonly unknown[]): boolean {
  const wanted = condition === 'BETWEEN' ? 2 : 1;
  if (values.length !== wanted) refuse('VALIDATION_ERROR', `${condition} takes ${String(wanted)} value(s)`);
  return tests[condition](value, values);
}

/** `record` undefined: there is no such key. */
export function satisfies(filters: Filters | undefined, record: Readonly<Record<string, unknown>> | undefined): boolean {
  const test = ({ property, condition, values }: z.infer<typeof clause>) => holds(condition, record?.[property], values);
  if (filters?.and !== undefined && !filters.and.every(test)) return false;
  return filters?.or === undefined || filters.or.some(test);
}
