import { chanceOfBefore } from './chances';
import { drawScores } from './draws';
import type { ScoredItem } from './items';
import type { Params } from './params';
import { aggregateProblem, type ProblemStrength } from './problem';

/** Who has spoken on a problem, and with what mass; scoring.md section 3. */
export interface Voices {
  readonly supporters: readonly { readonly key: string; readonly mass: number }[];
  readonly opponents: readonly { readonly key: string; readonly mass: number }[];
}

type Aggregating = Pick<Params, 'a0' | 's0' | 'rho' | 'cvAgg' | 'w0'>;

/** A problem's strength once so many new customers have said that they have it, each with w0. */
export function strengthWith({ supporters, opponents }: Voices, newCustomers: number, params: Aggregating): ProblemStrength {
  const mention = (stance: 'for' | 'against') => (own: Voices['supporters'][number]) => ({ evidence: own.key, key: own.key, weight: own.mass, stance });
  const added = Array.from({ length: newCustomers }, (_, n) => ({ key: `@new ${String(n)}`, mass: params.w0 }));
  return aggregateProblem([...supporters.map(mention('for')), ...added.map(mention('for')), ...opponents.map(mention('against'))], params);
}

type Drawing = Aggregating & Pick<Params, 'seed' | 'draws' | 'sigmaEffort' | 'sigmaEffortMissing' | 'sigmaCover'>;
type Spread = Pick<ProblemStrength, 'V' | 'sd'>;

/** How sure it must be that one item comes first, and how many customers anybody would ask for it. */
export interface Wish {
  readonly sure: number;
  readonly most: number;
}

/** The fewest new customers on one problem with whom `item` comes before `other` in so many of the draws; undefined: more than anybody would ask. */
export function customersToBeSure(
  pair: { readonly item: ScoredItem; readonly other: ScoredItem },
  on: { readonly problem: string; readonly voices: Voices },
  values: ReadonlyMap<string, Spread>,
  params: Drawing,
  { sure, most }: Wish,
): number | undefined {
  const { item, other } = pair;
  let drawn = drawScores([item, other], values, params);
  const isSureWith = (n: number): boolean => {
    const { V, sd } = strengthWith(on.voices, n, params);
    drawn = drawScores([item, other], new Map([...values, [on.problem, { V, sd }]]), params, drawn);
    const [first, second] = [drawn.items.get(item.id), drawn.items.get(other.id)];
    return first !== undefined && second !== undefined && chanceOfBefore(first, second) >= sure;
  };
  if (isSureWith(0)) return 0;
  let [tooFew, enough] = [0, 1];
  while (!isSureWith(enough)) {
    if (enough >= most) return undefined;
    [tooFew, enough] = [enough, Math.min(most, enough * 2)];
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isSureWith(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
