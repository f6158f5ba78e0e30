import type { DecidedPlace, RecordedBacklog } from './recorded-backlog';

/** What two decisions are told apart by. */
export interface RecordedOrder {
  readonly wanted: readonly string[];
  readonly backlog: Pick<RecordedBacklog, 'params' | 'problems'>;
}

interface Differing<Value> {
  /** null: not in that one. */
  readonly then: Value | null;
  readonly now: Value | null;
}

export interface Difference {
  readonly items: readonly (Differing<number> & { readonly id: string })[];
  readonly problems: readonly (Differing<number> & { readonly id: string })[];
  readonly params: readonly (Differing<string> & { readonly name: string })[];
}

/** From an earlier decision to a later one: places, values of problems, and settings that are not the same. */
export function differenceOf(earlier: RecordedOrder, later: RecordedOrder): Difference {
  return {
    items: differing(placesOf(earlier.wanted), placesOf(later.wanted)).map(({ key: id, ...own }) => ({ id, ...own })),
    problems: differing(valuesOf(earlier), valuesOf(later)).map(({ key: id, ...own }) => ({ id, ...own })),
    params: differing(settingsOf(earlier), settingsOf(later)).map(({ key: name, ...own }) => ({ name, ...own })),
  };
}

const placesOf = (wanted: readonly DecidedPlace['id'][]): ReadonlyMap<string, number> => new Map(wanted.map((id, at) => [id, at + 1]));
const valuesOf = ({ backlog }: RecordedOrder): ReadonlyMap<string, number> => new Map(backlog.problems.map(({ id, V }) => [id, V]));
const settingsOf = ({ backlog }: RecordedOrder): ReadonlyMap<string, string> =>
  new Map(Object.entries(backlog.params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));

/** In the order of the later one, then what only the earlier one has. */
function differing<Value>(then: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): readonly (Differing<Value> & { readonly key: string })[] {
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((key) => ({ key, then: then.get(key) ?? null, now: now.get(key) ?? null }))
    .filter((own) => own.then !== own.now);
}
