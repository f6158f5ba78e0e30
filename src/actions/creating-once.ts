import { issueId, type IssueId } from '../domain/ids';
import { Refusal } from './outcome';
import type { HeldClaim, Ports, ProjectFacts } from './ports';

type Needed = Pick<Ports, 'issues' | 'claims' | 'clock'>;

// Whoever sent it may still be waiting for Jira, and Jira may still be at it: only after that "not found" means that it was not made.
const creationInSeconds = 120;
// A claim that was taken over tells nothing of the tries before it.
const earlierTriesInSeconds = 3_600;

/** An issue that a request makes once: in whose name, where, and what it says. */
export interface Act {
  readonly kind: 'statement' | 'discovery';
  /** With the person in it: nobody can learn or take over another one's act by its id. */
  readonly id: string;
  readonly about: string;
  readonly marker: string;
  readonly project: ProjectFacts;
}

/**
 * Creates an issue once per act. Jira's REST knows no such key, so the claim says who creates, and the marker that travels inside
 * the same request finds an issue whose answer got lost.
 */
export async function createOnce(ports: Needed, act: Act, create: () => Promise<IssueId>): Promise<IssueId> {
  const claim = await ports.claims.take(act.kind, act.id, act.about);
  const earlier = claim.kind === 'held' ? await madeEarlier(ports, act, claim) : undefined;
  const id = earlier ?? (await createOrRelease(ports, act, create));
  await ports.claims.settle(act.kind, act.id, id, act.about);
  return id;
}

/** undefined: nothing was made, and it is now this run's to make. */
async function madeEarlier(ports: Needed, act: Act, held: HeldClaim): Promise<IssueId | undefined> {
  if (!held.isSameAct)
    throw new Refusal('conflict', 'The words changed after they were sent. What was sent may have been written already: look for it, or start a new one.');
  const noted = held.note === undefined ? undefined : issueId(held.note);
  if (noted) return noted;
  const found = await ports.issues.findByMarker(act.project, act.marker, held.since - earlierTriesInSeconds);
  if (found) return found;
  const isInTime = ports.clock.now() - held.since < creationInSeconds;
  // Of several who come back at once, one writes.
  if (isInTime || !(await ports.claims.takeOver(act.kind, act.id, held, act.about))) throw beingCreated();
  return undefined;
}

const beingCreated = (): Refusal => new Refusal('conflict', 'It is being created. Try again in two minutes: it will not be made twice.');

async function createOrRelease(ports: Pick<Ports, 'claims'>, act: Act, create: () => Promise<IssueId>): Promise<IssueId> {
  try {
    return await create();
  } catch (error) {
    // A clear no made nothing, so the corrected draft may go again under the same id; after silence nobody knows.
    const isClearNo = error instanceof Refusal && error.code !== 'jira-unavailable';
    if (isClearNo) await ports.claims.release(act.kind, act.id);
    throw error;
  }
}
