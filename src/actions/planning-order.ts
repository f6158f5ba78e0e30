import type { Input } from '../contract';
import type { OrderPreview } from '../contract/order';
import type { IssueId } from '../domain/ids';
import { crossings, heeding, type Blockers, type Crossing, type LinkChoice } from '../domain/order/blockers';
import { arranged, planMoves, afterMoves, type Move } from '../domain/order/plan-moves';
import { movedSince } from '../domain/order/standing';
import { foreignCrossings } from './foreign-blockers';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';

export type AskedOrder = Pick<Input<'previewOrder'>, 'wanted' | 'current' | 'scope' | 'withSprints' | 'choices' | 'theirs'>;
export type Sight = ReadonlyMap<IssueId, RankedIssue>;

interface LinkPlan extends Crossing<IssueId> {
  readonly choice: LinkChoice;
  readonly isOutside: boolean;
  readonly isCrossed: boolean;
}

export interface PlannedOrder {
  /** The order that will be applied, of those that are asked for or moved. */
  readonly wanted: readonly IssueId[];
  /** What may be moved, as it stands and as it will. */
  readonly current: readonly IssueId[];
  readonly target: readonly IssueId[];
  readonly moves: readonly Move<IssueId>[];
  readonly left: OrderPreview['left'];
  readonly links: readonly LinkPlan[];
  /** Somebody moved these since the page read Jira's order; nothing is planned then. */
  readonly moved: readonly IssueId[];
  readonly issues: Sight;
}

/** The moves that bring Jira's order to the wanted one, from what Jira strictly says now. */
export async function planOrder(ports: Pick<Ports, 'rank' | 'permissions'>, asked: AskedOrder): Promise<PlannedOrder> {
  checkAsked(asked);
  const [issues, mayGo] = await Promise.all([readAround(ports, asked.wanted), ports.permissions.mayOn(asked.wanted, 'schedule')]);
  const moved = movedMeanwhile(asked, issues);
  if (moved.length > 0) return { wanted: asked.wanted, current: asked.current, target: asked.current, moves: [], left: [], links: [], moved, issues };
  const left = leftAlone(asked, issues, mayGo);
  const waits: OrderPreview['left'] = [];
  for (;;) {
    const { outside, ...plan } = await planned(ports, asked, issues, new Set([...left, ...waits].map(({ id }) => id)));
    const waiting = [...new Set(outside.filter(({ choice }) => choice !== 'cross').map(({ mover }) => mover))];
    if (waiting.length === 0) return { ...plan, left: [...left, ...waits], links: [...plan.links, ...linksOfWaiting(waits, asked, issues)], moved, issues };
    // Whoever waits for something that can't be moved along stays where it is; what else moves may change by that.
    waits.push(...waiting.map((id) => ({ id, why: 'waits' as const })));
  }
}

function checkAsked({ wanted, current, scope }: AskedOrder): void {
  const listed = new Set(current);
  const movable = scope === null ? listed : new Set(scope);
  if (wanted.some((id) => !listed.has(id) || !movable.has(id)) || listed.size !== current.length || new Set(wanted).size !== wanted.length)
    throw new Refusal('invalid', 'The order names an issue twice, or one that Jira’s order does not have.');
}

// A chain of blockers that is longer than this is looked at in part, and what is crossed further down is no move of ours.
const mostRounds = 4;

/** The wanted issues, what blocks them or is blocked by them, and so on along the chain: each may be moved along. */
async function readAround({ rank }: Pick<Ports, 'rank'>, wanted: readonly IssueId[]): Promise<Sight> {
  const issues = new Map(await rank.read(wanted));
  const asked = new Set<IssueId>(wanted);
  let newest = [...issues.values()].flatMap(({ blockers, blocks }) => [...blockers, ...blocks]);
  for (let round = 0; round < mostRounds; round += 1) {
    const open = [...new Set(newest)].filter((id) => !asked.has(id));
    if (open.length === 0) break;
    open.forEach((id) => asked.add(id));
    const found = await rank.read(open);
    found.forEach((issue, id) => issues.set(id, issue));
    newest = [...found.values()].flatMap(({ blockers }) => blockers);
  }
  return issues;
}

/** A search may lag and a page may stand open for long: what is planned from must be so now. */
function movedMeanwhile({ wanted, current, theirs }: AskedOrder, issues: Sight): readonly IssueId[] {
  const asked = new Set(wanted.filter((id) => issues.has(id) && !theirs.includes(id)));
  const rankOf = (id: IssueId): string => issues.get(id)?.rank ?? '';
  const places = new Map(inRankOrder([...asked], issues).map((id, at) => [id, at]));
  return movedSince(
    current.filter((id) => asked.has(id)),
    (id) => (rankOf(id) === '' ? undefined : places.get(id)),
  );
}

function leftAlone({ wanted, withSprints, theirs }: AskedOrder, issues: Sight, mayGo: ReadonlySet<IssueId>): OrderPreview['left'] {
  return wanted.flatMap((id): OrderPreview['left'] => {
    const issue = issues.get(id);
    if (!issue) return [{ id, why: 'gone' }];
    if (!mayGo.has(id)) return [{ id, why: 'forbidden' }];
    if (theirs.includes(id)) return [{ id, why: 'theirs' }];
    return !withSprints && issue.isInSprint ? [{ id, why: 'in-sprint' }] : [];
  });
}

