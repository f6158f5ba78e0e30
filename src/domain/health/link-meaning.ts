import { linkKindNames, ruleOf, type LinkKind } from '../link-kinds';

/** A link type of the site; `phrase` is read from the first end to the second. */
export interface LinkTypeWords {
  readonly id: string;
  readonly name: string;
  readonly phrase: string;
  readonly inverse: string;
}

/** What a link type says: one of our kinds (by the type setup chose, or by another type of the same phrases), or only that two issues have to do with each other. */
export type LinkMeaning = { readonly says: 'kind'; readonly kind: LinkKind; readonly isChosen: boolean } | { readonly says: 'related' };
export type LinkMeanings = ReadonlyMap<string, LinkMeaning>;

// Names and phrases of Jira's own "Relates" in the languages a site may have been made in; folded.
const relating = new Set(
  [
    'relates|relates to|related|related to|is related to|relate to',
    'beziehung|bezieht sich auf|steht in beziehung zu|hängt zusammen mit|verwandt mit',
    'relation|est lié à|est liée à|est en relation avec|se rapporte à|concerne',
    'relaciona|está relacionado con|relacionado con|se relaciona con',
    'está relacionado a|relacionado a|está relacionado com|relaciona-se com|relaciona-se a',
    'correlato|è correlato a|correlato a|è in relazione con|si riferisce a',
    'gerelateerd|is gerelateerd aan|gerelateerd aan|houdt verband met|heeft betrekking op',
    'powiązane|jest powiązane z|powiązane z|dotyczy',
    'souvisí|souvisí s|súvisí s',
    'kapcsolódik|kapcsolódik ehhez|este legat de|are legătură cu',
    'relaterar till|är relaterad till|relaterer til|er relateret til|er relatert til|liittyy',
    'связано|связано с|связана с|связан с|относится к|пов’язано з',
    'ilişkili|ilişkilidir|bununla ilgili',
    '関連|関連する|関連している|相关|相关的|关联|关联到|關聯|相關|관련|관련됨',
  ].flatMap((words) => words.split('|')),
);

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
const saysTheSameBothWays = ({ phrase, inverse }: Phrases): boolean => folded(phrase) === folded(inverse);

/** True of every type that may turn out to mean something here, by its own words alone: enough for looking at a link. */
export const mayMean = (type: Omit<LinkTypeWords, 'id'>): boolean =>
  saysTheSameBothWays(type) || namesRelating(type) || linkKindNames().some((kind) => hasPhrases(type, ruleOf(kind)));

// A name alone may lie: what causes something and is caused by it says which way it goes.
const namesRelating = ({ name, phrase, inverse }: Omit<LinkTypeWords, 'id'>): boolean =>
  [phrase, inverse].every((words) => relating.has(folded(words))) || (relating.has(folded(name)) && saysTheSameBothWays({ phrase, inverse }));

/** What each link type of the site says; types that are none of our business are not in it. */
export function meaningsOf(types: readonly LinkTypeWords[], chosen: Readonly<Partial<Record<LinkKind, string>>>): LinkMeanings {
  const meanings = new Map<string, LinkMeaning>();
  for (const kind of linkKindNames()) {
    const id = chosen[kind];
    if (id !== undefined) meanings.set(id, { says: 'kind', kind, isChosen: true });
  }
  const others = types.filter(({ id }) => !meanings.has(id));
  for (const type of others) {
    const kind = linkKindNames().find((own) => hasPhrasesOf(type, own, types, chosen));
    if (kind !== undefined) meanings.set(type.id, { says: 'kind', kind, isChosen: false });
  }
  for (const { id } of typesThatRelate(others.filter(({ id }) => !meanings.has(id)))) meanings.set(id, { says: 'related' });
  return meanings;
}

function hasPhrasesOf(type: LinkTypeWords, kind: LinkKind, types: readonly LinkTypeWords[], chosen: Readonly<Partial<Record<LinkKind, string>>>): boolean {
  const adopted = types.find(({ id }) => id === chosen[kind]);
  return [ruleOf(kind), ...(adopted ? [adopted] : [])].some((own) => hasPhrases(type, own));
}

type Phrases = Pick<LinkTypeWords, 'phrase' | 'inverse'>;
const hasPhrases = (type: Phrases, { phrase, inverse }: Phrases): boolean => folded(type.phrase) === folded(phrase) && folded(type.inverse) === folded(inverse);

// In a language the table does not know, the one type that reads the same both ways is the one that says nothing.
function typesThatRelate(types: readonly LinkTypeWords[]): readonly LinkTypeWords[] {
  const known = types.filter(namesRelating);
  if (known.length > 0) return known;
  const symmetric = types.filter(saysTheSameBothWays);
  return symmetric.length === 1 ? symmetric : [];
}
