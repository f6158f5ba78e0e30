import { categories, priorities, resolutions } from './builtin';
import type { Issue } from './issue';
import { known, type IssueType, type LinkType, type Project, type Site, type Status } from './site';

/** How Jira writes the small things that hang on bigger ones. */

export const rest = (site: Site, path: string): string => `${site.url}/rest/api/3/${path}`;

const avatars = (site: Site, kind: 'people' | 'projects', id: string) => {
  const picture = `${site.url}/pictures/${kind}/${encodeURIComponent(id)}.svg`;
  return { '48x48': picture, '24x24': picture, '16x16': picture, '32x32': picture };
};

export function userBean(site: Site, accountId: string | undefined) {
  if (accountId === undefined) return null;
  const person = site.people.get(accountId);
  const name = person?.displayName ?? 'Former user';
  return {
    self: rest(site, `user?accountId=${encodeURIComponent(accountId)}`),
    accountId,
    ...(person !== undefined && person.email !== '' && { emailAddress: person.email }),
    avatarUrls: avatars(site, 'people', accountId),
    displayName: name,
    active: person !== undefined,
    timeZone: person?.timeZone ?? site.timeZone,
    accountType: person?.kind ?? 'unknown',
  };
}

const typeIcon = (site: Site, type: IssueType): string => `${site.url}/pictures/issue-types/${type.icon}.svg`;

export const typeBean = (site: Site, type: IssueType) => ({
  self: rest(site, `issuetype/${type.id}`),
  id: type.id,
  description: type.description,
  iconUrl: typeIcon(site, type),
  name: type.name,
  subtask: type.level === -1,
  avatarId: 10_300,
  hierarchyLevel: type.level,
  ...(type.projectId !== undefined && { entityId: uuidOf('type', type.id), scope: { type: 'PROJECT', project: { id: type.projectId } } }),
});

export const categoryBean = (site: Site, status: Status) => {
  const { workflowName: _, ...category } = categories[status.category];
  return { self: rest(site, `statuscategory/${String(category.id)}`), ...category };
};

export const statusBean = (site: Site, status: Status) => ({
  self: rest(site, `status/${status.id}`),
  description: '',
  iconUrl: `${site.url}/pictures/status.svg`,
  name: status.name,
  id: status.id,
  statusCategory: categoryBean(site, status),
});

export function priorityBean(site: Site, id: string) {
  const priority = priorities.find((candidate) => candidate.id === id);
  if (priority === undefined) return null;
  return { self: rest(site, `priority/${id}`), iconUrl: `${site.url}/pictures/priorities/${priority.name.toLowerCase()}.svg`, name: priority.name, id };
}

export function resolutionBean(site: Site, name: string | undefined) {
  if (name === undefined) return null;
  const resolution = resolutions.find((candidate) => candidate.name === name) ?? { ...resolutions[0], name };
  return { self: rest(site, `resolution/${resolution.id}`), id: resolution.id, description: resolution.description, name };
}

export const projectBean = (site: Site, project: Project) => ({
  self: rest(site, `project/${project.id}`),
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'software',
  simplified: project.style === 'team-managed',
  avatarUrls: avatars(site, 'projects', project.id),
});

export const linkTypeBean = (site: Site, type: LinkType) => ({
  id: type.id,
  name: type.name,
  inward: type.inward,
  outward: type.outward,
  self: rest(site, `issueLinkType/${type.id}`),
});

/** An issue as another one shows it: its parent, what it is linked to. */
export const neighbourBean = (site: Site, issue: Issue) => ({
  id: String(issue.id),
  key: issue.key,
  self: rest(site, `issue/${String(issue.id)}`),
  fields: {
    summary: issue.summary,
    status: statusBean(site, known(site.statuses, issue.statusId, 'status')),
    priority: priorityBean(site, issue.priorityId),
    issuetype: typeBean(site, known(site.issueTypes, issue.typeId, 'issue type')),
  },
});

/** The same id gives the same UUID. */
export function uuidOf(kind: string, id: string): string {
  let hash = 0x811c9dc5;
  for (const letter of `${kind}/${id}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const head = hash.toString(16).padStart(8, '0');
  return `${head}-0000-4000-8000-${id.replace(/\D/g, '').slice(-12).padStart(12, '0')}`;
}
