import type { IssueId } from '../domain/ids';
import type { IssueFacts, Ports } from './ports';
import type { readBacking } from './read-backing';
import type { readPlace } from './read-place';

export type PanelPorts = Parameters<typeof readBacking>[0] &
  Parameters<typeof readPlace>[0] &
  Pick<Ports, 'issues' | 'permissions' | 'settings' | 'customers' | 'evidence' | 'linkNotes' | 'gate' | 'clock'>;

/** What Jira answers at most a call. */
const mostAtOnce = 100;

/** As the person: what is not in the answer is not shown. */
export async function readAround(ports: Pick<Ports, 'issues'>, ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, IssueFacts>> {
  const wanted = [...new Set(ids)];
  const slices = Array.from({ length: Math.ceil(wanted.length / mostAtOnce) }, (_, at) => wanted.slice(at * mostAtOnce, (at + 1) * mostAtOnce));
  const found = await Promise.all(slices.map((slice) => ports.issues.read('user', slice, 'light')));
  return new Map(found.flat().map((issue) => [issue.id, issue]));
}

/** How the panel names the issue it stands on. */
export const headingOf = ({ id, key, projectId, summary, typeName, level }: IssueFacts) => ({ id, key, projectId, summary, typeName, isEpic: level >= 1 });
