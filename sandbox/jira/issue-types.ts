import { z } from 'zod';
import { amend } from './amend';
import { typesOf, workflowFor } from './project-types';
import { refuse } from './refusal';
import { isJiraAdmin, projectFor, requireJiraAdmin, seesProject } from './rights';
import { created, done, ok, routes, type Ask } from './route';
import { typeBean } from './self';
import type { IssueType } from './site';
import { signedIn } from './viewer';

const longestName = 60;
const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  hierarchyLevel: z.number().int().optional(),
  type: z.enum(['standard', 'subtask']).optional(),
});
const changeSchema = z.strictObject({ name: z.string().optional(), description: z.string().optional(), avatarId: z.number().int().optional() });

export const issueTypeRoutes = routes('platform', [
  [
    'GET /rest/api/3/issuetype',
    'getIssueAllTypes',
    'read',
    (ask) => {
      const types = visibleTypes(ask);
      return ok(
        types.map((type) => typeBean(ask.site, type)),
        types.length,
      );
    },
  ],
  [
    'POST /rest/api/3/issuetype',
    'createIssueType',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { name, description = '', hierarchyLevel, type } = ask.parse(createSchema);
      checkName(ask, name, undefined);
      const level = hierarchyLevel ?? (type === 'subtask' ? -1 : 0);
      // Levels above the base one are made in Jira's own settings only.
      if (level !== 0 && level !== -1) throw refuse(400, 'The hierarchy level must be 0 or -1.');
      const made: IssueType = { id: String(ask.site.nextId('issueType')), name, description, level, icon: iconOf(name, level), projectId: undefined };
      ask.site.issueTypes.set(made.id, made);
      // Jira puts a new type into its default scheme.
      for (const scheme of ask.site.schemes.values())
        if (scheme.isDefault) ask.site.schemes.set(scheme.id, { ...scheme, typeIds: [...scheme.typeIds, made.id] });
      return created(typeBean(ask.site, made));
    },
  ],
  [
    'GET /rest/api/3/issuetype/project',
    'getIssueTypesForProject',
    'read',
    (ask) => {
      const level = ask.query.has('level') ? ask.query.number('level', 0) : undefined;
      const project = projectFor(ask.site, ask.viewer, ask.query.text('projectId') ?? '');
      const types = typesOf(ask.site, project).filter((type) => level === undefined || type.level === level);
      return ok(
        types.map((type) => typeBean(ask.site, type)),
        types.length,
      );
    },
  ],
  ['GET /rest/api/3/issuetype/{id}', 'getIssueType', 'read', (ask) => ok(typeBean(ask.site, typeFor(ask)))],
  [
    'PUT /rest/api/3/issuetype/{id}',
    'updateIssueType',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const type = typeFor(ask);
      const { name = type.name, description = type.description } = ask.parse(changeSchema);
      checkName(ask, name, type.id);
      const changed = { ...type, name, description };
      ask.site.issueTypes.set(type.id, changed);
      return ok(typeBean(ask.site, changed));
    },
  ],
  [
    'DELETE /rest/api/3/issuetype/{id}',
    'deleteIssueType',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      deleteType(ask, typeFor(ask));
      return done();
    },
  ],
  [
    'GET /rest/api/3/issuetype/{id}/alternatives',
    'getAlternativeIssueTypes',
    'read',
    (ask) => {
      const types = alternativesOf(ask, typeFor(ask));
      return ok(
        types.map((type) => typeBean(ask.site, type)),
        types.length,
      );
    },
  ],
]);

function visibleTypes({ site, viewer }: Ask): IssueType[] {
  signedIn(viewer);
  const all = [...site.issueTypes.values()].sort((a, b) => Number(a.id) - Number(b.id));
  if (isJiraAdmin(viewer)) return all;
  const ids = new Set(
    [...site.projects.values()].filter((project) => seesProject(site, viewer, project)).flatMap((project) => typesOf(site, project).map(({ id }) => id)),
  );
  return all.filter(({ id }) => ids.has(id));
}

function typeFor(ask: Ask): IssueType {
  const id = ask.param('id');
  const type = visibleTypes(ask).find((candidate) => candidate.id === id);
  if (type === undefined) throw refuse(404, `The issue type with id '${id}' does not exist`);
  return type;
}

/** Types that could take another's place in every project that has it: known there, and through the same workflow. */
function alternativesOf({ site }: Ask, type: IssueType): IssueType[] {
  const homes = [...site.projects.values()].filter((project) => typesOf(site, project).includes(type));
  const fits = (other: IssueType) =>
    homes.every((project) => typesOf(site, project).includes(other) && workflowFor(site, project, other.id) === workflowFor(site, project, type.id));
  return [...site.issueTypes.values()].filter(
    (other) => other !== type && other.projectId === type.projectId && isSubtask(other) === isSubtask(type) && fits(other),
  );
}

const isSubtask = ({ level }: IssueType): boolean => level === -1;

function deleteType(ask: Ask, type: IssueType): void {
  const { site, query } = ask;
  const asked = query.text('alternativeIssueTypeId');
  const users = [...site.issues.all()].filter(({ typeId }) => typeId === type.id);
  const other = asked === undefined ? undefined : site.issueTypes.get(asked);
  if (asked !== undefined && other === undefined) throw refuse(404, `The issue type with id '${asked}' does not exist`);
  // A 404, where one would look for a 409: so the document has it.
  if (users.length > 0 && other === undefined) throw refuse(404, 'The issue type is in use and an alternative issue type was not specified.');
  if (users.length > 0 && other !== undefined) {
    if (other.id === type.id) throw refuse(409, 'The issue type is in use and also specified as the alternative issue type.');
    if (isSubtask(other) && !isSubtask(type)) throw refuse(409, 'A standard issue type cannot be replaced by a subtask.');
    if (!alternativesOf(ask, type).includes(other)) throw refuse(400, 'Some issues cannot be updated with the alternative issue type.');
    for (const { id } of users) amend(ask, id, { typeId: other.id }, { items: [typeItem(type, other)] });
  }
  site.issueTypes.delete(type.id);
  for (const scheme of site.schemes.values()) site.schemes.set(scheme.id, { ...scheme, typeIds: scheme.typeIds.filter((id) => id !== type.id) });
}

const typeItem = (from: IssueType, to: IssueType) => ({
  field: 'issuetype',
  fieldId: 'issuetype',
  from: from.id,
  fromString: from.name,
  to: to.id,
  toString: to.name,
});

function checkName({ site }: Ask, name: string, ownId: string | undefined): void {
  if (name.trim() === '' || name.length > longestName) throw refuse(400, `The issue type name must have 1 to ${String(longestName)} characters.`);
  for (const type of site.issueTypes.values()) {
    // Team-managed projects may name their own types as they like.
    if (type.projectId === undefined && type.id !== ownId && type.name.toLowerCase() === name.toLowerCase())
      throw refuse(409, 'An issue type with this name already exists.');
  }
}

const known = new Set(['epic', 'story', 'task', 'bug', 'subtask', 'insight', 'problem', 'opportunity', 'request']);

/** The picture that goes with a name; Jira gives a new type its generic one. */
function iconOf(name: string, level: number): string {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return known.has(plain) ? plain : level === -1 ? 'subtask' : 'task';
}
