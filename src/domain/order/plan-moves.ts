import { longestRun } from './longest-run';

/** What one call to Jira moves at most. */
export const mostPerCall = 50;

/** Issues that go, in this order, directly after (or before) another one. */
export interface Placement<Id> {
  readonly issues: readonly Id[];
  readonly side: 'after' | 'before';
  readonly anchor: Id;
}

/**
 * Issues with what stands above and below them, nearest first. Several neighbours, so that one that is gone, or that somebody moved
 * meanwhile, is outvoted by the others.
 */
export interface Stretch<Id> {
  readonly issues: readonly Id[];
  readonly aboves: readonly Id[];
  readonly belows: readonly Id[];
  /** Sides that had neighbours, none of which can be trusted any more: they are not the end of the list. */
  readonly unknown?: { readonly above: boolean; readonly below: boolean };
}

/** One call, and what takes it back: where its issues stood when it was made, top first. */
export interface Move<Id> extends Stretch<Id> {
  readonly back: readonly Stretch<Id>[];
}

const neighbours = 4;

/** The items in their wanted order first, then all others as they stand. */
export function arranged<Id>(current: readonly Id[], wanted: readonly Id[]): readonly Id[] {
  const taken = new Set(wanted);
  return [...wanted, ...current.filter((id) => !taken.has(id))];
}

/**
 * The fewest issues whose moving brings what the target names into its order, as calls: a longest increasing subsequence stays. Each
 * run of moved issues is one call, split at 50, behind what stands above it. What the target does not name stays where it is.
 */
export function planMoves<Id>(current: readonly Id[], target: readonly Id[]): readonly Move<Id>[] {
  const placeOf = new Map(current.map((id, at) => [id, at]));
  const staying = new Set(longestRun(target.map((id) => placeOf.get(id) ?? -1)).flatMap((at) => target[at] ?? []));
  const moves: Move<Id>[] = [];
  let now = current;
  for (const { issues, above, next } of runsOf(target, staying)) {
    const anchor = above ?? next;
    if (anchor === undefined) continue;
    const then = placed(now, { issues, side: above === undefined ? 'before' : 'after', anchor });
    const [to] = stretchesIn(then, issues);
    if (to) moves.push({ ...to, back: stretchesIn(now, issues) });
    now = then;
  }
  return moves;
}

interface Run<Id> {
  readonly issues: readonly Id[];
  readonly above: Id | undefined;
  readonly next: Id | undefined;
}

function runsOf<Id>(target: readonly Id[], staying: ReadonlySet<Id>): readonly Run<Id>[] {
  const runs: Run<Id>[] = [];
  for (let at = 0; at < target.length;) {
    let end = at;
    while (end < target.length && end - at < mostPerCall && !isStaying(target[end])) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    let below = end;
    // What comes next in the same run is not there yet.
    while (below < target.length && !isStaying(target[below])) below += 1;
    runs.push({ issues: target.slice(at, end), above: target[at - 1], next: target[below] });
    at = end;
  }
  return runs;

  function isStaying(id: Id | undefined): boolean {
    return id !== undefined && staying.has(id);
  }
}

/** An order after one call, as Jira's Rank does it. */
export function placed<Id>(order: readonly Id[], { issues, side, anchor }: Placement<Id>): readonly Id[] {
  const moving = new Set(issues);
  // An issue ranked beside itself stays where it is.
  if (moving.has(anchor)) return order;
  const known = new Set(order);
  const rest = order.filter((id) => !moving.has(id));
  const at = rest.indexOf(anchor);
  if (at < 0) return order;
  const cut = side === 'after' ? at + 1 : at;
  return [...rest.slice(0, cut), ...issues.filter((id) => known.has(id)), ...rest.slice(cut)];
}

/** An order after the calls of a plan, each as it was planned. */
export function afterMoves<Id>(order: readonly Id[], moves: readonly Move<Id>[]): readonly Id[] {
  return moves.reduce((now, { issues, aboves: [above], belows: [below] }) => {
    const anchor = above ?? below;
    return anchor === undefined ? now : placed(now, { issues, side: above === undefined ? 'before' : 'after', anchor });
  }, order);
}

/** Where issues stand in an order: each stretch of them with its neighbours, top first. */
function stretchesIn<Id>(order: readonly Id[], issues: readonly Id[]): readonly Stretch<Id>[] {
  const moving = new Set(issues);
  const stretches: Stretch<Id>[] = [];
  for (let at = 0; at < order.length; at += 1) {
    const start = at;
    while (isMoving(order[at])) at += 1;
    if (at > start) stretches.push({ issues: order.slice(start, at), aboves: others(start, -1), belows: others(at - 1, 1) });
  }
  return stretches;

  function isMoving(id: Id | undefined): boolean {
    return id !== undefined && moving.has(id);
  }

  function others(from: number, step: 1 | -1): readonly Id[] {
    const found: Id[] = [];
    for (let at = from + step; at >= 0 && at < order.length && found.length < neighbours; at += step) {
      const id = order[at];
      // Stretches go back top first: those above are there by then.
      if (id !== undefined && (step === -1 || !isMoving(id))) found.push(id);
    }
    return found;
  }
}
