import { describe, expect, test } from '@jest/globals';
import { createKvs, type Kvs } from '../../../sandbox/forge/kvs';
import { probeManifest, start } from './probe';

interface Store extends Kvs {
  post(operation: string, body: unknown): { status: number; body: unknown };
  pass(ms: number): void;
}

function createStore(queryLagMs = 0): Store {
  let now = start;
  const kvs = createKvs({ entities: probeManifest().entities, now: () => now, queryLagMs });
  return { ...kvs, post: (operation, body) => kvs.handle(`/api/v1/${operation}`, JSON.stringify(body)), pass: (ms) => void (now += ms) };
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });
const fact = { subject: 's', at: 1 };

describe('every limit is refused with its own code', () => {
  test.each([
    { name: 'an empty key', operation: 'set', body: { key: '', value: 1 }, code: 'EMPTY_KEY' },
    { name: 'a key of 501 characters', operation: 'set', body: { key: 'k'.repeat(501), value: 1 }, code: 'KEY_TOO_LONG' },
    { name: 'a key of spaces', operation: 'set', body: { key: '   ', value: 1 }, code: 'INVALID_KEY' },
    { name: 'a key with a slash', operation: 'get', body: { key: 'a/b' }, code: 'INVALID_KEY' },
    { name: 'no value', operation: 'set', body: { key: 'a' }, code: 'VALIDATION_ERROR' },
    { name: 'null', operation: 'set', body: { key: 'a', value: null }, code: 'VALIDATION_ERROR' },
    { name: 'a value over 240 KiB', operation: 'set', body: { key: 'a', value: 'x'.repeat(240 * 1024 - 1) }, code: 'MAX_SIZE' },
    { name: '32 levels', operation: 'set', body: { key: 'a', value: nested(32) }, code: 'MAX_DEPTH' },
    { name: 'an entity the manifest lacks', operation: 'entity/set', body: { entityName: 'ghost', key: 'a', value: {} }, code: 'ENTITY_NOT_FOUND' },
    {
      name: 'an attribute the entity lacks',
      operation: 'entity/set',
      body: { entityName: 'fact', key: 'a', value: { colour: 'red' } },
      code: 'VALIDATION_ERROR',
    },
    { name: 'an integer beyond 32 bits', operation: 'entity/set', body: { entityName: 'fact', key: 'a', value: { at: 2 ** 31 } }, code: 'VALIDATION_ERROR' },
    { name: 'a null attribute', operation: 'entity/set', body: { entityName: 'fact', key: 'a', value: { subject: null } }, code: 'VALIDATION_ERROR' },
    { name: 'a page of 101 keys', operation: 'query', body: { limit: 101 }, code: 'LIST_QUERY_LIMIT_EXCEEDED' },
    {
      name: 'a page of 101 records',
      operation: 'entity/query',
      body: { entityName: 'fact', indexName: 'at', limit: 101 },
      code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    },
    { name: 'an index that is not there', operation: 'entity/query', body: { entityName: 'fact', indexName: 'by-colour' }, code: 'INDEX_NOT_FOUND' },
    { name: 'half a partition', operation: 'entity/query', body: { entityName: 'fact', indexName: 'by-state', partition: ['s'] }, code: 'VALIDATION_ERROR' },
    { name: 'a made-up cursor', operation: 'query', body: { after: 'page2' }, code: 'CURSOR_INVALID' },
    {
      name: '26 operations in a transaction',
      operation: 'transaction',
      body: { set: Array.from({ length: 26 }, (_, at) => ({ key: `k${String(at)}`, value: 1 })) },
      code: 'VALIDATION_ERROR',
    },
    {
      name: 'a key twice in a transaction',
      operation: 'transaction',
      body: { set: [{ key: 'a', value: 1 }], delete: [{ key: 'a' }] },
      code: 'VALIDATION_ERROR',
    },
    {
      name: 'conditions on a plain key',
      operation: 'transaction',
      body: { set: [{ key: 'a', value: 1, conditions: { and: [{ property: 'x', condition: 'EXISTS', values: [true] }] } }] },
      code: 'VALIDATION_ERROR',
    },
    {
      name: 'a key policy in a transaction',
      operation: 'transaction',
      body: { set: [{ key: 'a', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }] },
      code: 'VALIDATION_ERROR',
    },
    { name: '26 keys in a batch', operation: 'batch/get', body: Array.from({ length: 26 }, (_, at) => ({ key: `k${String(at)}` })), code: 'VALIDATION_ERROR' },
  ])('$name', ({ operation, body, code }) => {
    expect(createStore().post(operation, body)).toMatchObject({ status: 400, body: { code } });
  });

  test.each([
    { name: 'a key of 500 characters', body: { key: 'k'.repeat(500), value: 1 } },
    { name: 'all the characters a key may have', body: { key: 'aZ0:._ -#', value: 1 } },
    { name: 'a value of 240 KiB', body: { key: 'a', value: 'x'.repeat(240 * 1024 - 2) } },
    { name: '31 levels', body: { key: 'a', value: nested(31) } },
  ])('$name is fine', ({ body }) => {
    expect(createStore().post('set', body).status).toBe(200);
  });
});

