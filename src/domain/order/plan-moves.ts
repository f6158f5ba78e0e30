import { longestRun } from './longest-run';

/** What one call to Jira moves at most. */
export const mostPerCall = 50;

/** Issues that go, in this order, directly after (or before) another one. */
export interface Placement<Id> {
  readonly issues: readonly Id[];
  readonly side: 'after' | 'before';
  readonly anchor: Id;
}

/** A placement with what then stands below its last issue; null: nothing does. */
export interface Stretch<Id> extends Placement<Id> {
  readonly below: Id | null;
}

/** One call, and what takes it back: where its issues stood when it was made, top first. */
export interface Move<Id> extends Stretch<Id> {
  readonly back: readonly Stretch<Id>[];
}

/** The items in their wanted order first, then all others as they stand. */
export function arranged<Id>(current: readonly Id[], wanted: readonly Id[]): readonly Id[] {
  const taken = new Set(wanted);
  return [...wanted, ...current.filter((id) => !taken.has(id))];
}

/**
 * The fewest issues whose moving turns one order into the other, as calls: a longest increasing subsequence stays. Each run of moved
 * issues is one call, split at 50, behind what stands above it. Issues outside both lists stay where they are relative to what stays.
 */
export function planMoves<Id>(current: readonly Id[], target: readonly Id[]): readonly Move<Id>[] {
  const placeOf = new Map(current.map((id, at) => [id, at]));
  const staying = new Set(longestRun(target.map((id) => placeOf.get(id) ?? -1)).flatMap((at) => target[at] ?? []));
  const moves: Move<Id>[] = [];
  let now = current;
  for (const { issues, above, next } of runsOf(target, staying)) {
    const side = above === undefined ? 'before' : 'after';
    const anchor = above ?? next;
    if (anchor === undefined) continue;
    const placement = { issues, side, anchor } as const;
    const then = placed(now, placement);
    moves.push({ ...placement, below: next ?? null, back: waysBack(now, issues) });
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
  const rest = order.filter((id) => !moving.has(id));
  const at = rest.indexOf(anchor);
  if (at < 0) return order;
  const cut = side === 'after' ? at + 1 : at;
  return [...rest.slice(0, cut), ...issues.filter((id) => order.includes(id)), ...rest.slice(cut)];
}

/** Where issues stand in this order: each stretch of them with its neighbours. */
function waysBack<Id>(order: readonly Id[], issues: readonly Id[]): readonly Stretch<Id>[] {
  const moving = new Set(issues);
  const ways: Stretch<Id>[] = [];
  for (let at = 0; at < order.length; at += 1) {
    const start = at;
    while (isMoving(order[at])) at += 1;
    const [above, below] = [order[start - 1], order[at]];
    const anchor = above ?? below;
    if (at > start && anchor !== undefined)
      ways.push({ issues: order.slice(start, at), side: above === undefined ? 'before' : 'after', anchor, below: below ?? null });
  }
  return ways;

  function isMoving(id: Id | undefined): boolean {
    return id !== undefined && moving.has(id);
  }
}
