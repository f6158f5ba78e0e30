import { z } from 'zod';
import { page } from './page';
import { refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { created, done, ok, routes, type Ask } from './route';
import { known, type IssueTypeScheme, type Project } from './site';

const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  issueTypeIds: z.array(z.string()),
  defaultIssueTypeId: z.string().optional(),
});
const assignSchema = z.strictObject({ issueTypeSchemeId: z.string(), projectId: z.string() });
const idsSchema = z.strictObject({ issueTypeIds: z.array(z.string()).min(1) });

/** Issue type schemes; they are of company-managed projects only. */
export const schemeRoutes = routes('platform', [
  [
    'GET /rest/api/3/issuetypescheme',
    'getAllIssueTypeSchemes',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const ids = ask.query.list('id');
      const words = (ask.query.text('queryString') ?? '').toLowerCase();
      const rows = [...ask.site.schemes.values()].filter(({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(words));
      return paged(ask, rows, schemeBean);
    },
  ],
  [
    'POST /rest/api/3/issuetypescheme',
    'createIssueTypeScheme',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { name, description = '', issueTypeIds, defaultIssueTypeId } = ask.parse(createSchema);
      if (name.trim() === '' || name.length > 255) throw refuse(400, 'The name must have 1 to 255 characters.');
      for (const scheme of ask.site.schemes.values())
        if (scheme.name.toLowerCase() === name.toLowerCase()) throw refuse(409, 'The issue type scheme name is used by another scheme.');
      checkTypes(ask, issueTypeIds);
      if (defaultIssueTypeId !== undefined && !issueTypeIds.includes(defaultIssueTypeId))
        throw refuse(400, 'The default issue type must be one of the scheme.');
      const id = String(ask.site.nextId('scheme'));
      ask.site.schemes.set(id, { id, name, description, typeIds: issueTypeIds, defaultTypeId: defaultIssueTypeId, isDefault: false });
      return created({ issueTypeSchemeId: id });
    },
  ],
  [
    'GET /rest/api/3/issuetypescheme/mapping',
    'getIssueTypeSchemesMapping',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const ids = ask.query.list('issueTypeSchemeId');
      const rows = [...ask.site.schemes.values()]
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .flatMap(({ id, typeIds }) => typeIds.map((typeId) => ({ issueTypeSchemeId: id, issueTypeId: typeId })));
      return paged(ask, rows, (row) => row);
    },
  ],
  [
    'GET /rest/api/3/issuetypescheme/project',
    'getIssueTypeSchemeForProjects',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const ids = new Set(ask.query.list('projectId'));
      if (ids.size === 0) throw refuse(400, "The 'projectId' query parameter is required.");
      const projects = [...ask.site.projects.values()].filter(({ id, style }) => ids.has(id) && style === 'company-managed');
      const schemeIds = [...new Set(projects.flatMap(({ schemeId }) => schemeId ?? []))];
      const rows = schemeIds.map((schemeId) => ({
        scheme: known(ask.site.schemes, schemeId, 'issue type scheme'),
        projectIds: projects.filter((project) => project.schemeId === schemeId).map(({ id }) => id),
      }));
      return paged(ask, rows, ({ scheme, projectIds }) => ({ issueTypeScheme: schemeBean(scheme), projectIds }));
    },
  ],
  [
    'PUT /rest/api/3/issuetypescheme/project',
    'assignIssueTypeSchemeToProject',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { issueTypeSchemeId, projectId } = ask.parse(assignSchema);
      const scheme = schemeOf(ask, issueTypeSchemeId);
      const project = ask.site.projects.get(projectId);
      if (project === undefined) throw refuse(404, 'The project does not exist.');
      if (project.style === 'team-managed') throw refuse(400, 'Issue type schemes can only be assigned to classic projects.');
      if (usesOtherTypes(ask, project, scheme)) throw refuse(400, 'The project holds issues of types that are not in the scheme.');
      ask.site.projects.set(projectId, { ...project, schemeId: scheme.id });
      return done();
    },
  ],
  [
    'PUT /rest/api/3/issuetypescheme/{issueTypeSchemeId}/issuetype',
    'addIssueTypesToIssueTypeScheme',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const scheme = schemeOf(ask, ask.param('issueTypeSchemeId'));
      const { issueTypeIds } = ask.parse(idsSchema);
      checkTypes(ask, issueTypeIds);
      // All or none: one that is there already fails the others, too.
      if (issueTypeIds.some((id) => scheme.typeIds.includes(id))) throw refuse(400, 'One of the issue types is already in the scheme.');
      ask.site.schemes.set(scheme.id, { ...scheme, typeIds: [...scheme.typeIds, ...issueTypeIds] });
      return done();
    },
  ],
  [
    'DELETE /rest/api/3/issuetypescheme/{issueTypeSchemeId}/issuetype/{issueTypeId}',
    'removeIssueTypeFromIssueTypeScheme',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const scheme = schemeOf(ask, ask.param('issueTypeSchemeId'));
      const typeId = ask.param('issueTypeId');
      if (!scheme.typeIds.includes(typeId)) throw refuse(404, 'The issue type is not in the scheme.');
      const smaller = { ...scheme, typeIds: scheme.typeIds.filter((id) => id !== typeId) };
      const hasStandard = smaller.typeIds.some((id) => (ask.site.issueTypes.get(id)?.level ?? -1) >= 0);
      if (scheme.isDefault || !hasStandard) throw refuse(400, 'The issue type cannot be removed from this scheme.');
      for (const project of ask.site.projects.values()) {
        if (project.schemeId === scheme.id && usesOtherTypes(ask, project, smaller))
          throw refuse(400, 'The issue type is used by issues of a project with this scheme.');
      }
      ask.site.schemes.set(scheme.id, smaller);
      return done();
    },
  ],
]);

const schemeBean = ({ id, name, description, defaultTypeId, isDefault }: IssueTypeScheme) => ({
  id,
  name,
  description,
  ...(defaultTypeId !== undefined && { defaultIssueTypeId: defaultTypeId }),
  ...(isDefault && { isDefault }),
});

function paged<Row>(ask: Ask, rows: readonly Row[], write: (row: Row) => unknown) {
  const body = page(ask, rows, write);
  return ok(body, body.values.length);
}

function schemeOf({ site }: Ask, id: string): IssueTypeScheme {
  const scheme = site.schemes.get(id);
  if (scheme === undefined) throw refuse(404, 'The issue type scheme does not exist.');
  return scheme;
}

function checkTypes({ site }: Ask, ids: readonly string[]): void {
  if (ids.length === 0) throw refuse(400, 'At least one issue type is needed.');
  if (new Set(ids).size < ids.length) throw refuse(400, 'An issue type is given twice.');
  for (const id of ids)
    if (site.issueTypes.get(id)?.projectId !== undefined || !site.issueTypes.has(id)) throw refuse(404, `The issue type with id ${id} does not exist.`);
}

function usesOtherTypes({ site }: Ask, project: Project, { typeIds }: IssueTypeScheme): boolean {
  const allowed = new Set(typeIds);
  for (const id of site.issues.idsOf(project.id)) {
    const typeId = site.issues.get(id)?.typeId;
    if (typeId !== undefined && !allowed.has(typeId)) return true;
  }
  return false;
}
