import { ruleOf, type LinkEnd } from '../link-kinds';
import type { Fault, LinkEnds } from './faults';
import type { LinkMeanings } from './link-meaning';

/** What a reader needs beside the ids. */
export interface Wording {
  readonly keyOf: (id: string) => string;
  /** The phrase of a link type, read from its first end. */
  readonly phraseOf: (typeId: string) => string;
  readonly meanings: LinkMeanings;
}

/** "DISC-62 solves LED-88", in the words of the site's own link types. */
export const phraseLink = ({ from, to, typeId }: LinkEnds, { keyOf, phraseOf }: Wording): string => `${keyOf(from)} ${phraseOf(typeId)} ${keyOf(to)}`;

/** One sentence that says what is wrong with these very issues. */
export function phraseFault(fault: Fault, wording: Wording): string {
  const { keyOf } = wording;
  const [first = '', second = ''] = fault.subjects.map(keyOf);
  const link = fault.links.find(({ typeId }) => isChosen(typeId, wording)) ?? fault.links[0];
  const said = link === undefined ? '' : phraseLink(link, wording);
  switch (fault.rule) {
    case 'wrongDirection':
      return `It says “${said}”. Meant is the other way round.`;
    case 'wrongEnds':
      return `It says “${said}”. ${expected(fault, wording)}`;
    case 'plainLink':
      return `It says “${said}”, which nothing counts.`;
    case 'duplicate':
      return `“${said}” stands there ${fault.links.length === 2 ? 'twice' : `${String(fault.links.length)} times`}.`;
    case 'cycle':
      return `${listed(fault.subjects.map(keyOf))} lead back to each other.`;
    case 'forAndAgainst':
      return `${first} speaks for ${second} and against it.`;
    case 'insightOnNothing':
      return `${first} speaks for or against no problem.`;
    case 'problemWithoutEvidence':
      return `Nothing speaks for ${first}.`;
    case 'problemWithOneCustomer':
      return `Only one customer speaks for ${first}.`;
    case 'solvesClosed':
      return `${second} is closed, and ${first} is still open.`;
    case 'epicWithoutProblem':
      return `${first} says nowhere which problem it solves.`;
    case 'tooManyEpics':
      return `${String(fault.subjects.length - 1)} open epics solve ${first}.`;
    case 'solutionInDisguise':
      return `${first} says what to build: “${fault.words.join('”, “')}”.`;
  }
}

function isChosen(typeId: string, { meanings }: Wording): boolean {
  const meaning = meanings.get(typeId);
  return meaning?.says === 'kind' && meaning.isChosen;
}

function expected({ links: [link] }: Fault, { meanings }: Wording): string {
  const meaning = link && meanings.get(link.typeId);
  if (meaning?.says !== 'kind') return '';
  const rows = ruleOf(meaning.kind).joins.map(({ from, to }) => `${oneOf(from)} to ${oneOf(to)}`);
  return `This link joins ${rows.join(', or ')}.`;
}

const withArticle: Readonly<Record<LinkEnd, string>> = {
  insight: 'an insight',
  problem: 'a problem',
  opportunity: 'an opportunity',
  item: 'an item',
  ticket: 'a ticket',
};
const oneOf = (ends: readonly LinkEnd[]): string =>
  listed(
    ends.map((end) => withArticle[end]),
    'or',
  );

/** "A", "A and B", "A, B and C". */
function listed(words: readonly string[], last = 'and'): string {
  const head = words.slice(0, -1).join(', ');
  const tail = words.at(-1) ?? '';
  return head === '' ? tail : `${head} ${last} ${tail}`;
}
