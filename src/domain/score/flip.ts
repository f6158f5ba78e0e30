import { compareIds, compareScores, roundedForComparison } from './comparing';
import { knownOf, type Problems, type ScoredItem } from './items';
import type { Params } from './params';
import type { ProblemStrength } from './problem';

/** So many new customers on a problem; `mass` is what they must add to its support or contradiction, before rounding up. */
export interface NewCustomers {
  readonly need: number;
  readonly problem: string;
  readonly mass: number;
}

/** What it takes to put one item over another; scoring.md section 7. */
export type Flip =
  /** So many new customers who have the problem are enough. */
  | NewCustomers
  /** They tie already, or the item is the better one already. */
  | { readonly need: 0; readonly problem: null }
  /** No evidence is enough; the effort, in medians, at which the item would tie. Below `effortFloor` no effort is enough either. */
  | { readonly need: null; readonly problem: null; readonly effortMustFallTo: number };

type Known = Problems<Pick<ProblemStrength, 'P' | 'N' | 'V'>>;
type PerCustomer = Pick<Params, 'w0'>;

/** The least new evidence that puts `item` over `above`: every new customer adds w0 to one problem's support. */
export function flip(item: ScoredItem, above: ScoredItem, problems: Known, params: PerCustomer): Flip {
  if (compareScores(item.score, above.score) <= 0) return { need: 0, problem: null };
  // Value grows the faster, the more support there is: customers spread over two problems are never fewer than on the better one.
  const ways = item.cover.flatMap(({ problem }) => customersFor(item, above, problem, problems, params) ?? []);
  const [least] = ways.sort((a, b) => a.need - b.need || compareIds(a.problem, b.problem));
  return least ?? { need: null, problem: null, effortMustFallTo: item.value / above.score };
}

/** The fewest new customers with this problem that put `item` over `above`, which is ahead; undefined: no number does. */
export function customersFor(item: ScoredItem, above: ScoredItem, problem: string, problems: Known, params: PerCustomer): NewCustomers | undefined {
  const gained = slopeOf(item, problem);
  const lost = slopeOf(above, problem);
  // Slopes that agree on 12 digits differ by rounding only; their quotient would ask for trillions of customers.
  if (compareScores(gained, lost) >= 0) return undefined;
  const { P, N, V } = knownOf(problems, problem);
  const wanted = V + (above.score - item.score) / (gained - lost);
  const mass = (wanted + Math.sqrt(wanted * wanted + 4 * wanted * N)) / 2 - P;
  return { need: wholeCustomers(mass, params), problem, mass };
}

/** The fewest new customers to whom this problem is none that put `item` over `above`, which is ahead; undefined: no number does. */
export function customersAgainst(item: ScoredItem, above: ScoredItem, problem: string, problems: Known, params: PerCustomer): NewCustomers | undefined {
  const kept = slopeOf(item, problem);
  const lost = slopeOf(above, problem);
  if (compareScores(lost, kept) >= 0) return undefined;
  const { P, N, V } = knownOf(problems, problem);
  const wanted = V - (above.score - item.score) / (lost - kept);
  // However many speak against a problem, a little of it stays.
  if (wanted <= 0) return undefined;
  const mass = (P * P) / wanted - P - N;
  return { need: wholeCustomers(mass, params), problem, mass };
}

const slopeOf = ({ cover, effort }: ScoredItem, problem: string): number => (cover.find((link) => link.problem === problem)?.weight ?? 0) / effort;

// What is whole but for rounding is whole: scores tie on the same 12 digits.
const wholeCustomers = (mass: number, { w0 }: PerCustomer): number => Math.ceil(roundedForComparison(mass / w0));
