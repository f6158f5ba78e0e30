import { z } from 'zod';
import { issueBean, selectionOf, type Selection } from './issue-bean';
import { issuesMatching, prepare, problemsIn, problemsOf, problemsWhenAsked } from './jql/matching';
import { readJql } from './jql/read';
import { placeIn, tokenAt } from './page-token';
import { refuse } from './refusal';
import { ok, routes, type Ask } from './route';

const pages = { usual: 50, withFields: 100, idsOnly: 5_000, reconciled: 50 };

const searchSchema = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().optional(),
  maxResults: z.number().int().optional(),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
  expand: z.string().optional(),
  fieldsByKeys: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).optional(),
});
type Search = z.output<typeof searchSchema>;

const countSchema = z.strictObject({ jql: z.string().optional() });
const parseSchema = z.strictObject({ queries: z.array(z.string().min(1)).min(1) });
const matchSchema = z.strictObject({ issueIds: z.array(z.number().int()), jqls: z.array(z.string()) });

export const searchRoutes = routes('platform', [
  ['POST /rest/api/3/search/jql', 'searchAndReconsileIssuesUsingJqlPost', 'read', (ask) => search(ask, ask.parse(searchSchema))],
  [
    'GET /rest/api/3/search/jql',
    'searchAndReconsileIssuesUsingJql',
    'read',
    (ask) => {
      const { query } = ask;
      const [jql, nextPageToken, expand] = [query.text('jql'), query.text('nextPageToken'), query.text('expand')];
      return search(ask, {
        ...(jql !== undefined && { jql }),
        ...(nextPageToken !== undefined && { nextPageToken }),
        ...(expand !== undefined && { expand }),
        maxResults: query.number('maxResults', pages.usual),
        fields: query.list('fields'),
        properties: query.list('properties'),
        reconcileIssues: query.list('reconcileIssues').map(Number),
      });
    },
  ],
  [
    'POST /rest/api/3/search/approximate-count',
    'countIssues',
    'read',
    async (ask) => {
      const { site, viewer } = ask;
      const { jql = '' } = ask.parse(countSchema);
      await prepare(site, viewer, jql);
      return ok({ count: issuesMatching(site, viewer, jql, { mustBeBounded: true }).length }, 0);
    },
  ],
  [
    'POST /rest/api/3/jql/parse',
    'parseJqlQueries',
    'read',
    (ask) => {
      const validation = ask.query.text('validation') ?? '';
      if (!['strict', 'warn', 'none'].includes(validation)) throw refuse(400, "The 'validation' query parameter must be strict, warn or none.");
      const queries = ask.parse(parseSchema).queries.map((query) => parsed(ask, query, validation));
      return ok({ queries }, queries.length);
    },
  ],
  [
    'POST /rest/api/3/jql/match',
    'matchIssues',
    'read',
    async (ask) => {
      const { issueIds, jqls } = ask.parse(matchSchema);
      const among = new Set(issueIds);
      const matches: { readonly matchedIssues: readonly number[]; readonly errors: readonly string[] }[] = [];
      for (const jql of jqls) {
        const errors = await problemsWhenAsked(ask.site, ask.viewer, jql);
        matches.push({ matchedIssues: errors.length > 0 ? [] : issuesMatching(ask.site, ask.viewer, jql, { among }).map(({ id }) => id), errors });
      }
      return ok({ matches }, issueIds.length);
    },
  ],
]);

async function search(
  ask: Ask,
  { jql = '', nextPageToken, maxResults = pages.usual, fields = [], properties = [], expand = '', reconcileIssues = [] }: Search,
) {
  const { site, viewer } = ask;
  if (maxResults < 0) throw refuse(400, 'The maxResults parameter must not be negative.');
  if (reconcileIssues.length > pages.reconciled || reconcileIssues.some(Number.isNaN))
    throw refuse(400, `A maximum of ${String(pages.reconciled)} issue ids can be reconciled.`);
  const expanded = expand.split(',').map((part) => part.trim());
  const perIssue = expanded.filter((part) => part !== 'names' && part !== 'schema');
  const selection = selectionOf(site, fields, 'id', properties, perIssue);
  const isBare = !selection.hasFields && properties.length === 0 && expand === '';
  const size = Math.min(maxResults, isBare ? pages.idsOnly : pages.withFields);
  await prepare(site, viewer, jql);
  const found = issuesMatching(site, viewer, jql, { mustBeBounded: true, reconciled: new Set(reconcileIssues) });
  const from = nextPageToken === undefined ? 0 : placeIn(nextPageToken, jql, site.now());
  const page = found.slice(from, from + size);
  const isLast = from + page.length >= found.length;
  const issues = page.map((issue) => issueBean(site, issue, viewer, selection));
  const next = isLast ? {} : { nextPageToken: tokenAt(from + page.length, jql, site.now()) };
  return ok({ issues, isLast, ...next, ...aboutFields(selection, expanded) }, issues.length);
}

/** Names and types of the fields stand once beside the issues, not in each. */
const aboutFields = ({ fields }: Selection, expanded: readonly string[]) => ({
  ...(expanded.includes('names') && { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) }),
  ...(expanded.includes('schema') && { schema: Object.fromEntries(fields.flatMap(({ id, schema }) => (schema === undefined ? [] : [[id, schema]]))) }),
});

/** Without the tree of the query: no tree fits the document, whose clauses may have no members at all. `none` only looks at the grammar. */
function parsed({ site, viewer }: Ask, query: string, validation: string) {
  const errors = validation === 'none' ? problemsIn(() => readJql(query)) : problemsOf(site, viewer, query);
  return { query, ...(errors.length > 0 && { errors }) };
}
