import { join } from 'node:path';
import { z } from 'zod';
import { createKvs, type Kvs } from '../../sandbox/forge/kvs';
import { readManifest } from '../../sandbox/forge/manifest';
import type { ClockPort } from '../../src/actions/ports';

export const manifest = readManifest(join(__dirname, '../../manifest.yml'));

const pushShape = z.object({
  payload: z.array(z.object({ body: z.object({ run: z.looseObject({ kind: z.string() }) }), delayInSeconds: z.number().default(0) })),
});

/** Forge's storage in this process, as the manifest declares it, under the real SDK. */
export interface Storage {
  readonly kvs: Kvs;
  readonly clock: ClockPort;
  /** Runs that were pushed, oldest first. */
  readonly pushed: { readonly run: { readonly kind: string }; readonly delayInSeconds: number }[];
  advance(seconds: number): void;
  /** Called before each request; throwing there is a crash at that point. */
  before: (path: string, body: string) => void;
  /** Lets somebody else go first, before each request. */
  between: () => Promise<void>;
}

export function openStorage({
  queryLagMs = 0,
  start = Date.parse('2026-03-02T09:00:00Z'),
}: { readonly queryLagMs?: number; readonly start?: number } = {}): Storage {
  let now = start;
  const kvs = createKvs({ entities: manifest.entities, now: () => now, queryLagMs });
  const storage: Storage = {
    kvs,
    clock: { now: () => Math.floor(now / 1000) },
    pushed: [],
    advance: (seconds) => {
      now += seconds * 1000;
    },
    before: () => undefined,
    between: () => Promise.resolve(),
  };
  const answer = async ({ type }: { readonly type: string }, path: string, { body = '' }: { readonly body?: string }): Promise<Response> => {
    await storage.between();
    storage.before(path, body);
    if (type !== 'kvs') {
      for (const {
        body: { run },
        delayInSeconds,
      } of pushShape.parse(JSON.parse(body)).payload)
        storage.pushed.push({ run, delayInSeconds });
      return new Response('{}', { status: 201 });
    }
    const { status, body: said } = kvs.handle(path, body);
    return new Response(said === undefined ? null : JSON.stringify(said), { status });
  };
  Object.assign(globalThis, { __forge_fetch__: answer, __forge_runtime__: { proxy: {}, tracing: {}, appContext: {} } });
  return storage;
}
