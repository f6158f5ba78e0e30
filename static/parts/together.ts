/** The first few by name, the others by number. */
export const named = (words: readonly string[], most: number): readonly string[] =>
  words.length > most ? [...words.slice(0, most), `${String(words.length - most)} more`] : words;

/** "A", "A and B", "A, B and 3 more". */
export function together(words: readonly string[], most: number): string {
  const parts = named(words, most);
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : parts.join('');
}
