import { propertyChanged } from './events';
import { checkProperty } from './property-rules';
import { adminsOnly, refuse } from './refusal';
import { isJiraAdmin, issueFor, issueToChange, mayIn, projectFor } from './rights';
import { created, done, ok, routes, type Ask } from './route';
import { rest } from './self';
import type { Site } from './site';
import { signedIn } from './viewer';

export const propertyRoutes = routes('platform', [
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/properties',
    'getIssuePropertyKeys',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      return keys(ask, Object.keys(issue.properties), `issue/${String(issue.id)}`);
    },
  ],
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
    'getIssueProperty',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const key = ask.param('propertyKey');
      if (!(key in issue.properties)) throw propertyMissing(key);
      return ok({ key, value: issue.properties[key] });
    },
  ],
  [
    'PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
    'setIssueProperty',
    'write',
    (ask) => {
      const issue = issueToChange(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const key = ask.param('propertyKey');
      checkProperty(key, ask.body);
      const isNew = !(key in issue.properties);
      setIssueProperty(ask, issue.id, key, ask.body);
      return written(isNew);
    },
  ],
  [
    'DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
    'deleteIssueProperty',
    'write',
    (ask) => {
      const issue = issueToChange(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const key = ask.param('propertyKey');
      if (!(key in issue.properties)) throw propertyMissing(key);
      deleteIssueProperty(ask, issue.id, key);
      return done();
    },
  ],
  ['GET /rest/api/3/project/{projectIdOrKey}/properties', 'getProjectPropertyKeys', 'read', (ask) => list(ask, projectShelf(ask, 'read'))],
  ['GET /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', 'getProjectProperty', 'read', (ask) => read(ask, projectShelf(ask, 'read'))],
  ['PUT /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', 'setProjectProperty', 'write', (ask) => write(ask, projectShelf(ask, 'write'))],
  ['DELETE /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', 'deleteProjectProperty', 'write', (ask) => remove(ask, projectShelf(ask, 'write'))],
  ['GET /rest/api/3/issuetype/{issueTypeId}/properties', 'getIssueTypePropertyKeys', 'read', (ask) => list(ask, typeShelf(ask, 'read'))],
  ['GET /rest/api/3/issuetype/{issueTypeId}/properties/{propertyKey}', 'getIssueTypeProperty', 'read', (ask) => read(ask, typeShelf(ask, 'read'))],
  ['PUT /rest/api/3/issuetype/{issueTypeId}/properties/{propertyKey}', 'setIssueTypeProperty', 'write', (ask) => write(ask, typeShelf(ask, 'write'))],
  ['DELETE /rest/api/3/issuetype/{issueTypeId}/properties/{propertyKey}', 'deleteIssueTypeProperty', 'write', (ask) => remove(ask, typeShelf(ask, 'write'))],
]);

export const boardPropertyRoutes = routes('software', [
  ['GET /rest/agile/1.0/board/{boardId}/properties/{propertyKey}', 'getBoardProperty', 'read', (ask) => read(ask, boardShelf(ask))],
  ['PUT /rest/agile/1.0/board/{boardId}/properties/{propertyKey}', 'setBoardProperty', 'write', (ask) => write(ask, boardShelf(ask))],
]);

/** No history and no new `updated`: Jira keeps neither for properties. */
export function setIssueProperty(ask: Ask, id: number, key: string, value: unknown): void {
  const issue = ask.site.issues.get(id);
  if (issue === undefined) return;
  ask.site.issues.replace({ ...issue, properties: { ...issue.properties, [key]: value } });
  propertyChanged(ask, 'set', issue, key);
}

export function deleteIssueProperty(ask: Ask, id: number, key: string): void {
  const issue = ask.site.issues.get(id);
  if (issue === undefined || !(key in issue.properties)) return;
  const { [key]: _, ...others } = issue.properties;
  ask.site.issues.replace({ ...issue, properties: others });
  propertyChanged(ask, 'deleted', issue, key);
}

const propertyMissing = (key: string) => refuse(404, `The property with key '${key}' was not found.`);
const written = (isNew: boolean) => ({ status: isNew ? 201 : 200, body: {} });

interface Shelf {
  readonly path: string;
  readonly values: Map<string, unknown>;
}

function shelf(site: Site, path: string): Shelf {
  const values = site.properties.get(path) ?? new Map<string, unknown>();
  site.properties.set(path, values);
  return { path, values };
}

function projectShelf(ask: Ask, use: 'read' | 'write'): Shelf {
  const { site, viewer } = ask;
  const project = projectFor(site, viewer, ask.param('projectIdOrKey'));
  if (use === 'write' && !isJiraAdmin(viewer) && !mayIn(site, viewer, 'ADMINISTER_PROJECTS', project))
    throw refuse(403, 'You do not have permission to edit the properties of this project.');
  return shelf(site, `project/${project.id}`);
}

function typeShelf(ask: Ask, use: 'read' | 'write'): Shelf {
  const { site, viewer } = ask;
  signedIn(viewer);
  const id = ask.param('issueTypeId');
  if (!site.issueTypes.has(id)) throw refuse(404, `The issue type with id '${id}' was not found.`);
  if (use === 'write' && !isJiraAdmin(viewer)) throw adminsOnly();
  return shelf(site, `issuetype/${id}`);
}

function boardShelf(ask: Ask): Shelf {
  const { site } = ask;
  if (!site.boards.has(Number(ask.param('boardId')))) throw refuse(404, 'Board does not exist or you do not have permission to view it.');
  return shelf(site, `board/${ask.param('boardId')}`);
}

const keys = ({ site }: Ask, names: readonly string[], path: string) =>
  ok({ keys: names.map((key) => ({ self: rest(site, `${path}/properties/${encodeURIComponent(key)}`), key })) }, names.length);
const list = (ask: Ask, { path, values }: Shelf) => keys(ask, [...values.keys()], path);

function read(ask: Ask, { values }: Shelf) {
  const key = ask.param('propertyKey');
  if (!values.has(key)) throw propertyMissing(key);
  return ok({ key, value: values.get(key) });
}

function write(ask: Ask, { values }: Shelf) {
  const key = ask.param('propertyKey');
  checkProperty(key, ask.body);
  const isNew = !values.has(key);
  values.set(key, ask.body);
  return isNew ? created({}) : ok({});
}

function remove(ask: Ask, { values }: Shelf) {
  if (!values.delete(ask.param('propertyKey'))) throw propertyMissing(ask.param('propertyKey'));
  return done();
}
