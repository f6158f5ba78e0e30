import type { Draws, ItemDraws } from './draws';

/** Where an item may stand, given how little is known; standing scores, not the re-scored ones of the build order. */
export interface Chances {
  /** Score that one draw in ten stays below. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of draws in which it is first, 0..1; over all listed items they sum to 1. */
  readonly pFirst: number;
  /** Share of draws in which it is among the first topK, 0..1. */
  readonly pTopK: number;
}

/** The chances of each drawn item, and how much of the top stays the same from draw to draw (0..1). */
export interface ChancesOfAll {
  readonly perItem: ReadonlyMap<string, Chances>;
  readonly topKStability: number;
}

/** Percentiles and places over the common draws; equal draws go to the better ranked, the order in which the items were drawn. */
export function chancesOf(draws: Draws, topK: number): ChancesOfAll {
  const items = [...draws.items.values()];
  const k = Math.min(topK, items.length);
  const podium = podiumOfEveryDraw(items, draws.params.draws, k);
  const firsts = new Int32Array(items.length);
  const tops = new Int32Array(items.length);
  let kept = 0;
  podium.forEach((places, rank) => {
    for (const place of places) {
      if (rank === 0) firsts[place] = (firsts[place] ?? 0) + 1;
      tops[place] = (tops[place] ?? 0) + 1;
      if (place < k) kept += 1;
    }
  });
  const share = (count: number | undefined) => (count ?? 0) / draws.params.draws;
  const perItem = new Map(
    items.map(({ item, sorted }, place) => {
      const percentiles = { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
      return [item.id, { ...percentiles, pFirst: share(firsts[place]), pTopK: share(tops[place]) }];
    }),
  );
  return { perItem, topKStability: k === 0 ? 1 : kept / (k * draws.params.draws) };
}

/** Who is first, second … k-th in every draw, as places in `items`. */
function podiumOfEveryDraw(items: readonly ItemDraws[], draws: number, k: number): readonly Int32Array[] {
  const places = Array.from({ length: k }, () => new Int32Array(draws));
  const best = Array.from({ length: k }, () => new Float64Array(draws).fill(-1));
  const last = best.at(-1);
  // Item by item and not draw by draw, since an item's draws lie side by side in memory. A later item must be strictly better.
  items.forEach(({ scores }, place) => {
    for (let draw = 0; draw < draws; draw += 1) {
      const score = scores[draw] ?? 0;
      if (last !== undefined && score > (last[draw] ?? 0)) enter(places, best, draw, place, score);
    }
  });
  return places;
}

function enter(places: readonly Int32Array[], best: readonly Float64Array[], draw: number, place: number, score: number): void {
  let moving = { place, score };
  best.forEach((scores, rank) => {
    const held = { place: places[rank]?.[draw] ?? 0, score: scores[draw] ?? 0 };
    if (moving.score <= held.score) return;
    places[rank]?.fill(moving.place, draw, draw + 1);
    scores[draw] = moving.score;
    moving = held;
  });
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}

/** Shares of the common draws, 0..1, that sum to 1: the one is better, the other is, neither is. */
export interface Duel {
  readonly before: number;
  readonly after: number;
  readonly equal: number;
}

/** How two items fare against each other, draw by draw. */
export function duelOf(a: ItemDraws, b: ItemDraws): Duel {
  const [before, after] = [chanceOfBefore(a, b), chanceOfBefore(b, a)];
  return { before, after, equal: a.scores.filter((score, k) => score === b.scores[k]).length / a.scores.length };
}

/** Share of draws in which `a` is strictly better than `b`, 0..1. */
export function chanceOfBefore(a: ItemDraws, b: ItemDraws): number {
  let wins = 0;
  a.scores.forEach((score, k) => {
    if (score > (b.scores[k] ?? Infinity)) wins += 1;
  });
  return wins / a.scores.length;
}
