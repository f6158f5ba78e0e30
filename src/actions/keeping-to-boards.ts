import type { IssueId } from '../domain/ids';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { kindOfType } from './reading-statements';

/** As many as Jira looks at as they are now, and not as its search knows them. */
const issuesPerCall = 50;

/**
 * Marks the issues that are not on the board whose backlog their project ranks. Asked as they are read, so that opening the page asks
 * nothing. Where the filter is not for the app to use, all of them count.
 */
export async function keepToBoards(ports: Pick<Ports, 'issues'>, settings: SiteSettings, issues: readonly IssueFacts[]): Promise<readonly IssueFacts[]> {
  const byFilter = new Map<string, IssueId[]>();
  for (const { id, projectId, typeId, level } of issues) {
    const filterId = settings.backlogProjects.includes(projectId) ? settingsOf(settings, projectId).boardFilter : undefined;
    if (filterId === undefined || level < 0 || kindOfType(settings, typeId) !== undefined) continue;
    byFilter.set(filterId, [...(byFilter.get(filterId) ?? []), id]);
  }
  const off = new Set<string>();
  for (const [filterId, ids] of byFilter) {
    for (let start = 0; start < ids.length; start += issuesPerCall) {
      const slice = ids.slice(start, start + issuesPerCall);
      const found = await ports.issues.foundBy('app', filterId, slice);
      if (found) for (const id of slice) if (!found.has(id)) off.add(id);
    }
  }
  return off.size === 0 ? issues : issues.map((issue) => (off.has(issue.id) ? { ...issue, isOffBoard: true } : issue));
}

/** What reading a project's issues costs, with looking whether they are on its board. */
export const pointsWithBoard = (settings: SiteSettings, projectId: IssueFacts['projectId'], points: number): number =>
  settingsOf(settings, projectId).boardFilter === undefined ? points : 2 * points + 1;
