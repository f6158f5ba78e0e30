import { fieldsOf, type Field } from './fields';
import { orderedBy, page } from './page';
import { typesOf } from './project-types';
import { isJiraAdmin, mayIn, projectFor } from './rights';
import { ok, routes, type Ask } from './route';
import { typeBean } from './self';
import { signedIn } from './viewer';

export const fieldRoutes = routes('platform', [
  [
    'GET /rest/api/3/field',
    'getFields',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const fields = fieldsOf(ask.site).map((field) => ({
        id: field.id,
        key: keyOf(ask, field),
        name: field.name,
        custom: isCustom(field),
        orderable: field.orderable,
        navigable: field.navigable,
        searchable: field.searchable,
        clauseNames: field.clauseNames,
        ...(field.schema !== undefined && { schema: field.schema }),
      }));
      return ok(fields, fields.length);
    },
  ],
  [
    'GET /rest/api/3/field/search',
    'getFieldsPaginated',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const { query } = ask;
      const [ids, types, words] = [query.list('id'), query.list('type'), (query.text('query') ?? '').toLowerCase()];
      const found = fieldsOf(ask.site).filter(
        (field) =>
          (ids.length === 0 || ids.includes(field.id)) &&
          (types.length === 0 || types.includes(isCustom(field) ? 'custom' : 'system')) &&
          field.name.toLowerCase().includes(words) &&
          // Jira shows them to admins; others get the fields of their projects, which are the same here.
          (isJiraAdmin(ask.viewer) || field.searchable),
      );
      const body = page(ask, orderedBy(found, query.text('orderBy') ?? 'name', { name: ({ name }) => name }), (field) => ({
        id: field.id,
        key: keyOf(ask, field),
        name: field.name,
        schema: field.schema ?? { type: 'any' },
        ...(isCustom(field) && { isLocked: ask.site.customFields.get(field.id)?.moduleKey !== undefined }),
        description: ask.site.customFields.get(field.id)?.description ?? '',
      }));
      return ok(body, body.values.length);
    },
  ],
  [
    'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    'getCreateIssueMetaIssueTypes',
    'read',
    (ask) => {
      const project = projectFor(ask.site, ask.viewer, ask.param('projectIdOrKey'));
      const types = mayIn(ask.site, ask.viewer, 'CREATE_ISSUES', project) ? typesOf(ask.site, project) : [];
      const { values, isLast: _, ...body } = page(ask, types, (type) => typeBean(ask.site, type), { most: 200 });
      return ok({ ...body, issueTypes: values }, values.length);
    },
  ],
]);

const keyOf = ({ site }: Ask, { id }: Field): string => site.customFields.get(id)?.key ?? id;
const isCustom = ({ schema }: Field): boolean => schema?.custom !== undefined;
