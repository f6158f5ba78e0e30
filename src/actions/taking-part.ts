import type { Input, Output } from '../contract';
import type { Round } from './opinion-ports';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'opinions'>;

export async function closeSecondOpinion(
  { opinions }: Needed,
  { projectId, roundId, isOpen }: Input<'closeSecondOpinion'>,
): Promise<Output<'closeSecondOpinion'>> {
  if ((await opinions.setOpen(projectId, roundId, isOpen)) === 'not-newest') throw isOver();
  return {};
}

export async function joinSecondOpinion(
  ports: Needed,
  { projectId, roundId }: Input<'joinSecondOpinion'>,
  { accountId }: Caller,
): Promise<Output<'joinSecondOpinion'>> {
  const round = await running(ports, projectId, roundId);
  if ((await ports.opinions.standing(round.id, accountId)) !== 'out') return {};
  if (round.closedAt !== null || round.revealedAt !== null)
    throw new Refusal('conflict', 'This second opinion was shown to everybody once: whoever joins now is not blind. A lead can ask for a new one.');
  await ports.opinions.join(round.id, accountId);
  return {};
}

/** The first estimate stands: with it the person sees the score. */
export async function putEstimate(
  ports: Needed & Pick<Ports, 'permissions'>,
  { projectId, roundId, issueId, estimate }: Input<'putEstimate'>,
  { accountId }: Caller,
): Promise<Output<'putEstimate'>> {
  const [visible, round] = await Promise.all([ports.permissions.browsable([issueId]), ports.opinions.newest(projectId)]);
  if (!visible.has(issueId)) throw notFound();
  if (round?.id !== roundId || !round.items.includes(issueId)) throw isOver();
  if (round.closedAt !== null) throw new Refusal('conflict', 'This second opinion was closed meanwhile. Your estimate was not put in.');
  switch (await ports.opinions.put(round.id, { by: accountId, issueId, estimate })) {
    case 'put':
      return {};
    case 'other-is-in':
      throw new Refusal('conflict', 'Your estimate for this item is in, and you have seen the score: it can be taken back, not changed.');
    case 'not-estimating':
      throw new Refusal('conflict', 'You have finished this second opinion, or not joined it: an estimate now would not be blind.');
  }
}

export async function finishEstimating(
  ports: Needed,
  { projectId, roundId }: Input<'finishEstimating'>,
  { accountId }: Caller,
): Promise<Output<'finishEstimating'>> {
  const round = await running(ports, projectId, roundId);
  await ports.opinions.finish(round.id, accountId);
  return {};
}

async function running({ opinions }: Needed, projectId: Round['projectId'], roundId: string): Promise<Round> {
  const round = await opinions.newest(projectId);
  if (round?.id !== roundId) throw isOver();
  return round;
}

const isOver = (): Refusal => new Refusal('conflict', 'This second opinion is over: another one was asked for since. Nothing was changed.');
