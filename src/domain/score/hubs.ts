import { reachOfHub, reachOfProblem, type Destinations, type Reach, type Step } from './reach';
import type { Identified, Problem } from './scenario';

/** Insights or opportunities with what each reaches, and the problems behind them. */
export interface Hubs<Hub extends Identified> {
  readonly hubs: readonly Hub[];
  readonly problems: readonly Problem[];
  /** What a link to a hub, or to a problem itself, leads to. */
  readonly destinations: Destinations;
  /** The hubs and problems whose reach may differ from the earlier one, those that are gone included. */
  readonly touched: ReadonlySet<string>;
}

/** What each hub reaches; after a change only the hubs that lead to a changed one are followed again. */
export function followHubs<Hub extends Identified>(
  hubs: readonly Hub[],
  problems: readonly Problem[],
  stepsOf: (hub: Hub) => readonly Step[],
  earlier?: Hubs<Hub>,
): Hubs<Hub> {
  if (earlier?.hubs === hubs && earlier.problems === problems) return earlier.touched.size === 0 ? earlier : { ...earlier, touched: new Set() };
  const steps = new Map(hubs.map((hub) => [hub.id, stepsOf(hub)]));
  const changed = earlier === undefined ? steps.keys() : changedIds(earlier.hubs, hubs);
  const touched = leadingTo(changed, steps);
  const known = (id: string) => (touched.has(id) ? undefined : earlier?.destinations.get(id));
  const destinations = new Map<string, Reach>();
  for (const { id } of problems) destinations.set(id, known(id) ?? reachOfProblem(id));
  for (const id of steps.keys()) destinations.set(id, known(id) ?? reachOfHub(id, steps));
  return { hubs, problems, destinations, touched };
}

function changedIds<Hub extends Identified>(before: readonly Hub[], after: readonly Hub[]): readonly string[] {
  const old = new Set(before);
  const current = new Set(after);
  return [...after.filter((hub) => !old.has(hub)), ...before.filter((hub) => !current.has(hub))].map(({ id }) => id);
}

function leadingTo(targets: Iterable<string>, steps: ReadonlyMap<string, readonly Step[]>): ReadonlySet<string> {
  const found = new Set(targets);
  if (found.size === 0) return found;
  const from = new Map<string, string[]>();
  for (const [id, own] of steps) {
    for (const { to } of own) {
      const leading = from.get(to);
      if (leading === undefined) from.set(to, [id]);
      else leading.push(id);
    }
  }
  // A set that grows while it is walked is walked to its end.
  for (const id of found) for (const leading of from.get(id) ?? []) found.add(leading);
  return found;
}
