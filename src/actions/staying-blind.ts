import type { ProjectId } from '../domain/ids';
import type { Round } from './opinion-ports';
import { Refusal } from './outcome';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'opinions'>;

/** The round for which this person is estimating: scores and the order stay hidden until the person ends it. */
export async function blindFor({ opinions }: Needed, projectId: ProjectId, { accountId }: Caller): Promise<Round | undefined> {
  const round = await opinions.newest(projectId);
  return round && (await opinions.standing(round.id, accountId)) === 'estimating' ? round : undefined;
}

/** Refuses whoever is estimating what would show how strong the evidence is. */
export async function unlessEstimating<Asked extends { readonly projectId: ProjectId }, Answer>(
  ports: Needed,
  input: Asked,
  caller: Caller,
  act: () => Promise<Answer>,
): Promise<Answer> {
  if (await blindFor(ports, input.projectId, caller))
    throw new Refusal('conflict', 'You are estimating: finish your second opinion first, or stop. Until then this stays hidden from you.');
  return act();
}
