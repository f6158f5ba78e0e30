import type { Issue } from './issue';
import { permissionTable } from './permission-table';
import { adminsOnly, issueMissing, projectMissing, refuse } from './refusal';
import type { Project, Role, Site } from './site';
import { signedIn, type Viewer } from './viewer';

const roles: readonly Role[] = ['administrators', 'members', 'viewers'];

export function isJiraAdmin(viewer: Viewer): boolean {
  return viewer.kind === 'app' || (viewer.kind === 'person' && viewer.person.isJiraAdmin);
}

export function requireJiraAdmin(viewer: Viewer): void {
  signedIn(viewer);
  if (!isJiraAdmin(viewer)) throw adminsOnly();
}

export function mayGlobally(viewer: Viewer, permission: string): boolean {
  const held = permissionTable.get(permission)?.held;
  if (viewer.kind === 'nobody') return false;
  return held === 'everybody' || (held === 'admins' && isJiraAdmin(viewer));
}

export function mayIn(site: Site, viewer: Viewer, permission: string, project: Project): boolean {
  const row = permissionTable.get(permission);
  if (row === undefined || row.type !== 'PROJECT' || viewer.kind === 'nobody') return false;
  // Forge puts an app's user into a role of its own in every project; an admin may take it out again.
  if (viewer.kind === 'app') return !site.closedToApp.has(project.id);
  const { held } = row;
  return typeof held !== 'string' && roles.some((role) => held.includes(role) && project.roles[role].has(viewer.person.accountId));
}

export const seesProject = (site: Site, viewer: Viewer, project: Project): boolean => mayIn(site, viewer, 'BROWSE_PROJECTS', project);

function seesLevel(site: Site, viewer: Viewer, levelId: string | undefined): boolean {
  if (levelId === undefined) return true;
  const level = site.securityLevels.get(levelId);
  if (level === undefined || viewer.kind === 'nobody') return false;
  return viewer.kind === 'app' ? level.seenByApp : level.accountIds.has(viewer.person.accountId);
}

export function mayOn(site: Site, viewer: Viewer, permission: string, issue: Issue): boolean {
  const project = site.projects.get(issue.projectId);
  return project !== undefined && seesLevel(site, viewer, issue.securityLevelId) && mayIn(site, viewer, permission, project);
}

export const sees = (site: Site, viewer: Viewer, issue: Issue): boolean => mayOn(site, viewer, 'BROWSE_PROJECTS', issue);

/** Answers for many issues at once: what a project says is asked once. */
export function eyesOf(site: Site, viewer: Viewer, permission = 'BROWSE_PROJECTS'): (issue: Issue) => boolean {
  const projects = new Map<string, boolean>();
  return (issue) => {
    let open = projects.get(issue.projectId);
    if (open === undefined) {
      const project = site.projects.get(issue.projectId);
      open = project !== undefined && mayIn(site, viewer, permission, project);
      projects.set(issue.projectId, open);
    }
    return open && seesLevel(site, viewer, issue.securityLevelId);
  };
}

/** The issue of an id or key, or what Jira says for a missing and a hidden one alike. */
export function issueFor(site: Site, viewer: Viewer, idOrKey: string): Issue {
  const issue = site.issues.find(idOrKey);
  if (issue === undefined || !sees(site, viewer, issue)) throw issueMissing();
  return issue;
}

export function issueToChange(site: Site, viewer: Viewer, idOrKey: string, permission = 'EDIT_ISSUES'): Issue {
  const issue = issueFor(site, viewer, idOrKey);
  if (!mayOn(site, viewer, permission, issue)) throw refuse(403, 'You do not have permission to edit issues in this project.');
  return issue;
}

export function projectFor(site: Site, viewer: Viewer, idOrKey: string): Project {
  const project = findProject(site, idOrKey);
  // A Jira admin and a project admin get at a project's settings without browsing its issues.
  if (project === undefined || !(seesProject(site, viewer, project) || isJiraAdmin(viewer))) throw projectMissing(idOrKey);
  return project;
}

export function findProject(site: Site, idOrKey: string): Project | undefined {
  const byId = site.projects.get(idOrKey);
  if (byId !== undefined) return byId;
  const key = idOrKey.toUpperCase();
  for (const project of site.projects.values()) if (project.key === key) return project;
  return undefined;
}
