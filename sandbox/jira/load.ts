import { customFieldsOf, defaultPriorityId, fieldIds, priorities } from './builtin';
import { documentOf } from './adf';
import type { Comment, Issue } from './issue';
import { loadScreens, screenIdOf } from './screens';
import { Site, type JiraOptions } from './site';
import type { SiteData, SiteIssue, SiteProject } from './site-data';
import { loadWorkflows } from './workflow-load';

/** A site as Jira holds it, out of what was written for it. */
export function siteOf(data: SiteData, options: JiraOptions): Site {
  const site = new Site(options);
  site.name = data.name;
  site.timeZone = data.timeZone;
  for (const user of data.users) site.people.set(user.accountId, { ...user, kind: 'atlassian' });
  site.people.set(site.appUser.accountId, site.appUser);
  for (const status of data.statuses) site.statuses.set(status.id, status);
  for (const type of data.linkTypes) {
    site.linkTypes.set(type.id, type);
    site.sawId('linkType', Number(type.id));
  }
  for (const { levels, ...scheme } of data.securitySchemes) {
    const own = levels.map(({ accountIds, ...level }) => ({ ...level, schemeId: scheme.id, accountIds: new Set(accountIds) }));
    site.securitySchemes.set(scheme.id, { ...scheme, levels: own });
    for (const level of own) site.securityLevels.set(level.id, level);
  }
  loadScreens(site, data);
  loadProjects(site, data);
  loadWorkflows(site, data);
  for (const { sprints, projectKey, ...board } of data.boards) {
    site.boards.set(board.id, { ...board, projectId: projectIdIn(data, projectKey), sprintIds: sprints.map(({ id }) => id) });
    for (const { start, end, ...sprint } of sprints) site.sprints.set(sprint.id, { ...sprint, boardId: board.id, start, end });
  }
  for (const field of customFieldsOf(options.app)) site.customFields.set(field.id, field);
  addIssues(site, data.issues, data.links);
  return site;
}

/** More issues, below those that are there. */
function addIssues(site: Site, issues: readonly SiteIssue[], links: SiteData['links']): void {
  const ids = new Map<string, number>();
  for (const { id, key } of issues) ids.set(key, Number(id));
  const idOf = (key: string) => ids.get(key) ?? site.issues.find(key)?.id;
  const linkIds = new Map<number, number[]>();
  const typeIds = new Map([...site.linkTypes.values()].map(({ id, name }) => [name, id]));
  for (const link of links) {
    const [from, to, typeId] = [idOf(link.from), idOf(link.to), typeIds.get(link.typeName)];
    if (from === undefined || to === undefined || typeId === undefined)
      throw new Error(`Link ${link.from} ${link.typeName} ${link.to} names what the site does not have`);
    const id = site.nextId('link');
    site.links.set(id, { id, typeId, from, to });
    for (const end of new Set([from, to])) (linkIds.get(end) ?? linkIds.set(end, []).get(end))?.push(id);
  }
  const components = new Map([...site.components.values()].map(({ id, name, projectId }) => [`${projectId}/${name}`, id]));
  const projects = new Map([...site.projects.values()].map(({ key, id }) => [key, id]));
  const loaded = issues.map((issue) => {
    const projectId = projects.get(issue.key.replace(/-\d+$/, ''));
    if (projectId === undefined) throw new Error(`${issue.key} is in no project of the site`);
    return issueOf(site, issue, projectId, components, idOf, linkIds.get(Number(issue.id)) ?? []);
  });
  if (site.issues.size === 0) site.issues.fill(loaded);
  else for (const issue of loaded) site.issues.add(issue);
}

