import type { Input, Output } from '../contract';
import { compareIds } from '../domain/score';
import { openRanking } from './open-ranking';
import { notFound, Refusal } from './outcome';
import type { Caller, Ports } from './ports';

type Needed = Parameters<typeof openRanking>[0] & Pick<Ports, 'opinions'>;

/** Opens a round over items that the lead sees in the backlog. Twice is once. */
export async function askSecondOpinion(
  ports: Needed,
  { projectId, requestId, items }: Input<'askSecondOpinion'>,
  { accountId }: Caller,
): Promise<Output<'askSecondOpinion'>> {
  const view = await openRanking(ports, { projectId });
  const open = new Set(view.items.flatMap(({ id, done }) => (done === null ? [id] : [])));
  if (!items.every((id) => open.has(id))) throw notFound();
  const opened = await ports.opinions.open({ id: requestId, projectId, by: accountId, items: [...new Set(items)].sort(compareIds) });
  if (opened === 'other-is-open') throw new Refusal('conflict', 'A second opinion is being asked for already: close that one first. Nothing was changed.');
  return {};
}
