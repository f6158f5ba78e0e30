const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+\*?/gu) ?? [];
// As far as Jira's English stemming matters here: exports, exported and exporting are one word.
const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|ed|es|s)$/, '') : word);

/** Whether a text holds all words asked for, in any order; `word*` is a beginning, "quoted words" stand together. */
export function matcherOf(asked: string): (text: string) => boolean {
  const phrase = /^"(.*)"$/.exec(asked.trim())?.[1];
  if (phrase !== undefined) {
    const wanted = ` ${split(phrase).map(stem).join(' ')} `;
    return (text) => ` ${split(text).map(stem).join(' ')} `.includes(wanted);
  }
  const words = split(asked);
  return (text) => {
    const has = new Set(split(text).map(stem));
    return words.every((word) => (word.endsWith('*') ? [...has].some((one) => one.startsWith(stem(word.slice(0, -1)))) : has.has(stem(word))));
  };
}
