import type { SiteBoard } from '../../jira/site-data';
import { projectKeyOf } from './keys';
import type { Line } from './line';

/** A board for each project, with the sprints its issues were the first to be in. They are past: an export has no dates for them. */
export function boardsOf(lines: readonly Line[], projectKeys: readonly string[]): readonly SiteBoard[] {
  const homes = new Map<string, string>();
  for (const { key, sprints } of lines) for (const sprint of sprints) if (!homes.has(sprint)) homes.set(sprint, projectKeyOf(key));
  const all = [...homes].map(([name, projectKey], at) => ({ id: at + 1, name, projectKey }));
  return projectKeys.map((projectKey, at) => ({
    id: at + 1,
    name: `${projectKey} board`,
    type: 'scrum',
    projectKey,
    sprints: all.filter((sprint) => sprint.projectKey === projectKey).map(({ id, name }) => ({ id, name, state: 'closed' as const })),
  }));
}
