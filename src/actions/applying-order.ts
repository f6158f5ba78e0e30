import type { StepOutcome } from '../contract/work';
import type { IssueId } from '../domain/ids';
import type { Move, Stretch } from '../domain/order/plan-moves';
import { inRankOrder } from './planning-order';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';
import type { WorkKind } from './work';

export interface ApplyStep {
  readonly subject: IssueId;
  readonly move: Move<IssueId>;
}

/** No more: a move itself says where its issues stood and where they go. */
export interface ApplyBefore {
  readonly isNoted: true;
}

/** Nothing: a move may stand on the one before it, so that each looks for itself. */
export type ApplySight = undefined;

type Sight = ReadonlyMap<IssueId, RankedIssue>;

/** Ranks, call by call, as the person. Each call is judged by where its issues stand, so that one that was carried out is not made again. */
export const applying: WorkKind<'apply'> = {
  paces: [{ most: 18, seconds: 2 }],
  look: () => Promise.resolve(undefined),
  note: () => ({ isNoted: true }),
  act: (ports, _, { move }) => applyMove(ports, move),
  undo: (ports, _, { move }) => takeBackMove(ports, move),
};

/** One call of an order, from where its issues stood when it was planned; whoever moved them meanwhile is not overruled. */
export async function applyMove({ rank }: Pick<Ports, 'rank'>, move: Move<IssueId>): Promise<StepOutcome> {
  const sight = await rank.read(involvedIn(move));
  const issues = move.issues.filter((id) => sight.has(id));
  if (!sight.has(move.anchor) || issues.length === 0) return { outcome: 'gone', why: 'An issue of this move is gone, or you may not see it any more.' };
  if (isIn(move, sight)) return { outcome: 'done', why: null };
  if (!move.back.every((stretch) => isIn(stretch, sight)))
    return { outcome: 'refused', why: 'Somebody else ranked these meanwhile. They were left as they are.' };
  const { refused } = await rank.place({ issues, side: move.side, anchor: move.anchor });
  return outcomeFor(sight, refused, move.issues.length - issues.length);
}

/** To where its issues stood when it was planned; whoever moved them since is not overruled. A try that died half-way is gone on with. */
export async function takeBackMove({ rank }: Pick<Ports, 'rank'>, move: Move<IssueId>): Promise<StepOutcome> {
  const sight = await rank.read(involvedIn(move));
  const open = move.back.filter((stretch) => !isIn(stretch, sight));
  const isOurs = ({ issues }: Stretch<IssueId>): boolean => isIn({ ...move, issues: move.issues.filter((id) => issues.includes(id)) }, sight);
  let left = 0;
  for (const stretch of open) {
    const issues = stretch.issues.filter((id) => sight.has(id));
    if (issues.length === 0) continue;
    const canGoBack = isOurs(stretch) && sight.has(stretch.anchor);
    left += canGoBack ? (await rank.place({ issues, side: stretch.side, anchor: stretch.anchor })).refused.length : issues.length;
  }
  return left === 0
    ? { outcome: 'undone', why: null }
    : { outcome: 'kept', why: 'Somebody else ranked some of these since, or you may not rank them any more. They were left.' };
}

const involvedIn = (move: Move<IssueId>): readonly IssueId[] => [
  ...new Set([move, ...move.back].flatMap(({ issues, anchor, below }) => [anchor, ...issues, ...(below === null ? [] : [below])])),
];

/** The issues stand one after the other between their neighbours; what is gone counts for nothing. */
function isIn({ issues, side, anchor, below }: Stretch<IssueId>, sight: Sight): boolean {
  const wanted = [...(side === 'after' ? [anchor] : []), ...issues, ...(side === 'before' ? [anchor] : below === null ? [] : [below])].filter((id) =>
    sight.has(id),
  );
  return inRankOrder(wanted, sight).every((id, at) => id === wanted[at]);
}

function outcomeFor(sight: Sight, refused: readonly IssueId[], gone: number): StepOutcome {
  if (refused.length === 0 && gone === 0) return { outcome: 'done', why: null };
  const keys = refused.flatMap((id) => sight.get(id)?.key ?? []).join(', ');
  const said = [...(keys === '' ? [] : [`Jira left ${keys} where they were: you may not rank them.`]), ...(gone === 0 ? [] : [`${String(gone)} are gone.`])];
  return { outcome: 'partly', why: said.join(' ') };
}
