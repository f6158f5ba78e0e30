import type { Input } from '../contract';
import { blockersFirst, crossings, type Crossing } from '../domain/order/blockers';
import { arranged, planMoves, type Move } from '../domain/order/plan-moves';
import type { IssueId } from '../domain/ids';
import type { OrderPreview } from '../contract/order';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';

type Asked = Pick<Input<'previewOrder'>, 'wanted' | 'current' | 'withSprints' | 'blockersFirst'>;

export interface PlannedOrder {
  /** The order that will be applied, of those that are touched. */
  readonly wanted: readonly IssueId[];
  readonly current: readonly IssueId[];
  readonly target: readonly IssueId[];
  readonly moves: readonly Move<IssueId>[];
  readonly left: OrderPreview['left'];
  readonly crossed: readonly Crossing<IssueId>[];
  /** What the wanted order crossed and this one does not. */
  readonly kept: readonly Crossing<IssueId>[];
  readonly issues: ReadonlyMap<IssueId, RankedIssue>;
}

/** The moves that bring Jira's order to the wanted one, from what Jira strictly says now. */
export async function planOrder({ rank }: Pick<Ports, 'rank'>, { wanted, current, withSprints, blockersFirst: isKept }: Asked): Promise<PlannedOrder> {
  const listed = new Set(current);
  const unlisted = wanted.find((id) => !listed.has(id));
  if (unlisted !== undefined || listed.size !== current.length || new Set(wanted).size !== wanted.length)
    throw new Refusal('invalid', 'The order names an issue twice, or one that Jira’s order does not have.');
  const issues = await rank.read(wanted);
  const known = wanted.filter((id) => issues.has(id));
  checkOrder(current, known, issues);
  const isLeft = (id: IssueId): boolean => !withSprints && issues.get(id)?.isInSprint === true;
  const left = wanted.flatMap((id): OrderPreview['left'] => (issues.has(id) ? (isLeft(id) ? [{ id, why: 'in-sprint' }] : []) : [{ id, why: 'gone' }]));
  const untouched = new Set(left.map(({ id }) => id));
  const blockers = new Map([...issues].map(([id, issue]) => [id, issue.blockers]));
  const asked = wanted.filter((id) => !untouched.has(id));
  const order = isKept ? blockersFirst(asked, blockers) : asked;
  const touched = current.filter((id) => !untouched.has(id));
  const target = arranged(touched, order);
  const crossed = crossings(target, blockers);
  const kept = isKept ? crossings(asked, blockers) : [];
  return { wanted: order, current: touched, target, moves: planMoves(touched, target), left, crossed, kept, issues };
}

/** A search may lag and a page may stand open for long: what is planned from must be so now. */
function checkOrder(current: readonly IssueId[], known: readonly IssueId[], issues: ReadonlyMap<IssueId, RankedIssue>): void {
  const placeOf = new Map(current.map((id, at) => [id, at]));
  const asListed = known.toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
  if (inRankOrder(known, issues).some((id, at) => id !== asListed[at])) throw reordered();
}

const reordered = (): Refusal => new Refusal('conflict', 'Somebody changed Jira’s order since you looked. Look again before you apply.');

/** By bytes, as Jira compares. */
export function inRankOrder(ids: readonly IssueId[], issues: ReadonlyMap<IssueId, RankedIssue>): readonly IssueId[] {
  const rankOf = (id: IssueId): string => issues.get(id)?.rank ?? '';
  return ids.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0));
}