interface OutsideCrossing extends Crossing<IssueId> {
  /** The one of the two that this order would move. */
  readonly mover: IssueId;
  readonly choice: LinkChoice;
}

type Plan = Pick<PlannedOrder, 'wanted' | 'current' | 'target' | 'moves' | 'links'> & { readonly outside: readonly OutsideCrossing[] };

async function planned(ports: Pick<Ports, 'rank'>, asked: AskedOrder, issues: Sight, untouched: ReadonlySet<IssueId>): Promise<Plan> {
  const scope = asked.scope && new Set(asked.scope);
  const current = asked.current.filter((id) => !untouched.has(id) && (scope === null || scope.has(id)));
  const order = arranged(
    current,
    asked.wanted.filter((id) => !untouched.has(id)),
  );
  const blockers: Blockers<IssueId> = new Map([...issues].map(([id, issue]) => [id, issue.blockers]));
  const chosen = choicesIn(asked);
  const choiceOf = (crossing: Crossing<IssueId>): LinkChoice => chosen.get(keyOf(crossing)) ?? 'before';
  const target = heeding(order, blockers, choiceOf);
  const still = new Set(crossings(target, blockers).map(keyOf));
  const links = crossings(order, blockers).map((link) => ({ ...link, choice: choiceOf(link), isOutside: false, isCrossed: still.has(keyOf(link)) }));
  const moves = planMoves(asked.current, target);
  const moved = new Set(moves.flatMap((move) => move.issues));
  const outside = await crossingsOutside(ports, { asked, issues, moves, moved, inside: new Set(current) });
  const kept = new Set([...asked.wanted, ...moved]);
  return {
    wanted: target.filter((id) => kept.has(id)),
    current,
    target,
    moves,
    links: [
      ...links,
      ...outside.filter(({ choice }) => choice === 'cross').map(({ item, blocker, choice }) => ({ item, blocker, choice, isOutside: true, isCrossed: true })),
    ],
    outside,
  };
}

const keyOf = ({ item, blocker }: Crossing<IssueId>): string => `${item} ${blocker}`;
const choicesIn = ({ choices }: AskedOrder): ReadonlyMap<string, LinkChoice> => new Map(choices.map((own) => [keyOf(own), own.choice]));

interface Moving {
  readonly asked: AskedOrder;
  readonly issues: Sight;
  readonly moves: readonly Move<IssueId>[];
  readonly moved: ReadonlySet<IssueId>;
  readonly inside: ReadonlySet<IssueId>;
}

/** Links of which one end moves and the other one may not be moved along: of another board, filter or project. */
async function crossingsOutside(ports: Pick<Ports, 'rank'>, moving: Moving): Promise<readonly OutsideCrossing[]> {
  const { asked, issues, moves, moved, inside } = moving;
  const chosen = choicesIn(asked);
  const pairs = [...moved].flatMap((mover) => {
    const { blockers = [], blocks = [] } = issues.get(mover) ?? {};
    const ends = [...blockers.map((blocker) => ({ item: mover, blocker, mover })), ...blocks.map((item) => ({ item, blocker: mover, mover }))];
    // What is in an active sprint is being built: nothing overtakes it.
    return ends.filter(({ item, blocker }) => {
      const other = item === mover ? blocker : item;
      return !inside.has(other) && issues.has(other) && issues.get(other)?.isInSprint !== true;
    });
  });
  if (pairs.length === 0) return [];
  const places = new Map(afterMoves(asked.current, moves).map((id, at) => [id, at]));
  const known = pairs.filter(({ item, blocker }) => places.has(item) && places.has(blocker));
  const foreign = pairs.filter((pair) => !known.includes(pair));
  const crossed = [
    ...known.filter(({ item, blocker }) => (places.get(item) ?? 0) < (places.get(blocker) ?? 0)),
    ...(await foreignCrossings(ports, foreign, { order: [...places.keys()], moved, issues })),
  ];
  return crossed.map((pair) => ({ ...pair, choice: chosen.get(keyOf(pair)) === 'cross' ? 'cross' : 'after' }));
}

/** Said even though nothing is crossed: by another choice it would be. */
function linksOfWaiting(waits: OrderPreview['left'], { scope, current }: AskedOrder, issues: Sight): readonly LinkPlan[] {
  const inside = new Set(scope ?? current);
  return waits.flatMap(({ id }) => {
    const { blockers = [], blocks = [] } = issues.get(id) ?? {};
    const ends = [...blockers.map((blocker) => ({ item: id, blocker, other: blocker })), ...blocks.map((item) => ({ item, blocker: id, other: item }))];
    return ends
      .filter(({ other }) => !inside.has(other) && issues.has(other))
      .map(({ item, blocker }) => ({ item, blocker, choice: 'after' as const, isOutside: true, isCrossed: false }));
  });
}

/** By bytes, as Jira compares. */
export function inRankOrder(ids: readonly IssueId[], issues: Sight): readonly IssueId[] {
  const rankOf = (id: IssueId): string => issues.get(id)?.rank ?? '';
  return ids.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0));
}
