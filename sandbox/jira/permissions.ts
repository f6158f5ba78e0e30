import { z } from 'zod';
import { permissionTable } from './permission-table';
import { refuse } from './refusal';
import { isJiraAdmin, issueFor, mayGlobally, mayIn, mayOn, projectFor } from './rights';
import { ok, routes, type Ask } from './route';
import { accountOf, signedIn, type Viewer } from './viewer';

const most = { issues: 1_000, projects: 1_000 };

const checkSchema = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(z.strictObject({ permissions: z.array(z.string()), issues: z.array(z.number().int()).optional(), projects: z.array(z.number().int()).optional() }))
    .optional(),
});
const permittedSchema = z.object({ permissions: z.array(z.string()) });

export const permissionRoutes = routes('platform', [
  [
    'GET /rest/api/3/mypermissions',
    'getMyPermissions',
    'identity',
    (ask) => {
      const asked = ask.query.list('permissions');
      if (asked.length === 0) throw refuse(400, "The 'permissions' query parameter is required.");
      const unknown = asked.find((key) => !permissionTable.has(key));
      if (unknown !== undefined) throw refuse(400, `Unrecognized permission: ${unknown}`);
      const holds = holderIn(ask);
      const rows = asked.map((key) => {
        const row = permissionTable.get(key);
        return [key, { id: row?.id ?? '', key, name: row?.name ?? key, type: row?.type ?? 'PROJECT', description: '', havePermission: holds(key) }] as const;
      });
      return ok({ permissions: Object.fromEntries(rows) }, rows.length);
    },
  ],
  [
    'POST /rest/api/3/permissions/check',
    'getBulkPermissions',
    'identity',
    (ask) => {
      const { accountId, globalPermissions = [], projectPermissions = [] } = ask.parse(checkSchema);
      const viewer = subjectOf(ask, accountId);
      const unknown = [...globalPermissions, ...projectPermissions.flatMap(({ permissions }) => permissions)].find((key) => !permissionTable.has(key));
      if (unknown !== undefined) throw refuse(400, `Unrecognized permission: ${unknown}`);
      const count = (name: 'issues' | 'projects') => projectPermissions.reduce((sum, row) => sum + (row[name]?.length ?? 0), 0);
      for (const name of ['issues', 'projects'] as const)
        if (count(name) > most[name]) throw refuse(400, `The maximum number of ${name} is ${String(most[name])}.`);
      const grants = projectPermissions.flatMap(({ permissions, issues = [], projects = [] }) =>
        permissions.map((permission) => ({
          permission,
          // An id that is of nothing, or of something else, is passed over.
          issues: issues.filter((id) => {
            const issue = ask.site.issues.get(id);
            return issue !== undefined && mayOn(ask.site, viewer, permission, issue);
          }),
          projects: projects.filter((id) => {
            const project = ask.site.projects.get(String(id));
            return project !== undefined && mayIn(ask.site, viewer, permission, project);
          }),
        })),
      );
      return ok({ globalPermissions: globalPermissions.filter((key) => mayGlobally(viewer, key)), projectPermissions: grants }, 1);
    },
  ],
  [
    'POST /rest/api/3/permissions/project',
    'getPermittedProjects',
    'identity',
    (ask) => {
      const { permissions } = ask.parse(permittedSchema);
      const open = [...ask.site.projects.values()].filter((project) => permissions.every((key) => mayIn(ask.site, ask.viewer, key, project)));
      return ok({ projects: open.map(({ id, key }) => ({ id: Number(id), key })) }, open.length);
    },
  ],
]);

function holderIn({ site, viewer, query }: Ask): (key: string) => boolean {
  const issue = query.text('issueKey') ?? query.text('issueId');
  if (issue !== undefined) {
    const found = issueFor(site, viewer, issue);
    return (key) => mayGlobally(viewer, key) || mayOn(site, viewer, key, found);
  }
  const project = query.text('projectKey') ?? query.text('projectId');
  if (project !== undefined) {
    const found = projectFor(site, viewer, project);
    return (key) => mayGlobally(viewer, key) || mayIn(site, viewer, key, found);
  }
  // Without a place: whether it is held anywhere.
  return (key) => mayGlobally(viewer, key) || [...site.projects.values()].some((candidate) => mayIn(site, viewer, key, candidate));
}

function subjectOf({ site, viewer }: Ask, accountId: string | undefined): Viewer {
  if (accountId === undefined || accountId === accountOf(viewer)) return viewer;
  signedIn(viewer);
  if (!isJiraAdmin(viewer)) throw refuse(403, 'Only an administrator can ask for the permissions of somebody else.');
  const person = site.people.get(accountId);
  if (person === undefined) throw refuse(400, `The user with account ID ${accountId} does not exist.`);
  return { kind: 'person', person };
}
