import { compareIds } from '../score/comparing';
import { median } from '../score/numbers';

/** An item as one person has it; `by` only tells people apart. */
export interface OneEstimate {
  readonly by: string;
  readonly itemId: string;
  /** Not below 0, in the person's own unit. */
  readonly value: number;
}

/** What a team says of an item, on the scale of the scores: the middle of its people, and from the lowest to the highest. */
export interface TeamEstimate {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly people: number;
}

/**
 * One person counts in hours and thinks big, another in points: each person's estimates are first set to the same middle as the
 * scores of the very items that this person estimated. Only then is the team's middle taken, so that no unit outweighs another.
 */
export function teamEstimates(estimates: readonly OneEstimate[], scores: ReadonlyMap<string, number>): ReadonlyMap<string, TeamEstimate> {
  const perItem = new Map<string, number[]>();
  for (const own of byPerson(estimates)) {
    const factor = factorOf(own, scores);
    for (const { itemId, value } of own) perItem.set(itemId, [...(perItem.get(itemId) ?? []), value * factor]);
  }
  return new Map([...perItem].sort(([a], [b]) => compareIds(a, b)).map(([itemId, values]) => [itemId, middleAndSpread(values)]));
}

function byPerson(estimates: readonly OneEstimate[]): readonly (readonly OneEstimate[])[] {
  const people = new Map<string, OneEstimate[]>();
  for (const one of estimates) people.set(one.by, [...(people.get(one.by) ?? []), one]);
  return [...people.values()];
}

/** 1 where nothing can be compared: no scored item was estimated, or nothing is worth anything. */
function factorOf(own: readonly OneEstimate[], scores: ReadonlyMap<string, number>): number {
  const both = own.flatMap(({ itemId, value }) => {
    const score = scores.get(itemId);
    return score === undefined ? [] : [{ value, score }];
  });
  const [said, shown] = [both.map(({ value }) => value), both.map(({ score }) => score)];
  const factor = ratio(median(shown) ?? 0, median(said) ?? 0) ?? ratio(mean(shown), mean(said));
  return factor ?? 1;
}

// A middle of 0 says nothing about a unit; the mean still does, unless all are 0.
const ratio = (to: number, from: number): number | undefined => (to > 0 && from > 0 && Number.isFinite(to / from) ? to / from : undefined);

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

export const middleAndSpread = (values: readonly number[]): TeamEstimate => ({
  middle: median(values) ?? 0,
  low: Math.min(...values),
  high: Math.max(...values),
  people: values.length,
});
