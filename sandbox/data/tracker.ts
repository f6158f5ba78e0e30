import type { SiteData, SiteProject } from '../jira/site-data';
import type { LoadedSite } from '../server/site-loader';
import { people } from './people';
import { boardsOf } from './tracker/boards';
import { issuesOf, linksOf } from './tracker/issues';
import { projectKeyOf } from './tracker/keys';
import type { Line } from './tracker/line';
import { readLines } from './tracker/read-lines';
import { statusesOf, workflowOf } from './tracker/statuses';
import { linkTypesOf, typesOf } from './tracker/types';

/**
 * The site out of an export of a tracker (`.ndjson`, `.ndjson.gz`): its keys, links, epics, story points and dates. Nothing in it
 * is drawn, so every seed gives the same site. The app is there and not set up, as on an admin's first day.
 */
export const loadTracker: (path: string, options: { readonly seed: number }) => Promise<LoadedSite> = async (path) => ({
  data: siteOf(await readLines(path)),
});

const schemeId = '10100';

function siteOf(lines: readonly Line[]): SiteData {
  const types = typesOf(lines);
  const statuses = statusesOf(lines);
  const workflow = workflowOf(statuses);
  const projects = projectsOf(lines, workflow.id);
  const boards = boardsOf(
    lines,
    projects.map(({ key }) => key),
  );
  const issueTypes = [...new Set(types.values())];
  return {
    name: projects.map(({ key }) => key).join(', '),
    now: dayAfter(lines),
    timeZone: 'UTC',
    users: people,
    issueTypes,
    issueTypeSchemes: [{ id: schemeId, name: 'Tracker issue type scheme', issueTypeIds: issueTypes.map(({ id }) => id) }],
    statuses,
    workflows: [workflow],
    securitySchemes: [],
    linkTypes: linkTypesOf(lines),
    projects,
    boards,
    issues: issuesOf(lines, { types, statuses, boards }),
    links: linksOf(lines),
  };
}

/** The big projects first. Components are those in use. */
function projectsOf(lines: readonly Line[], workflowId: string): readonly SiteProject[] {
  const components = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const { key, components: own } of lines) {
    const projectKey = projectKeyOf(key);
    sizes.set(projectKey, (sizes.get(projectKey) ?? 0) + 1);
    components.set(projectKey, new Set([...(components.get(projectKey) ?? []), ...own]));
  }
  return [...sizes]
    .sort(([, a], [, b]) => b - a)
    .map(([key], at) => ({
      id: String(10_001 + at),
      key,
      name: key,
      style: 'company-managed',
      leadAccountId: 'user-lead',
      issueTypeSchemeId: schemeId,
      workflowId,
      components: [...(components.get(key) ?? [])].sort(),
      roles: { administrators: ['user-admin', 'user-lead'], members: ['user-pm', 'user-engineer'], viewers: ['user-viewer'] },
    }));
}

/** The morning after the last thing that happened. */
function dayAfter(lines: readonly Line[]): string {
  const last = lines.reduce((latest, { updated }) => (updated > latest ? updated : latest), '');
  const morning = new Date(`${last.slice(0, 10)}T09:00:00.000Z`);
  morning.setUTCDate(morning.getUTCDate() + 1);
  return morning.toISOString();
}
