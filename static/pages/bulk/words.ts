import type { StepOutcome, WorkStepView } from '../../../src/contract/work';
import { named, together } from '../../parts/together';

interface OutcomeWords {
  readonly row: string;
  readonly sum: string;
  /** The sum of a single one, where it reads differently. */
  readonly one?: string;
  readonly isGood: boolean;
}

/** What came of a ticket, in its row and in the sum. */
export const outcomeWords: Readonly<Record<StepOutcome['outcome'], OutcomeWords>> = {
  done: { row: 'Tagged', sum: 'tagged', isGood: true },
  partly: { row: 'Tagged, without a link: the statement has as many links as Jira allows', sum: 'tagged without a link', isGood: true },
  'was-done': { row: 'Was tagged already', sum: 'tagged before', isGood: true },
  forbidden: { row: 'Not tagged: you may not link this', sum: 'not yours to link', isGood: false },
  refused: { row: 'Not tagged: it doesn’t fit', sum: 'don’t fit', one: 'doesn’t fit', isGood: false },
  gone: { row: 'Not tagged: it doesn’t exist, or you may not see it', sum: 'not there', isGood: false },
  failed: { row: 'Not tagged: something broke on our side', sum: 'broke', isGood: false },
  undone: { row: 'Taken back', sum: 'taken back', isGood: true },
  kept: { row: 'Left as it was', sum: 'left as they were', one: 'left as it was', isGood: true },
};

export const outcomeOf = ({ outcome, undo }: WorkStepView): StepOutcome | null => undo ?? outcome;

/** "20 tagged · 3 tagged before": how many steps came to what, in the order of the words. */
export function sumOf(steps: readonly WorkStepView[]): readonly string[] {
  return Object.entries(outcomeWords).flatMap(([outcome, { sum, one = sum }]) => {
    const n = steps.filter((step) => outcomeOf(step)?.outcome === outcome).length;
    return n === 0 ? [] : [`${String(n)} ${n === 1 ? one : sum}`];
  });
}

export const tickets = (n: number): string => `${String(n)} ticket${n === 1 ? '' : 's'}`;

/** Keys to which nothing came. Where as many came as were asked for, the others only have a new key since they moved. */
export function missingOf(keys: readonly string[], found: readonly { readonly key: string }[]): readonly string[] {
  const there = new Set(found.map(({ key }) => key));
  return found.length >= keys.length ? [] : keys.filter((key) => !there.has(key));
}

const mostNamed = 5;

export const saidMissing = (keys: readonly string[]): string =>
  `${together(keys, mostNamed)} ${keys.length === 1 ? 'does not exist, or you may not see it' : 'do not exist, or you may not see them'}.`;

export const saidUnclear = (words: readonly string[]): string => `Not understood: ${named(words, mostNamed).join(', ')}.`;

/** Of statements among the tickets, before anything is tagged. */
export const saidLeftOut = (keys: readonly string[]): string =>
  `Left out: ${together(keys, mostNamed)} ${keys.length === 1 ? 'is a statement itself and no' : 'are statements themselves and no'} evidence here.`;
