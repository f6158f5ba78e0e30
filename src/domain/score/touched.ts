import type { CountedRecord, CountingContext } from './counted-evidence';
import type { Fix } from './finished-items';

/** Which evidence must be counted again although the record itself is the same. */
export interface Touched {
  readonly allEvidence: boolean;
  readonly nothing: boolean;
  readonly touches: (counted: CountedRecord) => boolean;
}

/** What a change of the surroundings can reach; `statements` are those whose reach may differ. */
export function touchedBy(now: CountingContext, statements: ReadonlySet<string>, earlier?: CountingContext): Touched {
  if (earlier === undefined || now.params !== earlier.params || now.asOfDay !== earlier.asOfDay) {
    return { allEvidence: true, nothing: false, touches: () => true };
  }
  const accounts = differingKeys(earlier.speakers, now.speakers, (a, b) => a.voice === b.voice);
  const problems = differingKeys(earlier.fixes, now.fixes, fixedAlike);
  return {
    allEvidence: false,
    nothing: accounts.size + problems.size + statements.size === 0,
    // Asked of every record, so what did not change at all is ruled out first.
    touches: ({ record, links, against }) =>
      (accounts.size > 0 && record.account !== null && accounts.has(record.account)) ||
      (statements.size > 0 && record.links.some(({ to }) => statements.has(to))) ||
      (problems.size > 0 && [links, against].some((reached) => reached.some(({ problem }) => problems.has(problem)))),
  };
}

function differingKeys<V>(before: ReadonlyMap<string, V>, now: ReadonlyMap<string, V>, alike: (a: V, b: V) => boolean): ReadonlySet<string> {
  if (before === now) return new Set();
  const keys = [...new Set([...before.keys(), ...now.keys()])];
  return new Set(
    keys.filter((key) => {
      const a = before.get(key);
      const b = now.get(key);
      return a === undefined || b === undefined ? a !== b : !alike(a, b);
    }),
  );
}

function fixedAlike(a: readonly Fix[], b: readonly Fix[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ item, doneDay, cover }, at) => {
    const other = b[at];
    return other !== undefined && item === other.item && doneDay === other.doneDay && cover === other.cover;
  });
}
