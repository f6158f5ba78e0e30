import type { IssueId } from '../domain/ids';
import type { Crossing } from '../domain/order/blockers';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';

interface Planned {
  /** The project's order as it will be. */
  readonly order: readonly IssueId[];
  readonly moved: ReadonlySet<IssueId>;
  readonly issues: ReadonlyMap<IssueId, RankedIssue>;
}

type Pair = Crossing<IssueId> & { readonly mover: IssueId };

/**
 * Jira's Rank is one for all projects, so that an issue of another project has a place among these, too: it is judged by what stays
 * where it is, for a run of moved issues goes directly behind that, or directly before it at the very top.
 */
export async function foreignCrossings<Own extends Pair>({ rank }: Pick<Ports, 'rank'>, pairs: readonly Own[], planned: Planned): Promise<readonly Own[]> {
  if (pairs.length === 0) return [];
  const { order, moved, issues } = planned;
  const spots = new Map(pairs.map(({ mover }) => [mover, spotOf(mover)]));
  const unread = [...spots.values()].flatMap(({ staying }) => (staying === undefined || issues.has(staying) ? [] : [staying]));
  const known = new Map([...issues, ...(await rank.read([...new Set(unread)]))]);
  return pairs.filter(({ item, blocker, mover }) => {
    const { staying, isAbove } = spots.get(mover) ?? {};
    const [other, beside] = [known.get(mover === item ? blocker : item), staying && known.get(staying)];
    if (!other || !beside) return false;
    // Behind what stays above the other, it comes before the other; before what stays below the other, it comes behind the other.
    const isBeforeOther = isAbove === true ? beside.rank < other.rank : other.rank >= beside.rank;
    return mover === item ? isBeforeOther : !isBeforeOther;
  });

  function spotOf(mover: IssueId): { readonly staying: IssueId | undefined; readonly isAbove: boolean } {
    const at = order.indexOf(mover);
    const above = order.slice(0, at).findLast((id) => !moved.has(id));
    return above === undefined ? { staying: order.slice(at).find((id) => !moved.has(id)), isAbove: false } : { staying: above, isAbove: true };
  }
}
