import type { IssueId } from '../domain/ids';
import { keepToBoards } from './keeping-to-boards';
import type { IssueFacts, PendingChange, Ports } from './ports';
import { tagDrawnLinks } from './tagging-drawn-links';
import { updateHealth, type HealthPorts } from './updating-health';
import { updateIndex, type IndexPorts } from './updating-index';

export type RefreshPorts = IndexPorts & HealthPorts & Pick<Ports, 'issues' | 'changes' | 'runs'>;

// Bounds one run; what is left is the next run's.
const changesPerRun = 200;
const issuesPerCall = 100;

/**
 * Takes noted changes into the index. Notes say what to look at, never what it says: everything is read again, strictly, so
 * that running twice, late or out of order gives the same index. Notes are forgotten last.
 */
export async function refresh(ports: RefreshPorts): Promise<void> {
  const readAt = ports.clock.now();
  const pending = await ports.changes.pending(changesPerRun);
  const { issues: read, gone } = await readIssues(ports, pending);
  const issues = await keepToBoards(ports, await ports.settings.read(), read);
  const evidence = pending.flatMap(({ change }) => (change.kind === 'evidence' ? change : []));
  const hasNewCustomers = pending.some(({ change }) => change.kind === 'customers');
  const { projects, statements } = await updateIndex(ports, { issues, gone, evidence, customers: [], hasNewCustomers, readAt }, 'now');
  const tagged = await tagDrawnLinks(ports, await ports.settings.read(), issues, statements);
  await updateHealth(ports, { issues, gone });
  await ports.changes.done(pending);
  for (const projectId of projects) await ports.runs.push({ v: 1, kind: 'publish', projectId });
  // Statements may have been closed, hidden, moved or linked: what searches stand for follows, once for a burst of changes.
  if (issues.length + gone.length > 0) await ports.runs.push({ v: 1, kind: 'answers', from: 0 });
  if (tagged > 0 || pending.length === changesPerRun) await ports.runs.push({ v: 1, kind: 'refresh' });
}

async function readIssues(
  ports: Pick<Ports, 'issues'>,
  pending: readonly PendingChange[],
): Promise<{ readonly issues: readonly IssueFacts[]; readonly gone: readonly IssueId[] }> {
  const ids = [...new Set(pending.flatMap(({ change }) => (change.kind === 'issue' ? change.issueId : [])))];
  const issues: IssueFacts[] = [];
  for (let start = 0; start < ids.length; start += issuesPerCall)
    issues.push(...(await ports.issues.read('app', ids.slice(start, start + issuesPerCall), 'light')));
  const answered = new Set(issues.map(({ id }) => id));
  return { issues, gone: ids.filter((id) => !answered.has(id)) };
}