describe('keys', () => {
  test('what is missing is not found, for reading and for deleting', () => {
    const store = createStore();
    for (const operation of ['get', 'delete', 'secret/get'])
      expect(store.post(operation, { key: 'a' })).toMatchObject({ status: 404, body: { code: 'KEY_NOT_FOUND' } });
  });

  test('put-if-absent lets only the first in', () => {
    const store = createStore();
    const put = (value: number) => store.post('set', { key: 'a', value, options: { keyPolicy: 'FAIL_IF_EXISTS' } });
    expect(put(1).status).toBe(200);
    expect(put(2)).toMatchObject({ status: 409, body: { code: 'KEY_CONFLICT' } });
    expect(store.post('get', { key: 'a' })).toMatchObject({ body: { value: 1 } });
  });

  test('secrets and plain keys know nothing of each other, and no query shows a secret', () => {
    const store = createStore();
    store.post('secret/set', { key: 'a', value: 'hidden' });
    expect(store.post('get', { key: 'a' }).status).toBe(404);
    expect(store.post('query', {}).body).toEqual({ data: [] });
  });

  test('a value with a time to live is gone after it', () => {
    const store = createStore();
    store.post('set', { key: 'a', value: 1, options: { ttl: { value: 2, unit: 'MINUTES' } } });
    store.pass(119_000);
    expect(store.post('get', { key: 'a' }).status).toBe(200);
    store.pass(1_000);
    expect(store.post('get', { key: 'a' }).status).toBe(404);
  });

  test('a query by prefix pages in order of the keys', () => {
    const store = createStore();
    for (const key of ['b:2', 'a:1', 'b:1', 'b:3', 'c:1']) store.post('set', { key, value: key });
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['b:'] }];
    const first = store.post('query', { where, limit: 2 });
    expect(first.body).toMatchObject({ data: [{ key: 'b:1' }, { key: 'b:2' }], cursor: expect.any(String) });
    const { cursor } = first.body as { cursor: string };
    expect(store.post('query', { where, limit: 2, after: cursor }).body).toMatchObject({ data: [{ key: 'b:3' }] });
  });

  test('a query may miss what was just written, a read never does', () => {
    const store = createStore(3_000);
    store.post('set', { key: 'a', value: 1 });
    expect(store.post('get', { key: 'a' }).status).toBe(200);
    expect(store.post('query', {}).body).toEqual({ data: [] });
    store.pass(3_000);
    expect(store.post('query', {}).body).toMatchObject({ data: [{ key: 'a' }] });
  });

  test('a write that lags long does not undo a later one', () => {
    const store = createStore();
    store.handle('/api/v1/set', JSON.stringify({ key: 'a', value: 'old' }), 10_000);
    store.post('set', { key: 'a', value: 'new' });
    store.post('query', {});
    store.pass(10_000);
    expect(store.post('query', {}).body).toMatchObject({ data: [{ key: 'a', value: 'new' }] });
  });

  test('a batch does what it can and names what it could not', () => {
    const store = createStore();
    const items = [
      { key: 'a', value: 1 },
      { key: 'b/c', value: 2 },
      { entityName: 'fact', key: 'f', value: fact },
    ];
    expect(store.post('batch/set', items).body).toMatchObject({
      successfulKeys: [{ key: 'a' }, { key: 'f', entityName: 'fact' }],
      failedKeys: [{ key: 'b/c', error: { code: 'INVALID_KEY' } }],
    });
    expect(store.post('batch/get', [{ key: 'a' }, { key: 'z' }]).body).toMatchObject({
      successfulKeys: [{ key: 'a', value: 1 }],
      failedKeys: [{ key: 'z', error: { code: 'KEY_NOT_FOUND' } }],
    });
  });
});

