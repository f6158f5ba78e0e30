import { median } from './numbers';
import type { Params } from './params';
import type { Item } from './scenario';

/** Whether an item still takes part in the ranking. */
export function isUnfinished(item: Pick<Item, 'doneDay'>): boolean {
  return (item.doneDay ?? null) === null;
}

/** The effort that counts as 1: the team's frozen one, else the median of all typed efforts of unfinished items. */
export function effortReference(items: readonly Pick<Item, 'effort' | 'doneDay'>[], params: Pick<Params, 'effortRef'>): number | null {
  if (params.effortRef !== null) return params.effortRef;
  return median(items.filter(isUnfinished).flatMap(({ effort }) => effort ?? []));
}

/** Effort in medians, (effort / reference)^λ and not below the floor; an unknown effort is 1 median. Scoring.md section 5. */
export function effortInMedians(effort: number | null, reference: number | null, params: Pick<Params, 'lambda' | 'effortFloor'>): number {
  const ratio = effort === null || !reference ? 1 : effort / reference;
  return Math.max(params.effortFloor, ratio ** params.lambda);
}