function issueOf(
  site: Site,
  issue: SiteIssue,
  projectId: string,
  components: ReadonlyMap<string, string>,
  idOf: (key: string) => number | undefined,
  linkIds: readonly number[],
): Omit<Issue, 'rank'> {
  const id = Number(issue.id);
  site.sawId('issue', id);
  site.sawKey(issue.key);
  const reporter = issue.reporter ?? (issue.reporterName === undefined ? undefined : customer(site, issue.reporterName));
  const [created, updated] = [Date.parse(issue.created), Date.parse(issue.updated)];
  const resolved = issue.resolved === undefined ? undefined : Date.parse(issue.resolved);
  return {
    id,
    key: issue.key,
    projectId,
    typeId: issue.typeId,
    summary: issue.summary,
    description: issue.description,
    statusId: issue.statusId,
    statusSince: resolved ?? created,
    resolution: issue.resolution ?? (resolved === undefined ? undefined : 'Done'),
    resolved,
    priorityId: priorities.find(({ name }) => name === issue.priority)?.id ?? defaultPriorityId,
    created,
    updated,
    creator: reporter,
    reporter,
    assignee: issue.assignee,
    componentIds: (issue.components ?? []).flatMap((name) => components.get(`${projectId}/${name}`) ?? []),
    labels: issue.labels ?? [],
    parentId: issue.parentKey === undefined ? undefined : idOf(issue.parentKey),
    dueDate: issue.dueDate,
    sprintIds: issue.sprintIds ?? [],
    organisations: issue.organisations ?? [],
    securityLevelId: issue.securityLevelId,
    linkIds,
    properties: issue.properties ?? {},
    values: issue.storyPoints === undefined ? {} : { [fieldIds.storyPoints]: issue.storyPoints },
    comments: (issue.comments ?? []).map((comment): Comment => {
      const at = Date.parse(comment.created);
      return { id: site.nextId('comment'), author: comment.author, created: at, updated: at, body: documentOf(comment.text) };
    }),
    history: (issue.changes ?? []).map(({ at, author, field, from, to }) => ({
      id: site.nextId('change'),
      at: Date.parse(at),
      author,
      items: [{ field, fieldId: field, from: from?.id ?? null, fromString: from?.name ?? null, to: to?.id ?? null, toString: to?.name ?? null }],
    })),
  };
}

/** People who write in have an account of their own kind, one a name. */
function customer(site: Site, displayName: string): string {
  const accountId = `qm:${displayName.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  if (!site.people.has(accountId))
    site.people.set(accountId, { accountId, email: '', displayName, timeZone: site.timeZone, isJiraAdmin: false, kind: 'customer' });
  return accountId;
}

function loadProjects(site: Site, data: SiteData): void {
  for (const { projectKey, hierarchyLevel, ...type } of data.issueTypes) {
    site.issueTypes.set(type.id, { ...type, level: hierarchyLevel, projectId: projectKey === undefined ? undefined : projectIdIn(data, projectKey) });
    site.sawId('issueType', Number(type.id));
  }
  for (const { id, name, issueTypeIds } of data.issueTypeSchemes) {
    site.schemes.set(id, { id, name, description: '', typeIds: issueTypeIds, defaultTypeId: undefined, isDefault: name === 'Default Issue Type Scheme' });
    site.sawId('scheme', Number(id));
  }
  for (const { issueTypeSchemeId, components, roles, ...project } of data.projects) {
    const componentIds = components.map((name) => {
      const id = String(site.nextId('component'));
      site.components.set(id, { id, name, projectId: project.id });
      return id;
    });
    site.projects.set(project.id, {
      ...project,
      schemeId: issueTypeSchemeId,
      securitySchemeId: project.securitySchemeId,
      workflowOf: project.workflowOf ?? {},
      screenId: screenIdOf(data, project),
      componentIds,
      roles: rolesOf(roles),
    });
    site.sawKey(`${project.key}-0`);
  }
}

const rolesOf = ({ administrators, members, viewers }: SiteProject['roles']) => ({
  administrators: new Set(administrators),
  members: new Set(members),
  viewers: new Set(viewers),
});

function projectIdIn(data: SiteData, key: string): string {
  const project = data.projects.find((candidate) => candidate.key === key);
  if (project === undefined) throw new Error(`The site has no project ${key}`);
  return project.id;
}