describe('transactions', () => {
  const setIf = (conditions: object, value: object) => ({
    set: [
      { entityName: 'fact', key: 'f', value, conditions },
      { key: 'note', value: 'written' },
    ],
  });
  const absent = { and: [{ property: 'subject', condition: 'NOT_EXISTS', values: [true] }] };
  const atIs = (at: number) => ({ and: [{ property: 'at', condition: 'EQUAL_TO', values: [at] }] });

  test('all of it or nothing', () => {
    const store = createStore();
    expect(store.post('transaction', setIf(atIs(1), fact))).toMatchObject({ status: 409, body: { code: 'CONDITIONAL_CHECK_FAILED' } });
    expect(store.snapshot()).toMatchObject({ keys: {}, entities: { fact: {} } });
  });

  test('put-if-absent by condition lets only the first in', () => {
    const store = createStore();
    expect(store.post('transaction', setIf(absent, fact)).status).toBe(204);
    expect(store.post('transaction', setIf(absent, { ...fact, at: 2 })).status).toBe(409);
    expect(store.post('entity/get', { entityName: 'fact', key: 'f' })).toMatchObject({ body: { value: { at: 1 } } });
  });

  test('of two who read version 1 only one writes version 2', () => {
    const store = createStore();
    store.post('entity/set', { entityName: 'fact', key: 'f', value: fact });
    const statuses = [2, 2].map((at) => store.post('transaction', setIf(atIs(1), { subject: 's', at })).status);
    expect(statuses).toEqual([204, 409]);
  });

  test('a check alone decides, and deletes come along', () => {
    const store = createStore();
    store.post('entity/set', { entityName: 'fact', key: 'f', value: fact });
    store.post('set', { key: 'old', value: 1 });
    const body = (at: number) => ({ check: [{ entityName: 'fact', key: 'f', conditions: atIs(at) }], delete: [{ key: 'old' }, { key: 'never there' }] });
    expect(store.post('transaction', body(9)).status).toBe(409);
    expect(store.post('transaction', body(1)).status).toBe(204);
    expect(store.snapshot().keys).toEqual({});
  });
});

describe('what a minute allows', () => {
  test('1,000 requests a second', () => {
    const store = createStore();
    const statuses = Array.from({ length: 1_001 }, () => store.post('get', { key: 'a' }).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    store.pass(1_000);
    expect(store.post('get', { key: 'a' }).status).toBe(404);
  });

  test('4,000 units of 10 KB written, and what is refused is not written', () => {
    const store = createStore();
    const value = 'x'.repeat(200 * 1024 - 2);
    for (let at = 0; at < 200; at += 1) expect(store.post('set', { key: `k${String(at)}`, value }).status).toBe(200);
    expect(store.post('set', { key: 'over', value: 1 })).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } });
    expect(Object.keys(store.snapshot().keys)).not.toContain('over');
    store.pass(60_000);
    expect(store.post('set', { key: 'over', value: 1 }).status).toBe(200);
  });

  test('is counted by operation', () => {
    const store = createStore();
    store.post('entity/set', { entityName: 'fact', key: 'f', value: { record: 'x'.repeat(25 * 1024) } });
    store.post('entity/get', { entityName: 'fact', key: 'f' });
    store.post('get', { key: 'a b/' });
    expect(store.ledger()).toEqual({
      'entity/set fact': { calls: 1, refused: 0, readUnits: 0, writeUnits: 3 },
      'entity/get fact': { calls: 1, refused: 0, readUnits: 3, writeUnits: 0 },
      get: { calls: 1, refused: 1, readUnits: 0, writeUnits: 0 },
    });
  });
});
