import { z } from 'zod';
import { batch, nameOf } from './batch';
import type { EntityDefinition } from './entity-definition';
import { createKvsLedger, type KvsEntry } from './ledger';
import { createRateLimit, unitsOf } from './limits';
import { entityQuerySchema, plainQuerySchema, queryEntity, queryPlain, type Page } from './query';
import { Records, type Spend } from './records';
import { KvsRefusal } from './refusal';
import { entityBody, keyBody, plainSet, setBody, type Target } from './requests';
import type { Shelf, StoredRecord } from './shelf';
import { transact } from './transaction';

interface KvsAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The key-value and custom entity store of one installation, as its REST door answers. */
export interface Kvs {
  /** `path` as the SDK sends it: `/api/v1/entity/query`. `lagMs`: what is written now stays hidden from queries that long. */
  readonly handle: (path: string, body: string | undefined, lagMs?: number) => KvsAnswer;
  /** Queries see everything written so far. */
  readonly settle: () => void;
  readonly snapshot: () => KvsSnapshot;
  readonly ledger: () => Readonly<Record<string, Readonly<KvsEntry>>>;
  readonly resetLedger: () => void;
  readonly erase: () => void;
}

interface KvsSnapshot {
  readonly keys: Readonly<Record<string, unknown>>;
  /** Names only: nobody reads a secret from outside. */
  readonly secrets: readonly string[];
  readonly entities: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface KvsOptions {
  readonly entities: readonly EntityDefinition[];
  readonly now: () => number;
  /** How long a query does not see a write; reads by key always do. */
  readonly queryLagMs: number;
}

const ok = (body: unknown): KvsAnswer => ({ status: 200, body });
const done: KvsAnswer = { status: 204, body: undefined };

export function createKvs({ entities, now, queryLagMs }: KvsOptions): Kvs {
  const definitions = new Map(entities.map((entity) => [entity.name, entity]));
  const ledger = createKvsLedger();
  const rate = createRateLimit(now);
  let records = new Records(definitions, now);

  const shelfOf = (body: unknown) => records.shelfOf(entityBody.parse(body));
  const operations: Readonly<Record<string, (body: unknown, spend: Spend) => KvsAnswer>> = {
    get: (body, spend) => readOne(records.plain, body, spend),
    set: (body, spend) => writeOne(records.plain, body, spend),
    delete: (body, spend) => eraseOne(records.plain, body, spend),
    'secret/get': (body, spend) => readOne(records.secrets, body, spend),
    'secret/set': (body, spend) => writeOne(records.secrets, body, spend),
    'secret/delete': (body, spend) => eraseOne(records.secrets, body, spend),
    'entity/get': (body, spend) => readOne(shelfOf(body), body, spend),
    'entity/set': (body, spend) => writeOne(shelfOf(body), body, spend),
    'entity/delete': (body, spend) => eraseOne(shelfOf(body), body, spend),
    query: (body, spend) => readPage(queryPlain(records.plain, plainQuerySchema.parse(body), now()), spend),
    'entity/query': (body, spend) => readPage(queryEntity(shelfOf(body), entityQuerySchema.parse(body), now()), spend),
    'batch/get': (body, spend) => ok(batch(z.array(keyBody), body, (item) => found(records.shelfOf(item), item, spend))),
    'batch/set': (body, spend) =>
      ok(
        batch(z.array(plainSet), body, (item) => {
          records.put(records.shelfOf(item), item, item.value, item.options, spend);
          return nameOf(item);
        }),
      ),
    'batch/delete': (body, spend) =>
      ok(
        batch(z.array(keyBody), body, (item) => {
          records.remove(records.shelfOf(item), item, spend);
          return nameOf(item);
        }),
      ),
    transaction(body, spend) {
      transact(records, body, spend);
      return done;
    },
  };

  const found = (shelf: Shelf, item: Target, spend: Spend) => ({ ...nameOf(item), ...shown(records.find(shelf, item, spend)) });
  const readOne = (shelf: Shelf, body: unknown, spend: Spend): KvsAnswer => ok(found(shelf, keyBody.parse(body), spend));
  const writeOne = (shelf: Shelf, body: unknown, spend: Spend): KvsAnswer => {
    const { value, options, ...item } = setBody.parse(body);
    const { before, after } = records.put(shelf, item, value, options, spend);
    const back = { LATEST: after, PREVIOUS: before, none: undefined }[options?.returnValue ?? 'none'];
    return ok(back && shown(back));
  };
  const eraseOne = (shelf: Shelf, body: unknown, spend: Spend): KvsAnswer => {
    records.remove(shelf, keyBody.parse(body), spend);
    return done;
  };
  const readPage = ({ data, cursor }: Page, spend: Spend): KvsAnswer => {
    spend(
      'read',
      data.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0),
    );
    return ok({ data: data.map(shown), ...(cursor !== undefined && { cursor }) });
  };

  /** A request counts as one payload however many records are in it, so units grow by what each record adds. */
  const spendFor = (name: string): Spend => {
    const bytes = { read: 0, write: 0 };
    const units = { read: 0, write: 0 };
    return (side, more) => {
      bytes[side] += more;
      const added = unitsOf(bytes[side]) - units[side];
      if (added <= 0) return;
      rate.spend(side, added);
      units[side] += added;
      ledger.spent(name, side, added);
    };
  };

  return {
    handle(path, text, lagMs = 0) {
      const [, operation = ''] = /^\/api\/v1\/(.+)$/.exec(path) ?? [];
      const act = operations[operation];
      if (act === undefined) return { status: 404, body: { code: 'NOT_FOUND', message: `The sandbox's store does not answer ${path}` } };
      const body: unknown = text === undefined ? undefined : JSON.parse(text);
      const entity = entityBody.safeParse(body);
      const name = entity.success ? `${operation} ${entity.data.entityName}` : operation;
      ledger.called(name);
      records.lagMs = queryLagMs + lagMs;
      try {
        rate.request();
        return act(body, spendFor(name));
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.status !== 404) ledger.refused(name);
        return { status: refusal.status, body: { code: refusal.code, message: refusal.message } };
      }
    },
    settle() {
      for (const shelf of records.shelves) shelf.settle();
    },
    snapshot() {
      const valuesOf = (shelf: Shelf) => Object.fromEntries(shelf.all(now()).map(({ key, value }) => [key, value]));
      return {
        keys: valuesOf(records.plain),
        secrets: records.secrets.all(now()).map(({ key }) => key),
        entities: Object.fromEntries([...records.entities].map(([name, shelf]) => [name, valuesOf(shelf)])),
      };
    },
    ledger: ledger.read,
    resetLedger: ledger.reset,
    erase() {
      records = new Records(definitions, now);
    },
  };
}

function refusalOf(error: unknown): KvsRefusal {
  if (error instanceof KvsRefusal) return error;
  if (error instanceof z.ZodError) return new KvsRefusal(400, 'VALIDATION_ERROR', z.prettifyError(error));
  throw error;
}

const shown = ({ key, value, createdAt, updatedAt, expiresAt }: StoredRecord) => ({
  key,
  value,
  createdAt,
  updatedAt,
  ...(expiresAt !== undefined && { expireTime: new Date(expiresAt).toISOString() }),
});
