/** A text as the search index holds it. */
export interface Words {
  readonly plain: readonly string[];
  readonly stems: readonly string[];
  readonly known: ReadonlySet<string>;
}

const stopWords = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(' '),
);

const split = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? []).filter((word) => !stopWords.has(word) && /[\p{L}\p{N}]/u.test(word));

export function readWords(text: string): Words {
  const plain = split(text.replace(/[*?]/g, ' '));
  const stems = plain.map(stem);
  return { plain, stems, known: new Set(stems) };
}

// As far as Jira's English stemming matters here: time, times and timed are one word, and so are query and queries.
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{2}[^su])s$/, ''],
  [/(?<=\w{3})(ing|ed)$/, ''],
  [/(?<=\w{2})([bdfgmnprt])\1$/, '$1'],
  [/(?<=\w{2})e$/, ''],
  [/(?<=\w{2})y$/, 'i'],
  [/(?<=\w{2}i)e$/, ''],
];
const stem = (word: string): string => endings.reduce((short, [ending, instead]) => short.replace(ending, instead), word);

type Finds = (words: Words) => boolean;

/** How a text is asked for: all words, `OR`, `-not`, `begin*`, `"words that stand together"`. Undefined: this is no search. */
export function matcherOf(asked: string): Finds | undefined {
  const either: Finds[][] = [[]];
  let isNot = false;
  for (const [, sign = '', phrase, bare = ''] of asked.matchAll(/([+-]?)(?:"([^"]*)"|([^\s"]+))/g)) {
    if (phrase === undefined && /^(OR|\|\|)$/.test(bare)) either.push([]);
    else if (phrase === undefined && /^(NOT|!)$/.test(bare)) isNot = true;
    else if (phrase !== undefined || !/^(AND|&&)$/.test(bare)) {
      const finds = together(phrase ?? bare);
      either.at(-1)?.push(isNot || sign === '-' ? (words) => !finds(words) : finds);
      isNot = false;
    }
  }
  if (isNot || either.some((all) => all.length === 0)) return undefined;
  return (words) => either.some((all) => all.every((finds) => finds(words)));
}

/** One word, or several one after the other: `month-end` is a phrase, too. */
function together(asked: string): Finds {
  const parts = split(asked).map((word) => (/[*?]/.test(word) ? pattern(word) : stem(word)));
  const [first] = parts;
  if (first === undefined) return () => true;
  const fits = ({ plain, stems }: Words, part: string | RegExp, at: number): boolean =>
    typeof part === 'string' ? stems[at] === part : part.test(plain[at] ?? '');
  if (parts.length === 1) return (words) => (typeof first === 'string' ? words.known.has(first) : words.plain.some((_, at) => fits(words, first, at)));
  return (words) => words.stems.some((_, from) => parts.every((part, at) => from + at < words.stems.length && fits(words, part, from + at)));
}

const pattern = (word: string): RegExp => new RegExp(`^${word.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'u');
