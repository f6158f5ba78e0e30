import { knownOf, type Problems, type ScoredItem } from './items';
import { keyedNormals } from './keyed-normal';
import type { Params } from './params';
import type { ProblemStrength } from './problem';

/** How many of the standing order get draws, contributions, flips and values of information. */
export const listedPlaces = 200;

type Spread = Pick<ProblemStrength, 'V' | 'sd'>;
type DrawParams = Pick<Params, 'seed' | 'draws' | 'sigmaEffort' | 'sigmaEffortMissing' | 'sigmaCover'>;

/** A problem's value in every draw, with what it was drawn from. */
export interface ProblemDraws extends Spread {
  readonly normals: Float64Array;
  readonly values: Float64Array;
  /** The sample mean of `values`. */
  readonly mean: number;
}

/** An item's score in every draw; `sorted` is the same, ascending. */
export interface ItemDraws {
  readonly item: ScoredItem;
  readonly noise: Float64Array;
  readonly scores: Float64Array;
  readonly sorted: Float64Array;
}

/** Common draws of some items and the problems they cover. */
export interface Draws {
  readonly params: DrawParams;
  readonly problems: ReadonlyMap<string, ProblemDraws>;
  readonly items: ReadonlyMap<string, ItemDraws>;
}

/** Draws for the items given; what an earlier run drew from the same numbers is taken over, bit for bit. Scoring.md section 6. */
export function drawScores(items: readonly ScoredItem[], strengths: Problems<Spread>, params: DrawParams, earlier?: Draws): Draws {
  const known = earlier !== undefined && drawsAlike(earlier.params, params) ? earlier : undefined;
  const problems = new Map<string, ProblemDraws>();
  const drawn = new Map<string, ItemDraws>();
  for (const item of items) {
    for (const { problem } of item.cover) {
      if (!problems.has(problem)) problems.set(problem, drawProblem(problem, knownOf(strengths, problem), params, known?.problems.get(problem)));
    }
    drawn.set(item.id, drawItem(item, problems, params, known));
  }
  return { params, problems, items: drawn };
}

function drawsAlike(a: DrawParams, b: DrawParams): boolean {
  return (
    a.seed === b.seed &&
    a.draws === b.draws &&
    a.sigmaEffort === b.sigmaEffort &&
    a.sigmaEffortMissing === b.sigmaEffortMissing &&
    a.sigmaCover === b.sigmaCover
  );
}

// V is lognormal with the mean V and the standard deviation sd.
function drawProblem(id: string, { V, sd }: Spread, { seed, draws }: DrawParams, known: ProblemDraws | undefined): ProblemDraws {
  if (known !== undefined && known.V === V && known.sd === sd) return known;
  const normals = known?.normals ?? keyedNormals(`p:${id}`, seed, draws);
  const sigma = V > 0 ? Math.sqrt(Math.log1p((sd / V) ** 2)) : 0;
  const values = lognormal(normals, sigma, V);
  return { V, sd, normals, values, mean: values.reduce((sum, value) => sum + value, 0) / draws };
}

function drawItem(item: ScoredItem, problems: ReadonlyMap<string, ProblemDraws>, params: DrawParams, earlier: Draws | undefined): ItemDraws {
  const known = earlier?.items.get(item.id);
  if (known !== undefined && coversAlike(known.item, item) && item.cover.every(({ problem }) => problems.get(problem) === earlier?.problems.get(problem))) {
    return { ...known, item };
  }
  const noise = known !== undefined && known.item.effortMissing === item.effortMissing ? known.noise : effortAndCoverNoise(item, params);
  const scores = new Float64Array(params.draws);
  for (const { problem, weight } of item.cover) {
    const { values } = knownOf(problems, problem);
    for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) + weight * (values[k] ?? 0);
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = ((noise[k] ?? 0) * (scores[k] ?? 0)) / item.effort;
  return { item, noise, scores, sorted: scores.slice().sort() };
}

function effortAndCoverNoise({ id, effortMissing }: ScoredItem, params: DrawParams): Float64Array {
  const sigma = Math.hypot(effortMissing ? params.sigmaEffortMissing : params.sigmaEffort, params.sigmaCover);
  return lognormal(keyedNormals(`i:${id}`, params.seed, params.draws), sigma, 1);
}

function lognormal(normals: Float64Array, sigma: number, mean: number): Float64Array {
  return normals.map((z) => mean * Math.exp(sigma * z - (sigma * sigma) / 2));
}

function coversAlike(a: ScoredItem, b: ScoredItem): boolean {
  if (a.effort !== b.effort || a.effortMissing !== b.effortMissing || a.cover.length !== b.cover.length) return false;
  return a.cover.every(({ problem, weight }, at) => {
    const other = b.cover[at];
    return other !== undefined && problem === other.problem && weight === other.weight;
  });
}
