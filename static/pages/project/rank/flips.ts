import type { ItemView, ProblemView, RankingView } from '../../../../src/contract/ranking';
import type { Stance } from '../../../../src/domain/link-kinds';
import { drawScores } from '../../../../src/domain/score/draws';
import { duelOf, type Duel } from '../../../../src/domain/score/chances';
import { effortToPass } from '../../../../src/domain/score/effort-limit';
import { customersAgainst, customersFor, flip } from '../../../../src/domain/score/flip';
import type { Order, PlacedItem } from './order';

/** What would put one item over another, by evidence and by effort. */
export interface FlipWays {
  readonly lower: PlacedItem;
  readonly upper: PlacedItem;
  /** On standing scores it is level or ahead already. */
  readonly isAheadAlready: boolean;
  readonly evidence: DecidingQuestion | undefined;
  /** In the team's own unit, rounded down to a tenth; undefined: none is small enough. */
  readonly effort: number | undefined;
  /** How the two fare today, the upper one first. */
  readonly duel: Duel;
}

/** So many new customers on a problem, who have it or to whom it is none. */
export interface DecidingQuestion {
  readonly problem: ProblemView;
  readonly need: number;
  readonly stance: Stance;
}

/** The least new evidence, and the effort, that put `lower` over `upper`. */
export function flipWays(lower: PlacedItem, upper: PlacedItem, order: Order, view: RankingView): FlipWays {
  const change = flip(lower.standing, upper.standing, order.values, order.params);
  const problem = change.problem === null ? undefined : view.problems.find(({ id }) => id === change.problem);
  return {
    lower,
    upper,
    isAheadAlready: change.need === 0,
    evidence: problem && change.need !== null ? { problem, need: change.need, stance: 'for' } : undefined,
    effort: change.need === 0 ? undefined : effortLimit(lower, upper, order, view),
    duel: duelBetween(upper, lower, order),
  };
}

function effortLimit(lower: PlacedItem, upper: PlacedItem, order: Order, view: RankingView): number | undefined {
  const items = view.items.map(({ id, effort, done, parent, covers }) => ({
    ...{ id, effort, parent, doneDay: done },
    serves: covers.map(([at]) => ({ to: String(at) })),
  }));
  const limit = effortToPass(lower.standing, upper.standing, items, order.params);
  const shown = limit === undefined ? 0 : Math.floor(limit * 10) / 10;
  return shown > 0 ? shown : undefined;
}

/** On common draws, which other items never change: so also of two that are far down the list. */
export function duelBetween(a: PlacedItem, b: PlacedItem, { values, params }: Order): Duel {
  const draws = drawScores([a.standing, b.standing], values, params);
  const [first, second] = [draws.items.get(a.item.id), draws.items.get(b.item.id)];
  return first && second ? duelOf(first, second) : { before: 1, after: 0, equal: 0 };
}

/** What to ask about one problem so that `lower` passes `upper`: customers who have it, or to whom it is none. */
export function questionAbout(problem: ProblemView, lower: PlacedItem, upper: PlacedItem, order: Order): DecidingQuestion | undefined {
  const given = [lower.standing, upper.standing, problem.id, order.values, order.params] as const;
  const [inFavour, against] = [customersFor(...given), customersAgainst(...given)];
  if (inFavour) return { problem, need: inFavour.need, stance: 'for' };
  return against && { problem, need: against.need, stance: 'against' };
}

/** "LED-3’s effort from 3 to 2.1 points", "an effort of 2.1 points on LED-3". */
export function effortWords(effort: number, { key, effort: typed }: ItemView, unit: string): string {
  const limit = effort.toFixed(1).replace(/\.0$/, '');
  return typed === null ? `an effort of ${limit} ${unit} on ${key}` : `${key}’s effort from ${String(typed)} to ${limit} ${unit}`;
}

/** "6 more customers". */
export const moreCustomers = (need: number): string => `${String(need)} more customer${need === 1 ? '' : 's'}`;
