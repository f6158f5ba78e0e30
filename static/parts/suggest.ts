import MiniSearch, { type SearchResult } from 'minisearch';
import type { StatementChoice } from '../../src/contract/panel';

export interface Suggestion {
  readonly choice: StatementChoice;
  /** Words of the sentence that the text shares with it. */
  readonly words: readonly string[];
  /** It may be picked for a person: a single shared word is offered, never picked. */
  readonly isClose: boolean;
}

// Words that every sentence has: sharing them says nothing.
const common = new Set(
  'a about after again all an and another any are as at back before be because but by can could do each every for from has have how i in into is it its me my new no not of on once one only or our out over please should still so than that the their them then there they this to was we were what when which who why will with would you your'.split(
    ' ',
  ),
);

const fold = (word: string): string | null => {
  const folded = word.toLowerCase().replace(/['’]s?$/, '');
  return folded.length < 2 || common.has(folded) ? null : singular(folded);
};

const singular = (word: string): string => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<=x|ch|sh|ss)es$|(?<![suix])s$/, '') : word);

/** An index over the statements' sentences, stakeholders and jobs; built once per list. */
export function indexStatements(choices: readonly StatementChoice[]): MiniSearch<StatementChoice> {
  const open = choices.filter((choice) => !choice.isClosed);
  const customers = new Map<string, number>(open.map((choice) => [choice.id, choice.customers]));
  const index = new MiniSearch<StatementChoice>({
    fields: ['sentence', 'key', 'stakeholder', 'job'],
    processTerm: fold,
    searchOptions: {
      boost: { sentence: 2, key: 3 },
      // Of two that fit as well, the next ticket is more likely about what many have told already.
      boostDocument: (id) => 1 + Math.log2(1 + (customers.get(String(id)) ?? 0)) / 4,
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  index.addAll(open);
  return index;
}

/** What the text may be about, the close ones first. Who is hindered in which job only helps to order: a signature names them, too. */
export function suggest(index: MiniSearch<StatementChoice>, byId: ReadonlyMap<string, StatementChoice>, text: string, limit: number): readonly Suggestion[] {
  if (text.trim() === '') return [];
  const isTyped = text.trim().split(/\s+/).length <= 3;
  const found = index.search(text.slice(0, 1500)).flatMap((result): Suggestion[] => {
    const choice = byId.get(String(result.id));
    if (!choice) return [];
    const words = sharedWords(result, choice);
    return isTyped || words.length > 0 ? [{ choice, words, isClose: isTyped || new Set(words.map(fold)).size >= 2 }] : [];
  });
  return [...found.filter(({ isClose }) => isClose), ...found.filter(({ isClose }) => !isClose)].slice(0, limit);
}

function sharedWords(result: SearchResult, choice: StatementChoice): readonly string[] {
  const terms = new Set(Object.entries(result.match).flatMap(([term, fields]) => (fields.includes('sentence') ? [term] : [])));
  return choice.sentence.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => {
    const folded = fold(word);
    return folded !== null && terms.has(folded);
  });
}
