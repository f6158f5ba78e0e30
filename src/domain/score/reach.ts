import { compareIds } from './comparing';
import { settleStrongestPaths } from './strongest-paths';

/** How strongly something reaches a problem: the largest product of weights over all paths, 0..1. */
export interface ProblemLink {
  readonly problem: string;
  readonly weight: number;
}

/** A link with its weight settled; `against` turns what passes into evidence against the target. */
export interface Step {
  readonly to: string;
  readonly weight: number;
  readonly against: boolean;
}

/** What is reached for and against, each sorted by problem id. */
export interface Reach {
  readonly inFavour: readonly ProblemLink[];
  readonly against: readonly ProblemLink[];
}

/** What each possible target of a link leads to; a problem leads to itself. */
export type Destinations = ReadonlyMap<string, Reach>;

const nothing: readonly ProblemLink[] = [];

/** A problem as a destination: itself, in full. */
export function reachOfProblem(problem: string): Reach {
  return { inFavour: [{ problem, weight: 1 }], against: nothing };
}

/** What a hub (an insight or opportunity) reaches over any number of other hubs; targets that are no hub are problems. Scoring.md section 2. */
export function reachOfHub(id: string, hubs: ReadonlyMap<string, readonly Step[]>): Reach {
  const { inFavour, against } = settleStrongestPaths(hubs.get(id) ?? [], hubs);
  return { inFavour: sorted(inFavour), against: sorted(against) };
}

/** What links reach through their destinations: the maximum over paths of the product of weights. */
export function reachOf(links: readonly Step[], destinations: Destinations): Reach {
  const [only] = links;
  if (only === undefined) return { inFavour: nothing, against: nothing };
  if (links.length === 1 && only.weight === 1 && !only.against) return destinationOf(only, destinations);
  const inFavour = new Map<string, number>();
  const against = new Map<string, number>();
  for (const link of links) {
    const destination = destinationOf(link, destinations);
    for (const { problem, weight } of destination.inFavour) keepStrongest(link.against ? against : inFavour, problem, link.weight * weight);
    // A second `against` on the way leads nowhere: "evidence against the evidence against" is not evidence for.
    if (!link.against) for (const { problem, weight } of destination.against) keepStrongest(against, problem, link.weight * weight);
  }
  return { inFavour: sorted(inFavour), against: sorted(against) };
}

function destinationOf({ to }: Step, destinations: Destinations): Reach {
  const reach = destinations.get(to);
  if (reach === undefined) throw new Error(`"${to}" is linked to but not among the statements given.`);
  return reach;
}

function keepStrongest(weights: Map<string, number>, problem: string, weight: number): void {
  const known = weights.get(problem);
  if (known === undefined || weight > known) weights.set(problem, weight);
}

function sorted(weights: ReadonlyMap<string, number>): readonly ProblemLink[] {
  if (weights.size === 0) return nothing;
  const links = Array.from(weights, ([problem, weight]) => ({ problem, weight }));
  return links.length === 1 ? links : links.sort((a, b) => compareIds(a.problem, b.problem));
}
