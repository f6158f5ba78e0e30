import { compareIds, weighRecord, type EvidenceRecord, type WeighingContext } from '../score';
import { numberIn } from '../score/pain';

/** What people answered when they were asked: yes counts the two best boxes, as Ulwick's surveys do. */
export interface Share {
  readonly yes: number;
  readonly of: number;
}

export interface Answers {
  /** How many call it important. */
  readonly importance: Share;
  /** How many are satisfied with how it is today. */
  readonly satisfaction: Share;
}

type Question = keyof Answers;

/**
 * Which sources ask which question, and what counts as a yes: the two best of their boxes. NPS asks something else (whether
 * somebody would recommend the product), and so do tickets.
 */
const questions: Readonly<Record<string, { readonly asks: Question; readonly isYes: (raw: number | string) => boolean | undefined }>> = {
  importance: { asks: 'importance', isYes: fromBox(2) },
  csat: { asks: 'satisfaction', isYes: fromBox(4) },
  stars: { asks: 'satisfaction', isYes: fromBox(4) },
  ces: { asks: 'satisfaction', isYes: fromBox(6) },
  verdict: { asks: 'satisfaction', isYes: (raw) => ({ good: true, bad: false })[String(raw).trim().toLowerCase()] },
};

function fromBox(least: number) {
  return (raw: number | string): boolean | undefined => {
    const value = typeof raw === 'number' ? raw : numberIn(raw);
    return value === null ? undefined : value >= least;
  };
}

/** The answers among records, whichever way they speak. A customer answers once, by its latest word; unnamed people each. */
export function answersIn(records: readonly EvidenceRecord[], context: WeighingContext): Answers {
  const latest = new Map<string, { readonly record: EvidenceRecord; readonly asks: Question; readonly isYes: boolean }>();
  for (const record of records) {
    const question = questions[record.source];
    const isYes = record.raw === null ? undefined : question?.isYes(record.raw);
    if (question === undefined || isYes === undefined) continue;
    const { key } = weighRecord(record, context);
    const who = `${question.asks} ${key.startsWith('@') ? key : record.id}`;
    const known = latest.get(who)?.record;
    if (known === undefined || record.day > known.day || (record.day === known.day && compareIds(record.id, known.id) > 0))
      latest.set(who, { record, asks: question.asks, isYes });
  }
  const shareOf = (wanted: Question): Share => {
    const given = [...latest.values()].filter(({ asks }) => asks === wanted);
    return { yes: given.filter(({ isYes }) => isYes).length, of: given.length };
  };
  return { importance: shareOf('importance'), satisfaction: shareOf('satisfaction') };
}
