import { kvs, type Result } from '@forge/kvs';
import type { ArchivedRecord, ArchivePort } from '../actions/ports';
import { entities, type EntityName } from './entities';
import { getEntities, setEntities, type StoredEntity } from './kvs';
import { patiently } from './patience';

const names = Object.keys(entities).filter(isEntityName);
const pageSize = 100;

/** What a run computes or is busy with: it is made anew, never put back. */
const passing: Readonly<Partial<Record<EntityName, (kind: string) => boolean>>> = {
  change: () => true,
  head: (kind) => kind === 'document' || kind.startsWith('work'),
  // What the gate does with a type is remembered from its rules, and read there again.
  claim: (kind) => kind === 'run' || kind === 'gate-mode' || kind.startsWith('act-'),
};

/** In which projects the panel is pinned is true of one installation only: the next one pins it again. */
const ofInstallation = { entity: 'head', key: 'settings', member: 'pinnedProjects' } as const;

export const archive: ArchivePort = { page, check, put };

/** The cursor says which entity, and where in it. Forge's own cursor may go stale: it lives as long as the page that asks. */
async function page(after: string | undefined): Promise<{ readonly records: readonly ArchivedRecord[]; readonly next: string | undefined }> {
  const [name = '', ...rest] = (after ?? '').split('|');
  const entity = after === undefined ? names[0] : names.find((own) => own === name);
  if (entity === undefined) return { records: [], next: undefined };
  // Every entity has an index over its keys besides the declared ones.
  const query = kvs.entity<StoredEntity>(entity).query().index('by-key').limit(pageSize);
  const cursor = rest.join('|');
  const { results, nextCursor } = await patiently(() => (cursor === '' ? query : query.cursor(cursor)).getMany());
  const following = names[names.indexOf(entity) + 1];
  return {
    records: results.filter((found) => isKept(entity, found)).map(({ key, value }) => ({ entity, key, value: portable(entity, key, value, undefined) })),
    next: nextCursor !== undefined && nextCursor !== '' ? `${entity}|${nextCursor}` : following && `${following}|`,
  };
}

function isKept(entity: EntityName, { value }: Pick<Result<StoredEntity>, 'value'>): boolean {
  return passing[entity]?.(kindOf(value)) !== true;
}

/** Why a record can't be put back; undefined: it can. */
function check({ entity, value }: ArchivedRecord): string | undefined {
  if (!isEntityName(entity)) return `there is no kind of record "${entity}"`;
  if (passing[entity]?.(kindOf(value)) === true) return 'this is nothing that an export holds';
  const { attributes } = entities[entity];
  const unknown = Object.keys(value).find((attribute) => !(attribute in attributes));
  if (unknown !== undefined) return `${entity} has no "${unknown}"`;
  if (!isVersioned(value['record'])) return 'its record has no version';
  const misfit = Object.entries(attributes).find(([attribute, type]) => value[attribute] !== undefined && !fits(value[attribute], type));
  return misfit && `"${misfit[0]}" is no ${misfit[1]}`;
}

async function put(records: readonly ArchivedRecord[], isDryRun: boolean): Promise<{ readonly replaced: number; readonly added: number }> {
  const known = records.flatMap(({ entity, key, value }) => (isEntityName(entity) ? [{ entity, key, value: { ...value, record: value['record'] } }] : []));
  const there = await Promise.all(
    names.map((entity) =>
      getEntities(
        entity,
        known.filter((own) => own.entity === entity).map(({ key }) => key),
      ),
    ),
  );
  const settings = there[names.indexOf(ofInstallation.entity)]?.get(ofInstallation.key);
  const replaced = there.reduce((sum, found) => sum + found.size, 0);
  if (!isDryRun) await setEntities(known.map((own) => ({ ...own, value: portable(own.entity, own.key, own.value, settings) })));
  return { replaced, added: known.length - replaced };
}

/** A record as any installation may have it, with what this one knows for itself. */
function portable(entity: EntityName, key: string, value: StoredEntity, here: StoredEntity | undefined): StoredEntity {
  if (entity !== ofInstallation.entity || key !== ofInstallation.key || !isRecord(value.record)) return value;
  const { [ofInstallation.member]: _, ...record } = value.record;
  const own = isRecord(here?.record) ? here.record[ofInstallation.member] : undefined;
  return { ...value, record: { ...record, ...(own !== undefined && { [ofInstallation.member]: own }) } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function isEntityName(text: string): text is EntityName {
  return text in entities;
}

const kindOf = ({ kind }: Readonly<Record<string, unknown>>): string => (typeof kind === 'string' ? kind : '');

const isVersioned = (record: unknown): boolean => isRecord(record) && Number.isInteger(record['v']);

function fits(value: unknown, type: 'string' | 'integer' | 'any'): boolean {
  return type === 'any' || (type === 'integer' ? Number.isInteger(value) : typeof value === 'string');
}
