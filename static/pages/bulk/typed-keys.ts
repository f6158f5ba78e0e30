export interface TypedKeys {
  /** In the order they were typed, each once. */
  readonly keys: readonly string[];
  /** Words that are neither a key nor a link to one. */
  readonly unclear: readonly string[];
}

const keyLike = /^[a-z][a-z0-9_]*-\d+$/i;
const linkLike = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?browse\/([a-z][a-z0-9_]*-\d+)(?:[/?#].*)?$/i;
/** What every query with a key in it has, and no list of keys. */
const queryLike = /[=~<>()]|^(?:was|changed)$/i;

const keyIn = (word: string): string | undefined => linkLike.exec(word)?.[1] ?? (keyLike.test(word) ? word : undefined);

/** Keys and links as people paste them, with anything between them; undefined: it is a query in Jira's own language. */
export function typedKeys(text: string): TypedKeys | undefined {
  const words = text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => word !== '');
  const keys = new Set(words.flatMap((word) => keyIn(word)?.toUpperCase() ?? []));
  const unclear = [...new Set(words.filter((word) => keyIn(word) === undefined))];
  return keys.size === 0 || unclear.some((word) => queryLike.test(word)) ? undefined : { keys: [...keys], unclear };
}
