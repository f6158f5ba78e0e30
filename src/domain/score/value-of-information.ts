import { compareIds } from './comparing';
import type { Draws, ItemDraws, ProblemDraws } from './draws';

/** What certainty about a problem is worth, in score of the first pick; 0 says that no research there changes what to build first. */
export type ValueOfInformation = readonly (readonly [problem: string, voi: number])[];

/** VOI of every problem that a drawn item covers, most worth knowing first; the items were drawn best first. Scoring.md section 7. */
export function valueOfInformation(draws: Draws): ValueOfInformation {
  const items = [...draws.items.values()];
  const best = items.reduce((most, { item }) => Math.max(most, item.score), 0);
  const slopes = slopesPerProblem(items);
  const values = Array.from(draws.problems, ([problem, drawn]): readonly [string, number] => {
    const touching = slopes.get(problem) ?? new Map<ItemDraws, number>();
    const elsewhere = items.find((own) => !touching.has(own))?.item.score ?? 0;
    return [problem, Math.max(0, meanOfBest(drawn, touching, elsewhere) - best)];
  });
  return values.sort(([a, aWorth], [b, bWorth]) => bWorth - aWorth || compareIds(a, b));
}

function slopesPerProblem(items: readonly ItemDraws[]): ReadonlyMap<string, ReadonlyMap<ItemDraws, number>> {
  const slopes = new Map<string, Map<ItemDraws, number>>();
  for (const own of items) {
    for (const { problem, weight } of own.item.cover) {
      const touching = slopes.get(problem) ?? new Map<ItemDraws, number>();
      slopes.set(problem, touching.set(own, weight / own.item.effort));
    }
  }
  return slopes;
}

/** How often each item would be built first if V of this problem were known and nothing else: shares of the draws by item, most often first. */
export function firstPicksKnowing(draws: Draws, problem: string): ReadonlyMap<string, number> {
  const drawn = draws.problems.get(problem);
  const items = [...draws.items.values()];
  if (drawn === undefined) return new Map();
  const touching = slopesPerProblem(items).get(problem) ?? new Map<ItemDraws, number>();
  const elsewhere = items.find((own) => !touching.has(own));
  const firsts = new Map<string, number>();
  drawn.values.forEach((value) => {
    let [first, most] = [elsewhere?.item.id ?? '', elsewhere?.item.score ?? -1];
    for (const [{ item }, slope] of touching) {
      const moved = item.score + slope * (value - drawn.mean);
      if (moved > most) [first, most] = [item.id, moved];
    }
    firsts.set(first, (firsts.get(first) ?? 0) + 1 / drawn.values.length);
  });
  return new Map([...firsts].sort(([a, often], [b, seldom]) => seldom - often || compareIds(a, b)));
}

// Once V of this problem is known, the first pick is the best of those it moves and the best of those it does not.
function meanOfBest({ values, mean }: ProblemDraws, touching: ReadonlyMap<ItemDraws, number>, elsewhere: number): number {
  const best = new Float64Array(values.length).fill(elsewhere);
  for (const [{ item }, slope] of touching) {
    for (let k = 0; k < best.length; k += 1) {
      const moved = item.score + slope * ((values[k] ?? 0) - mean);
      if (moved > (best[k] ?? 0)) best[k] = moved;
    }
  }
  let sum = 0;
  for (let k = 0; k < best.length; k += 1) sum += best[k] ?? 0;
  return sum / best.length;
}
