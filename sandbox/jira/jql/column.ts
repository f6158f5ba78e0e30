import type { Issue } from '../issue';
import type { Site } from '../site';
import type { Viewer } from '../viewer';
import { readWords, type Words } from './words';

export interface Asker {
  readonly site: Site;
  readonly viewer: Viewer;
  /** Whose days these are. */
  readonly zone: string;
}

/** Ids of what an issue holds in a field: one, several, or none. */
export type Held = string | undefined | readonly string[];

/** What functions like currentUser() or openSprints() stand for; a field takes those of its own kind. */
export type Topic = 'person' | 'issue' | 'sprint' | 'type' | 'project';

export interface Choice {
  readonly kind: 'choice';
  readonly of: (issue: Issue) => Held;
  /** The ids that a written value means; empty: there is no such thing, which Jira refuses. */
  readonly meant: (text: string) => readonly string[];
  readonly topic?: Topic;
  /** Where an issue stands among others; without it Jira does not sort by the field. */
  readonly place?: (issue: Issue) => string | number | undefined;
  readonly isDescending?: boolean;
  /** For < and >: above, at or below a written value; undefined: not to be compared with it. */
  readonly relativeTo?: (text: string) => (issue: Issue) => number | undefined;
}

/** What a clause is about. A `day` is a date without a time, as ms of its midnight in UTC. */
export type Column =
  | Choice
  | {
      readonly kind: 'text';
      readonly of: (issue: Issue) => string;
      readonly words: (issue: Issue) => Words;
      /** Can be looked into, but is no value: neither empty nor sorted by. */
      readonly isSearchedOnly: boolean;
    }
  | { readonly kind: 'time' | 'day' | 'number'; readonly of: (issue: Issue) => number | undefined }
  | { readonly kind: 'rank'; readonly of: (issue: Issue) => string };

export type Make = (asker: Asker) => Column;

export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By id or by name, whatever its case: several things may share a name. */
export const named = (rows: Iterable<Named>): ((asked: string) => string[]) => {
  // A list, for an iterator would be used up by the first value that is asked for.
  const all = [...rows];
  return (asked) => all.filter(({ id, name }) => id === asked || same(name, asked)).map(({ id }) => id);
};

/** Anything may be asked for: a label that nobody has used is no error. */
export const anyName = (of: (issue: Issue) => readonly string[]): Choice => ({
  kind: 'choice',
  of: (issue) => of(issue).map((name) => name.toLowerCase()),
  meant: (asked) => [asked.toLowerCase()],
  place: (issue) => of(issue)[0]?.toLowerCase(),
});

export const time = (of: (issue: Issue) => number | undefined): Column => ({ kind: 'time', of });
export const number = (of: (issue: Issue) => number | undefined): Column => ({ kind: 'number', of });
export const day = (of: (issue: Issue) => string | undefined): Column => ({
  kind: 'day',
  of: (issue) => {
    const date = of(issue);
    return date === undefined ? undefined : Date.parse(date);
  },
});

export const text = (of: (issue: Issue) => string, { isSearchedOnly = false } = {}): Column => {
  // Issues are never changed, only replaced: the words of one are read once.
  const read = new WeakMap<Issue, Words>();
  const words = (issue: Issue): Words => {
    const known = read.get(issue) ?? readWords(of(issue));
    read.set(issue, known);
    return known;
  };
  return { kind: 'text', of, words, isSearchedOnly };
};

export function person({ site }: Asker, of: (issue: Issue) => string | undefined): Choice {
  return {
    kind: 'choice',
    topic: 'person',
    of,
    meant: (asked) =>
      [...site.people.values()]
        .filter(({ accountId, email, displayName }) => accountId === asked || same(email, asked) || same(displayName, asked))
        .map(({ accountId }) => accountId),
    place: (issue) => site.people.get(of(issue) ?? '')?.displayName.toLowerCase(),
  };
}
