import type { IssueId } from '../domain/ids';
import type { Move, Placement } from '../domain/order/plan-moves';
import type { StepOutcome } from '../contract/work';
import { inRankOrder } from './planning-order';
import type { RankedIssue } from './rank-port';
import type { WorkKind } from './work';

export interface ApplyStep {
  readonly subject: IssueId;
  readonly move: Move<IssueId>;
}

export interface ApplyBefore {
  /** The issues of the call, what they go beside and what comes below, in Jira's order before the first try. */
  readonly order: readonly IssueId[];
}

export type ApplySight = ReadonlyMap<IssueId, RankedIssue>;

const involvedIn = ({ issues, anchor, next }: Move<IssueId>): readonly IssueId[] => [...new Set([anchor, ...issues, ...(next === null ? [] : [next])])];

/** Ranks, call by call, as the person. Each call is judged by where its issues stand, so that one that was carried out is not made again. */
export const applying: WorkKind<'apply'> = {
  paces: [{ most: 18, seconds: 2 }],

  look: (ports, _, steps) => ports.rank.read([...new Set(steps.flatMap(({ move }) => [...involvedIn(move), ...move.back.map(({ anchor }) => anchor)]))]),

  note: (sight, { move }) => ({ order: orderIn(sight, involvedIn(move)) }),

  // What stood beside it may have been moved by the step before: every step looks again.
  async act({ rank }, _, { move }, { order }) {
    const sight = await rank.read(involvedIn(move));
    const present = move.issues.filter((id) => sight.has(id));
    if (!sight.has(move.anchor) || present.length === 0) return { outcome: 'gone', why: 'An issue of this move is gone, or you may not see it any more.' };
    if (isInPlace(sight, { ...move, issues: present })) return { outcome: 'done', why: null };
    if (isMovedBySomebody(sight, move, order)) return { outcome: 'refused', why: 'Somebody else ranked these meanwhile. They were left as they are.' };
    const { refused } = await rank.place({ ...move, issues: present });
    return outcomeFor(sight, refused, move.issues.length - present.length);
  },

  async undo({ rank }, _, { move }) {
    const sight = await rank.read([...new Set([...involvedIn(move), ...move.back.map(({ anchor }) => anchor)])]);
    const present = move.issues.filter((id) => sight.has(id));
    if (!isInPlace(sight, { ...move, issues: present })) return { outcome: 'kept', why: 'Somebody else ranked these since. They were left as they are.' };
    let refused = 0;
    for (const way of waysFor(move.back, sight)) refused += (await rank.place(way)).refused.length;
    return refused > 0 ? { outcome: 'kept', why: 'Jira left some of them where they are: you may not rank them any more.' } : { outcome: 'undone', why: null };
  },
};

/** Without what is gone by now. */
const waysFor = (back: readonly Placement<IssueId>[], sight: ApplySight): readonly Placement<IssueId>[] =>
  back.map((way) => ({ ...way, issues: way.issues.filter((id) => sight.has(id)) })).filter(({ issues, anchor }) => issues.length > 0 && sight.has(anchor));

const orderIn = (sight: ApplySight, ids: readonly IssueId[]): readonly IssueId[] =>
  inRankOrder(
    ids.filter((id) => sight.has(id)),
    sight,
  );

/** Between what they go beside and what comes below, one after the other. */
function isInPlace(sight: ApplySight, { issues, side, anchor, next }: Move<IssueId>): boolean {
  const below = side === 'before' ? anchor : next;
  const wanted = [...(side === 'after' ? [anchor] : []), ...issues, ...(below === null ? [] : [below])].filter((id) => sight.has(id));
  return orderIn(sight, wanted).every((id, at) => id === wanted[at]);
}

/** Against the order noted at first; what is gone since does not count. */
function isMovedBySomebody(sight: ApplySight, move: Move<IssueId>, noted: readonly IssueId[]): boolean {
  const own = new Set(move.issues);
  const then = noted.filter((id) => sight.has(id) && own.has(id));
  return orderIn(sight, then).some((id, at) => id !== then[at]);
}

function outcomeFor(sight: ApplySight, refused: readonly IssueId[], gone: number): StepOutcome {
  if (refused.length === 0 && gone === 0) return { outcome: 'done', why: null };
  const keys = refused.flatMap((id) => sight.get(id)?.key ?? []).join(', ');
  const said = [...(keys === '' ? [] : [`Jira left ${keys} where they were: you may not rank them.`]), ...(gone === 0 ? [] : [`${String(gone)} are gone.`])];
  return { outcome: 'partly', why: said.join(' ') };
}
