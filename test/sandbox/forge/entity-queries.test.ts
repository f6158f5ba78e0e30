import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { createKvs } from '../../../sandbox/forge/kvs';
import { probeManifest, start } from './probe';

const { entities } = probeManifest();
const subjects = ['a', 'b'] as const;
const facts = fc.record(
  {
    subject: fc.constantFrom(...subjects),
    at: fc.integer({ min: -5, max: 5 }),
    weight: fc.constantFrom(0, 0.5, 1),
    isOpen: fc.boolean(),
  },
  { requiredKeys: [] },
);
type Fact = Partial<Record<'subject' | 'at' | 'weight' | 'isOpen', unknown>>;

const ranges = fc.oneof(
  fc.constant(undefined),
  fc.record({
    condition: fc.constantFrom('GREATER_THAN', 'GREATER_THAN_EQUAL_TO', 'LESS_THAN', 'LESS_THAN_EQUAL_TO', 'EQUAL_TO'),
    values: fc.tuple(fc.integer({ min: -5, max: 5 })),
  }),
  fc.record({ condition: fc.constant('BETWEEN'), values: fc.tuple(fc.integer({ min: -5, max: 0 }), fc.integer({ min: 0, max: 5 })) }),
);
const filters = fc.option(
  fc.record({
    by: fc.constantFrom('and', 'or'),
    clauses: fc.array(
      fc.oneof(
        fc.record({
          property: fc.constant('weight'),
          condition: fc.constantFrom('GREATER_THAN', 'EQUAL_TO', 'NOT_EQUAL_TO'),
          values: fc.tuple(fc.constantFrom(0, 0.5, 1)),
        }),
        fc.record({ property: fc.constantFrom('weight', 'isOpen'), condition: fc.constantFrom('EXISTS', 'NOT_EXISTS'), values: fc.constant([true]) }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { nil: undefined },
);

/** What each condition says, told a second time as plainly as can be. */
function matches(value: unknown, condition: string, values: readonly unknown[]): boolean {
  if (condition === 'EXISTS') return value !== undefined;
  if (condition === 'NOT_EXISTS') return value === undefined;
  if (condition === 'NOT_EQUAL_TO') return value !== values[0];
  const [is, low, high] = [Number(value), Number(values[0]), Number(values[1])];
  if (value === undefined) return false;
  if (condition === 'BETWEEN') return is >= low && is <= high;
  if (condition === 'GREATER_THAN') return is > low;
  if (condition === 'GREATER_THAN_EQUAL_TO') return is >= low;
  if (condition === 'LESS_THAN') return is < low;
  if (condition === 'LESS_THAN_EQUAL_TO') return is <= low;
  return is === low;
}

const page = z.object({ data: z.array(z.object({ key: z.string() })), cursor: z.string().optional() });

describe('a query answers what a search through all records finds', () => {
  test('page by page, in order, whatever was overwritten and deleted before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7'), fc.option(facts)), { maxLength: 40 }),
        fc.constantFrom(...subjects),
        ranges,
        filters,
        fc.constantFrom('ASC', 'DESC'),
        fc.integer({ min: 1, max: 4 }),
        (history, subject, range, filter, sort, limit) => {
          const kvs = createKvs({ entities, now: () => start, queryLagMs: 0 });
          const post = (operation: string, body: object) => kvs.handle(`/api/v1/${operation}`, JSON.stringify({ entityName: 'fact', ...body })).body;
          const model = new Map<string, Fact>();
          for (const [key, value] of history) {
            post(value === null ? 'entity/delete' : 'entity/set', { key, ...(value !== null && { value }) });
            if (value === null) model.delete(key);
            else model.set(key, value);
          }

          const answered: string[] = [];
          let cursor: string | undefined;
          do {
            const answer = page.parse(
              post('entity/query', {
                indexName: 'by-subject',
                partition: [subject],
                sort,
                limit,
                range,
                cursor,
                ...(filter && { filters: { [filter.by]: filter.clauses } }),
              }),
            );
            expect(answer.data.length).toBeLessThanOrEqual(limit);
            answered.push(...answer.data.map(({ key }) => key));
            cursor = answer.cursor;
          } while (cursor !== undefined);

          const expected = [...model]
            .filter(([, fact]) => fact.subject === subject && fact.at !== undefined)
            .filter(([, fact]) => range === undefined || matches(fact.at, range.condition, range.values))
            .filter(([, fact]) => {
              const each = (filter?.clauses ?? []).map(({ property, condition, values }) =>
                matches(fact[property === 'weight' ? 'weight' : 'isOpen'], condition, values),
              );
              return filter === undefined || (filter.by === 'and' ? each.every(Boolean) : each.some(Boolean));
            })
            .sort(([a, one], [b, other]) => Number(one.at) - Number(other.at) || (a < b ? -1 : 1))
            .map(([key]) => key);
          expect(answered).toEqual(sort === 'ASC' ? expected : expected.reverse());
        },
      ),
    );
  });
});
