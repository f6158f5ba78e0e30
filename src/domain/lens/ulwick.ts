import type { Answers, Share } from './answers';
import { counted, figure, unknown, type Lens, type Reading } from './lens';

type Name = 'importance' | 'satisfaction';

/**
 * Opportunity = importance + max(importance − satisfaction, 0), 0..10 each, so 0..20; Anthony Ulwick, "What Customers Want", 2005.
 * His first text ("Turn Customer Input into Innovation", Harvard Business Review, January 2002) has no max: there, what is
 * satisfied better than it matters scores below its importance. Here 10 is everybody: the share of answers in the two best boxes.
 */
export const ulwick: Lens<Name> = {
  id: 'ulwick',
  title: 'Ulwick opportunity',
  unit: 'of 20',
  inputs({ cover }, { heard }) {
    let best: Extract<Reading<Name>, { kind: 'known' }> | undefined;
    let missing: string | undefined;
    // An item is as good as the most underserved problem that it solves; effort and cover are no part of this lens.
    for (const { problem } of cover) {
      const answers = heard.get(problem)?.answers;
      const read = answers === undefined ? unknown(missingFrom(noAnswers)) : readAnswers(answers);
      if (read.kind === 'unknown') missing ??= read.why;
      else if (best === undefined || opportunity(read) > opportunity(best)) best = read;
    }
    return best ?? unknown(missing ?? missingFrom(noAnswers));
  },
  scoreOf: ({ importance, satisfaction }) => importance + Math.max(importance - satisfaction, 0),
  spell: ({ importance, satisfaction }) => `importance ${figure(importance)} + max(importance ${figure(importance)} − satisfaction ${figure(satisfaction)}, 0)`,
};

const noAnswers: Answers = { importance: { yes: 0, of: 0 }, satisfaction: { yes: 0, of: 0 } };

const opportunity = ({ inputs: { importance, satisfaction } }: Extract<Reading<Name>, { kind: 'known' }>): number =>
  ulwick.scoreOf({ importance: importance.value, satisfaction: satisfaction.value });

function readAnswers(answers: Answers): Reading<Name> {
  const { importance, satisfaction } = answers;
  if (importance.of === 0 || satisfaction.of === 0) return unknown(missingFrom(answers));
  return {
    kind: 'known',
    inputs: {
      importance: { value: outOfTen(importance), how: `${wordsOf(importance)} what it solves important.` },
      satisfaction: { value: outOfTen(satisfaction), how: `${wordsOf(satisfaction)} how it is today good.` },
    },
  };
}

const outOfTen = ({ yes, of }: Share): number => (10 * yes) / of;
const wordsOf = ({ yes, of }: Share): string => `${String(yes)} of ${counted(of, 'answer')} call${yes === 1 ? 's' : ''}`;

function missingFrom({ importance, satisfaction }: Answers): string {
  if (importance.of === 0 && satisfaction.of === 0) return 'Nobody was asked how important it is, nor how satisfied they are.';
  return importance.of === 0 ? 'Nobody was asked how important it is.' : 'Nobody was asked how satisfied they are.';
}
