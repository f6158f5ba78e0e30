import type { Step } from './reach';

/** The strongest path to each problem, by the stance it arrives with. */
export interface StrongestPaths {
  readonly inFavour: ReadonlyMap<string, number>;
  readonly against: ReadonlyMap<string, number>;
}

/**
 * Follows links over hubs to the problems behind them. Weights never exceed 1, so the strongest open path can only be matched,
 * never beaten, by a longer one: what is settled first is settled for good, and a cycle comes back to something settled.
 */
export function settleStrongestPaths(first: readonly Step[], hubs: ReadonlyMap<string, readonly Step[]>): StrongestPaths {
  const settled = { inFavour: new Set<string>(), against: new Set<string>() };
  const problems = { inFavour: new Map<string, number>(), against: new Map<string, number>() };
  const open = [...first];
  for (let path = takeStrongest(open); path !== undefined; path = takeStrongest(open)) {
    const stance = path.against ? 'against' : 'inFavour';
    if (settled[stance].has(path.to)) continue;
    settled[stance].add(path.to);
    const onward = hubs.get(path.to);
    if (onward === undefined) problems[stance].set(path.to, path.weight);
    for (const step of onward ?? []) {
      if (path.against && step.against) continue;
      open.push({ to: step.to, weight: path.weight * step.weight, against: path.against || step.against });
    }
  }
  return problems;
}

function takeStrongest(open: Step[]): Step | undefined {
  let best = 0;
  for (let at = 1; at < open.length; at += 1) {
    if ((open[at]?.weight ?? 0) > (open[best]?.weight ?? 0)) best = at;
  }
  const last = open.pop();
  const strongest = open[best];
  if (strongest === undefined || last === undefined) return last;
  open[best] = last;
  return strongest;
}
