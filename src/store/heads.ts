import type { ClockPort } from '../actions/ports';
import { getEntity, type StoredEntity, type Write } from './kvs';
import type { Shape } from './shapes';

/** A record that moves on condition of its version: 0 where there is none yet. */
export interface Head<Content> {
  readonly version: number;
  readonly content: Content | undefined;
}

export async function readHead<Content>(key: string, shape: Shape<Content>): Promise<Head<Content>> {
  return headIn(await getEntity('head', key), shape);
}

export function headIn<Content>(stored: StoredEntity | undefined, shape: Shape<Content>): Head<Content> {
  if (stored === undefined) return { version: 0, content: undefined };
  if (typeof stored['version'] !== 'number') throw new Error('A stored head has no version number.');
  return { version: stored['version'], content: shape.read(stored.record) };
}

/** The write that moves a head from `since` to the next version, and is refused when somebody moved it before. */
export function moveHead<Content>(kind: string, key: string, since: number, content: Content, shape: Shape<Content>, clock: ClockPort): Write {
  return {
    entity: 'head',
    key,
    value: { kind, version: since + 1, at: clock.now(), record: shape.pack(content) },
    when: since === 0 ? { absent: 'version' } : { attribute: 'version', is: since },
  };
}
