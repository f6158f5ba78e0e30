import type { Issue } from './issue';
import type { Board, Site } from './site';

/** The filter of a board, by which Jira knows what is on it. */
export const filterIdOf = ({ id }: Board): string => String(10_000 + id);

export function isOnBoard(site: Site, { projectId, components }: Board, issue: Issue): boolean {
  if (issue.projectId !== projectId) return false;
  return components === undefined || issue.componentIds.some((id) => components.includes(site.components.get(id)?.name ?? ''));
}
