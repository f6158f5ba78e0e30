import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createStore } from '../../src/store';
import { runs } from '../runs';
import { openStorage, type Storage } from './storage';

const open = () => {
  const storage = openStorage();
  return { storage, documents: createStore(storage).documents };
};
// Does not compress below what fits into a head.
const large = (seed: number): readonly number[] => Array.from({ length: 600 }, (_, at) => Math.imul(at + seed * 7_919, 2_654_435_761) >>> 0);
const values = (storage: Storage): number => Object.keys(storage.kvs.snapshot().keys).length;

describe('documents', () => {
  test('reads back what was written, small parts and large, and forgets what was removed', async () => {
    const { documents } = open();
    await documents.write(
      'ranking.10001',
      await documents.read('ranking.10001'),
      new Map<string, unknown>([
        ['about', { a: 1 }],
        ['items/0', large(1)],
        ['items/1', large(2)],
      ]),
    );
    const second = await documents.read('ranking.10001');
    await documents.write(
      'ranking.10001',
      second,
      new Map<string, unknown>([
        ['items/1', undefined],
        ['about', { a: 2 }],
      ]),
    );
    const third = await documents.read('ranking.10001');
    expect([...third.names].toSorted()).toEqual(['about', 'items/0']);
    expect(await third.part('about')).toEqual({ a: 2 });
    expect(await third.part('items/0')).toEqual(large(1));
    expect(await third.part('items/1')).toBeUndefined();
  });

  test('a part larger than one value is stored in pieces', async () => {
    const { documents } = open();
    const huge = Array.from({ length: 200 }, (_, at) => large(at));
    await documents.write('digest.1', await documents.read('digest.1'), new Map([['rows/all', huge]]));
    expect(await (await documents.read('digest.1')).part('rows/all')).toEqual(huge);
  });

  test('writing what is there already writes nothing', async () => {
    const { storage, documents } = open();
    await documents.write('graph', await documents.read('graph'), new Map([['a', large(1)]]));
    const before = storage.kvs.snapshot();
    expect(await documents.write('graph', await documents.read('graph'), new Map([['a', large(1)]]))).toBe('written');
    expect(storage.kvs.snapshot()).toEqual(before);
  });

  test('a reader keeps its version through one write, and moves on as a whole after two', async () => {
    const { documents } = open();
    const write = async (seed: number) =>
      documents.write(
        'graph',
        await documents.read('graph'),
        new Map([
          ['a', large(seed)],
          ['b', large(seed)],
        ]),
      );
    await write(1);
    const early = await documents.read('graph');
    await write(2);
    expect(await early.part('a')).toEqual(large(1));
    const late = await documents.read('graph');
    await write(3);
    await write(4);
    await expect(early.part('b')).rejects.toThrow('changed while it was read');
    expect([...(await late.parts(['a', 'b'])).values()]).toEqual([large(4), large(4)]);
    expect(late.version).toBe(4);
  });

  test('old values do not pile up', async () => {
    const { storage, documents } = open();
    for (let seed = 1; seed <= 6; seed += 1)
      await documents.write(
        'graph',
        await documents.read('graph'),
        new Map([
          ['a', large(seed)],
          ['b', large(0)],
        ]),
      );
    expect(values(storage)).toBe(3);
  });

  test('a writer who comes late is refused and leaves nothing behind', async () => {
    const { storage, documents } = open();
    const since = await documents.read('graph');
    await documents.write('graph', since, new Map([['a', large(1)]]));
    expect(await documents.write('graph', since, new Map([['a', large(2)]]))).toBe('conflict');
    expect(values(storage)).toBe(1);
  });

  test('however writers interleave and die, no counted step is lost and every part stays readable', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(40), { maxLength: 3 }), async (scheduler, crashes) => {
        const { storage, documents } = open();
        let requests = 0;
        storage.between = () => scheduler.schedule(Promise.resolve());
        storage.before = () => {
          requests += 1;
          if (crashes.includes(requests)) throw new Error('killed');
        };
        let counted = 0;
        const writer = async (own: number): Promise<void> => {
          for (let step = 0; step < 3; step += 1) {
            try {
              for (;;) {
                const since = await documents.read('counts');
                const before = (await since.parts(['total', 'filler'])).get('total');
                const total = typeof before === 'number' ? before + 1 : 1;
                if (
                  (await documents.write(
                    'counts',
                    since,
                    new Map<string, unknown>([
                      ['total', total],
                      ['filler', large(total * 10 + own)],
                    ]),
                  )) === 'conflict'
                )
                  continue;
                counted += 1;
                break;
              }
            } catch (error) {
              if (!(error instanceof Error) || !/killed|changed while/.test(error.message)) throw error;
            }
          }
        };
        await scheduler.waitFor(Promise.all([writer(1), writer(2), writer(3)]));
        storage.between = () => Promise.resolve();
        storage.before = () => undefined;
        const end = await documents.read('counts');
        const parts = await end.parts([...end.names]);
        const total = Number(parts.get('total') ?? 0);
        // A writer that died after the head moved did not learn that it was counted.
        expect(total).toBeGreaterThanOrEqual(counted);
        expect(total).toBeLessThanOrEqual(counted + crashes.length);
        expect(end.version).toBe(total);
        expect(parts.size).toBe(end.names.length);
      }),
      runs(30, 6_000),
    ));
});
