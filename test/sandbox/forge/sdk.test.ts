import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { createKvs, type Kvs } from '../../../sandbox/forge/kvs';
import { probeManifest, start } from './probe';

interface Fact {
  readonly subject: string;
  readonly at: number;
  readonly weight?: number;
}

let store: Kvs;
beforeEach(() => {
  store = createKvs({ entities: probeManifest().entities, now: () => start, queryLagMs: 0 });
  const answer = (_meta: unknown, path: string, init: { body: string }) => {
    const { status, body } = store.handle(path, init.body);
    return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }));
  };
  Reflect.set(globalThis, '__forge_fetch__', answer);
});
afterAll(() => void Reflect.deleteProperty(globalThis, '__forge_fetch__'));

const facts = kvs.entity<Fact>('fact');

describe("Atlassian's own @forge/kvs finds the store it expects", () => {
  test('what is missing is undefined, and deleting it is no error', async () => {
    expect(await kvs.get('a')).toBeUndefined();
    await kvs.delete('a');
    expect(await kvs.getSecret('a')).toBeUndefined();
  });

  test('a put-if-absent that lost says KEY_CONFLICT', async () => {
    await facts.set('f', { subject: 's', at: 1 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    await expect(facts.set('f', { subject: 's', at: 2 }, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toMatchObject({
      code: 'KEY_CONFLICT',
      responseDetails: { status: 409 },
    });
    expect(await facts.get('f')).toEqual({ subject: 's', at: 1 });
  });

  test('an index is read backwards, filtered and page by page', async () => {
    for (let at = 0; at < 5; at += 1) await facts.set(`f${String(at)}`, { subject: 's', at, weight: at / 10 });
    const query = () =>
      facts
        .query()
        .index('by-subject', { partition: ['s'] })
        .where(WhereConditions.between(1, 4))
        .filters(new Filter<Fact>().and('weight', FilterConditions.greaterThan(0.1)))
        .sort(Sort.DESC)
        .limit(2);
    const first = await query().getMany();
    expect(first.results.map(({ key }) => key)).toEqual(['f4', 'f3']);
    const second = await query()
      .cursor(first.nextCursor ?? '')
      .getMany();
    expect(second.results.map(({ key }) => key)).toEqual(['f2']);
    expect(second.nextCursor).toBeUndefined();
  });

  test('a transaction whose condition fails changes nothing', async () => {
    const isFirst = new Filter<Fact>().and('at', FilterConditions.notExists());
    const write = (at: number) => kvs.transact().set<Fact>('f', { subject: 's', at }, { entityName: 'fact', conditions: isFirst }).set('note', at).execute();
    await write(1);
    await expect(write(2)).rejects.toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED' });
    expect(await kvs.get('note')).toBe(1);
  });

  test('a batch says what it did', async () => {
    const answer = await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'f', value: { subject: 's', at: 1 }, entityName: 'fact' },
    ]);
    expect(answer.successfulKeys).toEqual([{ key: 'a' }, { key: 'f', entityName: 'fact' }]);
    expect((await kvs.batchGet<number>([{ key: 'a' }])).successfulKeys).toMatchObject([{ key: 'a', value: 1 }]);
  });
});
