import { completeParams, type Level, type ParamsInput } from '../score/params';
import { drawOrder, listOrder, scoreListed } from '../score/listed-order';
import type { Item } from '../score/scenario';

/** A problem as it stood when an order was decided; numbers in customers' worth. */
interface RecordedProblem {
  readonly id: string;
  readonly V: number;
  readonly sd: number;
  readonly P: number;
  readonly N: number;
}

/** All that an order follows from: whoever holds this holds the order, whatever becomes of the issues and their evidence. */
export interface RecordedBacklog {
  readonly params: ParamsInput & { readonly level: Level };
  /** Links go straight to problems. */
  readonly items: readonly Item[];
  readonly problems: readonly RecordedProblem[];
}

/** An item at its place; the first of the list has place 1. */
export interface DecidedPlace {
  readonly id: string;
  /** Value per median effort that is left when the items above are built. */
  readonly score: number;
  /** Tie band, from 1; null: too far down to be drawn, or mostly solved by items above. */
  readonly band: number | null;
}

/** The build order of what solves a stated problem, with its tie bands, from the record alone. */
export function replay({ params: said, items, problems }: RecordedBacklog): readonly DecidedPlace[] {
  const params = completeParams(said);
  const values = new Map(problems.map((problem) => [problem.id, problem]));
  const listed = listOrder(items, values, params);
  const stated = new Set(listed.scored.flatMap(({ id, cover }) => (cover.length > 0 ? [id] : [])));
  const { bands } = drawOrder(listed, values, params);
  const bandOf = new Map(bands.flatMap((band, at) => band.map((id) => [id, at + 1] as const)));
  return listed.order.filter(({ id }) => stated.has(id)).map(({ id, score }) => ({ id, score, band: bandOf.get(id) ?? null }));
}

/** Value per median effort of each item alone, as if it were built first; what states no problem is left out. */
export function standingScores({ params: said, items, problems }: RecordedBacklog): ReadonlyMap<string, number> {
  const scored = scoreListed(items, new Map(problems.map((problem) => [problem.id, problem])), completeParams(said));
  return new Map(scored.flatMap(({ id, cover, score }) => (cover.length > 0 ? [[id, score]] : [])));
}
