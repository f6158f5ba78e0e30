import type { EntityDefinition, IndexDefinition } from './entity-definition';
import type { EntityValue } from './entities';
import { SortedPlaces, type Place, type Scalar } from './sorted';

export interface StoredRecord {
  readonly key: string;
  readonly text: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | undefined;
}

/** One change that queries do not see before `visibleAt`. */
interface Pending {
  readonly visibleAt: number;
  readonly order: number;
  readonly key: string;
  readonly record: StoredRecord | undefined;
}

const byKey: IndexDefinition = { name: 'by-key', partition: [], range: '' };

/**
 * The records of one entity, of the plain keys or of the secrets. Reads by key are strict; queries go over indexes that may lag behind.
 */
export class Shelf {
  private readonly records = new Map<string, StoredRecord>();
  private readonly visible = new Map<string, StoredRecord>();
  private readonly indexes: ReadonlyMap<string, { readonly definition: IndexDefinition; readonly partitions: Map<string, SortedPlaces> }>;
  /** Order of the change a query sees of each key: a change that lagged long must not undo a later one. */
  private readonly shownOrder = new Map<string, number>();
  private pending: Pending[] = [];
  private lastOrder = 0;

  constructor(definition: Pick<EntityDefinition, 'indexes'> | undefined) {
    this.indexes = new Map([byKey, ...(definition?.indexes ?? [])].map((index) => [index.name, { definition: index, partitions: new Map() }]));
  }

  read(key: string, now: number): StoredRecord | undefined {
    const record = this.records.get(key);
    return record === undefined || isExpired(record, now) ? undefined : record;
  }

  write(record: StoredRecord, visibleAt: number): void {
    this.records.set(record.key, record);
    this.show(visibleAt, record.key, record);
  }

  erase(key: string, visibleAt: number): void {
    if (this.records.delete(key)) this.show(visibleAt, key, undefined);
  }

  index(name: string): IndexDefinition | undefined {
    return this.indexes.get(name)?.definition;
  }

  /** Records of one partition in order of the index, from strictly after a place. */
  *scan(
    indexName: string,
    partition: readonly unknown[],
    after: Place | undefined,
    direction: 'ASC' | 'DESC',
    now: number,
  ): Generator<{ readonly place: Place; readonly record: StoredRecord }> {
    this.catchUp(now);
    const places = this.indexes.get(indexName)?.partitions.get(JSON.stringify(partition));
    for (const place of places?.from(after, direction) ?? []) {
      const record = this.visible.get(place.key);
      if (record !== undefined && !isExpired(record, now)) yield { place, record };
    }
  }

  all(now: number): StoredRecord[] {
    return [...this.records.values()].filter((record) => !isExpired(record, now));
  }

  /** The lag is over: queries see everything. */
  settle(): void {
    this.catchUp(Number.POSITIVE_INFINITY);
  }

  private show(visibleAt: number, key: string, record: StoredRecord | undefined): void {
    this.pending.push({ visibleAt, order: (this.lastOrder += 1), key, record });
  }

  private catchUp(now: number): void {
    if (this.pending.length === 0) return;
    const later: Pending[] = [];
    for (const change of this.pending) {
      if (change.visibleAt > now) later.push(change);
      else if (change.order > (this.shownOrder.get(change.key) ?? 0)) {
        this.shownOrder.set(change.key, change.order);
        this.replace(change.key, change.record);
      }
    }
    this.pending = later;
  }

  private replace(key: string, record: StoredRecord | undefined): void {
    const before = this.visible.get(key);
    for (const { definition, partitions } of this.indexes.values()) {
      const old = before && placeIn(definition, before);
      if (old !== undefined) partitions.get(old.partition)?.remove(old.place);
      const fresh = record && placeIn(definition, record);
      if (fresh === undefined) continue;
      const places = partitions.get(fresh.partition) ?? new SortedPlaces();
      partitions.set(fresh.partition, places);
      places.add(fresh.place);
    }
    if (record === undefined) this.visible.delete(key);
    else this.visible.set(key, record);
  }
}

const isExpired = ({ expiresAt }: StoredRecord, now: number): boolean => expiresAt !== undefined && expiresAt <= now;

/** A record that lacks an attribute of the index is not in it. */
function placeIn(index: IndexDefinition, { key, value }: StoredRecord): { readonly partition: string; readonly place: Place } | undefined {
  if (index === byKey) return { partition: '[]', place: { range: key, key } };
  const attributes: EntityValue = isObject(value) ? value : {};
  const range = attributes[index.range];
  const partition = index.partition.map((name) => attributes[name]);
  if (!isScalar(range) || !partition.every(isScalar)) return undefined;
  return { partition: JSON.stringify(partition), place: { range, key } };
}

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value: unknown): value is EntityValue => typeof value === 'object' && value !== null;
