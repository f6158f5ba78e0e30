import { planBacklog, type PlannedItem } from './backlog';
import { buildOrder, type Placed } from './build-order';
import { chanceOfBefore, chancesOf, type ChancesOfAll } from './chances';
import { compareIds } from './comparing';
import { drawScores, listedPlaces, type Draws } from './draws';
import { lineUp, type Lineup } from './lineup';
import { scoreItems, standingOrder, type Problems, type ScoredItem } from './items';
import type { Params } from './params';
import type { ProblemStrength } from './problem';
import type { Item } from './scenario';
import { tieBands, type TieBands } from './tie-bands';

type Values = Problems<Pick<ProblemStrength, 'V' | 'sd'>>;

/** A backlog as a page lists it: no evidence, the values of its problems instead. */
export interface ListedOrder {
  readonly scored: readonly ScoredItem[];
  readonly order: readonly Placed[];
}

/** Orders items whose links go straight to problems. */
export const listOrder = (items: readonly Item[], values: Values, params: Params): ListedOrder => orderListed(planListed(items, params), values, params);

/** Each item alone, as if it were built first. */
export const scoreListed = (items: readonly Item[], values: Values, params: Params): readonly ScoredItem[] =>
  scoreItems(planListed(items, params).planned, values, params.a0);

/** What of a listed order depends on covers and efforts alone, so that it outlives other values. */
export interface ListedPlan {
  readonly planned: readonly PlannedItem[];
  readonly lineup: Lineup;
}

export function planListed(items: readonly Item[], params: Params): ListedPlan {
  const planned = planBacklog(
    items,
    ({ serves }) => serves.map(({ to, w }) => ({ problem: to, weight: w ?? params.defaultCover })).sort((a, b) => compareIds(a.problem, b.problem)),
    params,
  );
  return { planned, lineup: lineUp(planned) };
}

export function orderListed({ planned, lineup }: ListedPlan, values: Problems<Pick<ProblemStrength, 'V'>>, { a0 }: Pick<Params, 'a0'>): ListedOrder {
  const scored = scoreItems(planned, values, a0);
  return { scored, order: buildOrder(scored, values, lineup) };
}

/** What the common draws say of a listed order: of each item alone, and of which cannot be told apart. */
export interface DrawnOrder extends TieBands {
  readonly draws: Draws;
  readonly chances: ChancesOfAll;
}

/** Draws for the first places; below them there is too little evidence for places to mean much. */
export function drawOrder({ scored, order }: ListedOrder, values: Values, params: Params): DrawnOrder {
  const first = standingOrder(scored)
    .filter(({ cover }) => cover.length > 0)
    .slice(0, listedPlaces);
  const draws = drawScores(first, values, params);
  const drawn = order.filter(({ id }) => draws.items.has(id));
  return { draws, chances: chancesOf(draws, params.topK), ...tieBands(drawn, new Map(scored.map((item) => [item.id, item])), (a, b) => chanceIn(draws, a, b)) };
}

/** Share of the draws in which `a` comes strictly before `b`; undrawn items answer 1, so that they join no band. */
function chanceIn({ items }: Draws, a: string, b: string): number {
  const [first, second] = [items.get(a), items.get(b)];
  return first && second ? chanceOfBefore(first, second) : 1;
}
