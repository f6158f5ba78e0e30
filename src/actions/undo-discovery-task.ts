import type { Input, Output } from '../contract';
import { issueId } from '../domain/ids';
import { actOf } from './create-discovery-task';
import { notFound } from './outcome';
import type { Caller, Ports } from './ports';

type Needed = Pick<Ports, 'issues' | 'permissions' | 'claims' | 'clock'>;

// Undo is for what was just done: after that the task is work like any other, and somebody may have planned with it.
const undoInSeconds = 900;

/** Deletes the task that this person's request created, where Jira lets them and nobody has begun with it. */
export async function undoDiscoveryTask(ports: Needed, { requestId }: Input<'undoDiscoveryTask'>, caller: Caller): Promise<Output<'undoDiscoveryTask'>> {
  const id = await madeBy(ports, actOf(caller, requestId));
  const [[task], deletable] = await Promise.all([ports.issues.read('user', [id], 'light'), ports.permissions.mayOn([id], 'delete')]);
  if (!task) return { outcome: 'gone' };
  const isFresh = task.status.category === 'new' && ports.clock.now() - task.created < undoInSeconds;
  if (!isFresh || !deletable.has(id)) return { outcome: 'kept' };
  const outcome = await ports.issues.remove(id);
  return { outcome: outcome === 'removed' ? 'deleted' : outcome === 'missing' ? 'gone' : 'kept' };
}

async function madeBy(ports: Pick<Ports, 'claims'>, act: string) {
  const claim = await ports.claims.read('discovery', act);
  const id = claim === undefined ? undefined : issueId(claim);
  if (!id) throw notFound();
  return id;
}
