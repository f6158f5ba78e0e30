import { compareIds, compareScores } from './comparing';
import { knownOf, type Problems, type ScoredItem } from './items';
import type { Params } from './params';
import type { ProblemStrength } from './problem';

/** What it takes to put one item over another; scoring.md section 7. */
export type Flip =
  /** `need` new customers on `problem` are enough; `mass` is what they must add to its support, before rounding up. */
  | { readonly need: number; readonly problem: string; readonly mass: number }
  /** They tie already, or the item is the better one already. */
  | { readonly need: 0; readonly problem: null }
  /** No evidence is enough; the effort, in medians, at which the item would tie. Below `effortFloor` no effort is enough either. */
  | { readonly need: null; readonly problem: null; readonly effortMustFallTo: number };

/** The least new evidence that puts `item` over `above`: every new customer adds w0 to one problem's support. */
export function flip(item: ScoredItem, above: ScoredItem, problems: Problems<Pick<ProblemStrength, 'P' | 'N' | 'V'>>, params: Pick<Params, 'w0'>): Flip {
  if (compareScores(item.score, above.score) <= 0) return { need: 0, problem: null };
  const ways = item.cover.flatMap(({ problem, weight }) => {
    const gained = weight / item.effort;
    const lost = (above.cover.find((link) => link.problem === problem)?.weight ?? 0) / above.effort;
    // Slopes that agree on 12 digits differ by rounding only; their quotient would ask for trillions of customers.
    if (compareScores(gained, lost) >= 0) return [];
    const { P, N, V } = knownOf(problems, problem);
    const wanted = V + (above.score - item.score) / (gained - lost);
    const mass = (wanted + Math.sqrt(wanted * wanted + 4 * wanted * N)) / 2 - P;
    return { need: Math.ceil(mass / params.w0), problem, mass };
  });
  const [least] = ways.sort((a, b) => a.need - b.need || compareIds(a.problem, b.problem));
  return least ?? { need: null, problem: null, effortMustFallTo: item.value / above.score };
}
