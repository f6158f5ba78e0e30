import MiniSearch, { type SearchResult } from 'minisearch';
import type { StatementChoice } from '../../src/contract/panel';

export interface Suggestion {
  readonly choice: StatementChoice;
  /** Words of the sentence that the text shares with it. */
  readonly words: readonly string[];
}

// Words that every sentence has: sharing them says nothing.
const common = new Set(
  'a all an and any are as at be because but by can could do each every for from has have how i in into is it its me my new no not of on one or our should so than that the their them then there they this to was we were what when which who why will with would you your'.split(
    ' ',
  ),
);

const fold = (word: string): string | null => {
  const folded = word.toLowerCase().replace(/['’]s$/, '');
  return folded.length < 2 || common.has(folded) ? null : folded;
};

/** An index over the statements' sentences, stakeholders and jobs; built once per list. */
export function indexStatements(choices: readonly StatementChoice[]): MiniSearch<StatementChoice> {
  const index = new MiniSearch<StatementChoice>({
    fields: ['sentence', 'key', 'stakeholder', 'job'],
    processTerm: fold,
    searchOptions: { boost: { sentence: 2, key: 3 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 5 ? 0.15 : false) },
  });
  index.addAll(choices.filter((choice) => !choice.isClosed));
  return index;
}

/** What the text may be about, best first; silence rather than a weak guess. */
export function suggest(index: MiniSearch<StatementChoice>, byId: ReadonlyMap<string, StatementChoice>, text: string, limit: number): readonly Suggestion[] {
  if (text.trim() === '') return [];
  const found = index.search(text.slice(0, 1500));
  const isTyped = text.trim().split(/\s+/).length <= 3;
  return found
    .filter((result) => isTyped || result.queryTerms.length >= 2)
    .slice(0, limit)
    .flatMap((result) => {
      const choice = byId.get(String(result.id));
      return choice ? [{ choice, words: sharedWords(result, choice) }] : [];
    });
}

function sharedWords(result: SearchResult, choice: StatementChoice): readonly string[] {
  const terms = new Set(result.terms);
  return choice.sentence.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => {
    const folded = fold(word);
    return folded !== null && terms.has(folded);
  });
}
