import type { Input, Output } from '../contract';
import type { ApplyStep } from './applying-order';
import type { IssueId } from '../domain/ids';
import { Refusal } from './outcome';
import { planOrder, type PlannedOrder } from './planning-order';
import type { Caller, Ports } from './ports';
import type { RankingPorts } from './open-ranking';
import { recordDecision } from './recording-decisions';
import { startWork } from './starting-work';

/** Puts the moves down as work, and what they follow from as a decision. The same request again is the same decision. */
export async function startApply(
  ports: RankingPorts & Pick<Ports, 'rank' | 'work'>,
  { requestId, projectId, level, overrides, ...order }: Input<'startApply'>,
  caller: Caller,
): Promise<Output<'startApply'>> {
  const planned = await planOrder(ports, order);
  checkReady(planned, overrides);
  const work = await startWork<'apply'>(
    ports,
    { id: requestId, owner: caller.accountId, about: { kind: 'apply', projectId } },
    await stepsOf(ports, planned, order.current),
  );
  await recordDecision(ports, { id: requestId, projectId, by: caller.accountId, level, wanted: planned.wanted, overrides });
  return work;
}

function checkReady({ moved, links, issues }: PlannedOrder, overrides: Input<'startApply'>['overrides']): void {
  const keyOf = (id: (typeof moved)[number]): string => issues.get(id)?.key ?? 'An issue';
  if (moved.length > 0) throw new Refusal('conflict', `${moved.map(keyOf).join(', ')} moved in Jira since you looked. Look again before you apply.`);
  const excused = new Set(overrides.map(({ issueId, blocker }) => `${issueId} ${blocker ?? ''}`));
  const silent = links.find(({ item, blocker, isCrossed }) => isCrossed && !excused.has(`${item} ${blocker}`));
  if (silent) throw new Refusal('invalid', `${keyOf(silent.item)} would come before ${keyOf(silent.blocker)}, which blocks it: say why, or choose otherwise.`);
}

/** Each move with its issues' ranks of now: whose rank is another one later was moved by somebody. */
async function stepsOf({ rank }: Pick<Ports, 'rank'>, { moves, issues }: PlannedOrder, current: readonly IssueId[]): Promise<readonly ApplyStep[]> {
  const unread = moves.flatMap((move) => move.issues.filter((id) => !issues.has(id)));
  const known = new Map([...issues, ...(unread.length > 0 ? await rank.read(unread) : [])]);
  const placeOf = new Map(current.map((id, at) => [id, at]));
  return moves.flatMap((move, at) => {
    const [subject] = move.issues;
    return subject === undefined
      ? []
      : [{ subject, at, move, ranks: move.issues.map((id) => known.get(id)?.rank ?? ''), places: move.issues.map((id) => placeOf.get(id) ?? 0) }];
  });
}
