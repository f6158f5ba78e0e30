import type { IssueId, ProjectId } from '../domain/ids';
import { itemTable } from '../domain/index/items';
import { documentOf, readRows } from './index-documents';
import type { IssueFacts, Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { kindOfType } from './reading-statements';

/** As many as Jira looks at as they are now, and not as its search knows them. */
const issuesPerCall = 50;

/**
 * Marks the issues that are not on the board whose backlog their project ranks. Asked as they are read, so that opening the page asks
 * nothing. Where the filter is not for the app to use, what was known of each stays, and new ones count.
 */
export async function keepToBoards(
  ports: Pick<Ports, 'issues' | 'documents'>,
  settings: SiteSettings,
  issues: readonly IssueFacts[],
): Promise<readonly IssueFacts[]> {
  const byProject = new Map<ProjectId, IssueId[]>();
  for (const { id, projectId, typeId, level } of issues) {
    if (!settings.backlogProjects.includes(projectId) || settingsOf(settings, projectId).boardFilter === undefined) continue;
    if (level < 0 || kindOfType(settings, typeId) !== undefined) continue;
    byProject.set(projectId, [...(byProject.get(projectId) ?? []), id]);
  }
  const off = new Set<string>();
  for (const [projectId, ids] of byProject) {
    const filterId = settingsOf(settings, projectId).boardFilter ?? '';
    let known: ReadonlySet<string> | undefined;
    for (let start = 0; start < ids.length; start += issuesPerCall) {
      const slice = ids.slice(start, start + issuesPerCall);
      // A filter that was closed to us a call ago still is.
      const found = known ? undefined : await foundOn(ports, filterId, slice);
      if (!found) known ??= await knownOff(ports, projectId);
      for (const id of slice) if (found ? !found.has(id) : known?.has(id)) off.add(id);
    }
  }
  return off.size === 0 ? issues : issues.map((issue) => (off.has(issue.id) ? { ...issue, isOffBoard: true } : issue));
}

/** Of at most 50 issues, those that a board's filter finds. Undefined: the app may not use it, or sees none of them. */
export async function foundOn({ issues }: Pick<Ports, 'issues'>, filterId: string, ids: readonly IssueId[]): Promise<ReadonlySet<IssueId> | undefined> {
  const found = await issues.foundBy('app', filterId, ids);
  if (found) return found;
  // Jira refuses a query for an issue that is gone as it does one with a filter that is closed to us.
  const there = (await issues.read('app', ids, 'light')).map(({ id }) => id);
  return there.length > 0 && there.length < ids.length ? issues.foundBy('app', filterId, there) : undefined;
}

async function knownOff({ documents }: Pick<Ports, 'documents'>, projectId: ProjectId): Promise<ReadonlySet<string>> {
  const items = await readRows(await documents.read(documentOf.ranking(projectId)), itemTable);
  return new Set([...items.values()].filter(({ isOffBoard }) => isOffBoard).map(({ id }) => id));
}

/** What reading a project's issues costs, with looking whether they are on its board. */
export const pointsWithBoard = (settings: SiteSettings, projectId: IssueFacts['projectId'], points: number): number =>
  settingsOf(settings, projectId).boardFilter === undefined ? points : 2 * points + 1;
