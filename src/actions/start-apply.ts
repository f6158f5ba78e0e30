import type { Input, Output } from '../contract';
import { planOrder } from './planning-order';
import type { Caller, Ports } from './ports';
import { recordDecision } from './recording-decisions';
import { startWork } from './starting-work';

type Needed = Pick<Ports, 'rank' | 'work' | 'documents' | 'permissions' | 'projects' | 'settings' | 'clock' | 'decisions'>;

/** Puts the moves down as work, and what they follow from as a decision. The same request again is the same decision. */
export async function startApply(
  ports: Needed,
  { requestId, projectId, level, overrides, ...order }: Input<'startApply'>,
  caller: Caller,
): Promise<Output<'startApply'>> {
  const { wanted, moves } = await planOrder(ports, order);
  const work = await startWork<'apply'>(
    ports,
    { id: requestId, owner: caller.accountId, about: { kind: 'apply', projectId } },
    moves.map((move) => ({ subject: move.issues[0] ?? move.anchor, move })),
  );
  await recordDecision(ports, { id: requestId, projectId, by: caller.accountId, level, wanted, overrides });
  return work;
}
