import { checkEntity } from './entities';
import type { EntityDefinition } from './entity-definition';
import { checkKey, checkValue, type Side } from './limits';
import { KvsRefusal, refuse } from './refusal';
import { ttlMs, type SetOptions, type Target } from './requests';
import { Shelf, type StoredRecord } from './shelf';

/** Takes what a request reads or writes, in bytes; throws when the minute's share is used up. */
export type Spend = (side: Side, bytes: number) => void;

/** All records of one installation, and what can be done to one of them. */
export class Records {
  readonly plain = new Shelf(undefined);
  readonly secrets = new Shelf(undefined);
  readonly entities = new Map<string, Shelf>();
  /** How long what is written now stays hidden from queries. */
  lagMs = 0;

  constructor(
    private readonly definitions: ReadonlyMap<string, EntityDefinition>,
    readonly now: () => number,
  ) {}

  get shelves(): readonly Shelf[] {
    return [this.plain, this.secrets, ...this.entities.values()];
  }

  shelfOf({ entityName }: Pick<Target, 'entityName'>): Shelf {
    if (entityName === undefined) return this.plain;
    const definition = this.definitions.get(entityName) ?? refuse('ENTITY_NOT_FOUND', `The manifest declares no entity "${entityName}"`);
    const shelf = this.entities.get(entityName) ?? new Shelf(definition);
    this.entities.set(entityName, shelf);
    return shelf;
  }

  /** Refuses what could not be put, before anything is. */
  check({ key, entityName }: Target, value: unknown): string {
    checkKey(key);
    const text = checkValue(value);
    const definition = entityName === undefined ? undefined : this.definitions.get(entityName);
    if (definition !== undefined) checkEntity(definition, value);
    return text;
  }

  find(shelf: Shelf, { key }: Target, spend: Spend): StoredRecord {
    checkKey(key);
    const record = shelf.read(key, this.now());
    spend('read', record?.text.length ?? 0);
    return record ?? notFound();
  }

  put(
    shelf: Shelf,
    item: Target,
    value: unknown,
    options: SetOptions,
    spend: Spend,
  ): { readonly before: StoredRecord | undefined; readonly after: StoredRecord } {
    const text = this.check(item, value);
    const now = this.now();
    const before = shelf.read(item.key, now);
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined) throw new KvsRefusal(409, 'KEY_CONFLICT', 'The provided key already exists');
    spend('write', Buffer.byteLength(text));
    const after = { key: item.key, text, value, createdAt: before?.createdAt ?? now, updatedAt: now, expiresAt: options?.ttl && now + ttlMs(options.ttl) };
    shelf.write(after, now + this.lagMs);
    return { before, after };
  }

  remove(shelf: Shelf, { key }: Target, spend: Spend): void {
    checkKey(key);
    spend('write', 0);
    if (shelf.read(key, this.now()) === undefined) notFound();
    shelf.erase(key, this.now() + this.lagMs);
  }
}

function notFound(): never {
  throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'The provided key does not exist');
}

export function refuseTwice(items: readonly Target[], what: string): void {
  const names = items.map(({ key, entityName }) => `${entityName ?? ''}\n${key}`);
  const twice = items.find((_, at) => names.indexOf(names[at] ?? '') !== at);
  if (twice !== undefined) refuse('VALIDATION_ERROR', `A ${what} takes each key once: ${twice.key}`);
}
