import { roleNames } from './builtin';
import { page, orderedBy } from './page';
import { typesOf, workflowFor } from './project-types';
import { refuse } from './refusal';
import { isJiraAdmin, mayIn, projectFor, seesProject } from './rights';
import { ok, routes, type Ask } from './route';
import { projectBean, rest, statusBean, typeBean, userBean, uuidOf } from './self';
import { known, type Project } from './site';
import { signedIn } from './viewer';
import { statusIdsIn } from './workflow';

const actions: Readonly<Record<string, string>> = { view: 'VIEW', browse: 'BROWSE_PROJECTS', edit: 'ADMINISTER_PROJECTS', create: 'CREATE_ISSUES' };

export const projectRoutes = routes('platform', [
  [
    'GET /rest/api/3/project/search',
    'searchProjects',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const { query, site } = ask;
      const [ids, keys, words, action] = [query.list('id'), query.list('keys'), (query.text('query') ?? '').toLowerCase(), query.text('action') ?? 'view'];
      const fits = (project: Project) =>
        (ids.length === 0 || ids.includes(project.id)) &&
        (keys.length === 0 || keys.includes(project.key)) &&
        (project.name.toLowerCase().includes(words) || project.key.toLowerCase().includes(words)) &&
        mayAct(ask, project, action);
      const found = [...site.projects.values()].filter(fits);
      const ordered = orderedBy(found, query.text('orderBy') ?? 'key', { key: ({ key }) => key, name: ({ name }) => name });
      const body = page(ask, ordered, (project) => searchBean(ask, project), { most: 100 });
      return ok({ self: rest(site, 'project/search'), ...body }, body.values.length);
    },
  ],
  [
    'GET /rest/api/3/project/{projectIdOrKey}',
    'getProject',
    'read',
    (ask) => {
      const project = projectFor(ask.site, ask.viewer, ask.param('projectIdOrKey'));
      const components = project.componentIds.map((id) => componentBean(ask, project, id));
      return ok({
        ...searchBean(ask, project),
        lead: userBean(ask.site, project.leadAccountId),
        description: '',
        components,
        issueTypes: typesOf(ask.site, project).map((type) => typeBean(ask.site, type)),
        assigneeType: 'UNASSIGNED',
        versions: [],
        roles: Object.fromEntries(Object.values(roleNames).map(({ id, name }) => [name, rest(ask.site, `project/${project.id}/role/${String(id)}`)])),
        properties: {},
      });
    },
  ],
  [
    'GET /rest/api/3/project/{projectIdOrKey}/statuses',
    'getAllStatuses',
    'read',
    (ask) => {
      const { site } = ask;
      const project = projectFor(site, ask.viewer, ask.param('projectIdOrKey'));
      const types = typesOf(site, project);
      const statusesOf = (typeId: string) => statusIdsIn(workflowFor(site, project, typeId)).map((id) => statusBean(site, known(site.statuses, id, 'status')));
      return ok(
        types.map((type) => ({
          self: rest(site, `issuetype/${type.id}`),
          id: type.id,
          name: type.name,
          subtask: type.level === -1,
          statuses: statusesOf(type.id),
        })),
        types.length,
      );
    },
  ],
  [
    'GET /rest/api/3/project/{projectId}/hierarchy',
    'getHierarchy',
    'read',
    (ask) => {
      const { site } = ask;
      const project = projectFor(site, ask.viewer, ask.param('projectId'));
      const levels = [
        { level: 1, name: 'Epic' },
        { level: 0, name: 'Story' },
        { level: -1, name: 'Subtask' },
      ];
      const hierarchy = levels.map(({ level, name }) => ({
        entityId: uuidOf('level', String(level + 2)),
        level,
        name,
        issueTypes: typesOf(site, project)
          .filter((type) => type.level === level)
          .map(({ id, name: typeName }) => ({ id: Number(id), name: typeName, avatarId: 10_300 })),
      }));
      return ok({ projectId: Number(project.id), hierarchy });
    },
  ],
  [
    'GET /rest/api/3/project/{projectKeyOrId}/securitylevel',
    'getSecurityLevelsForProject',
    'read',
    (ask) => {
      const project = projectFor(ask.site, ask.viewer, ask.param('projectKeyOrId'));
      const scheme = project.securitySchemeId === undefined ? undefined : ask.site.securitySchemes.get(project.securitySchemeId);
      const levels = mayIn(ask.site, ask.viewer, 'SET_ISSUE_SECURITY', project) ? (scheme?.levels ?? []) : [];
      return ok({
        levels: levels.map(({ id, name, schemeId }) => ({
          self: rest(ask.site, `securitylevel/${id}`),
          id,
          name,
          description: '',
          isDefault: false,
          issueSecuritySchemeId: schemeId,
        })),
      });
    },
  ],
  [
    'GET /rest/api/3/project/{projectIdOrKey}/role',
    'getProjectRoles',
    'read',
    (ask) => {
      const project = projectFor(ask.site, ask.viewer, ask.param('projectIdOrKey'));
      return ok(Object.fromEntries(Object.values(roleNames).map(({ id, name }) => [name, rest(ask.site, `project/${project.id}/role/${String(id)}`)])));
    },
  ],
]);

function mayAct({ site, viewer }: Ask, project: Project, action: string): boolean {
  const permission = actions[action];
  if (permission === undefined) throw refuse(400, `The value '${action}' is not valid for the parameter 'action'.`);
  if (permission !== 'VIEW') return mayIn(site, viewer, permission, project);
  return seesProject(site, viewer, project) || isJiraAdmin(viewer);
}

const searchBean = ({ site }: Ask, project: Project) => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...projectBean(site, project),
  style: project.style === 'team-managed' ? 'next-gen' : 'classic',
  isPrivate: false,
  ...(project.style === 'team-managed' && { uuid: uuidOf('project', project.id) }),
});

const componentBean = ({ site }: Ask, project: Project, id: string) => ({
  self: rest(site, `component/${id}`),
  id,
  name: known(site.components, id, 'component').name,
  isAssigneeTypeValid: false,
  project: project.key,
  projectId: Number(project.id),
});
