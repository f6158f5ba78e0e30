import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Issue } from './issue';
import { issueBean, selectionOf } from './issue-bean';
import { compile } from './jql/compile';
import { orderOf } from './jql/order';
import { readJql } from './jql/read';
import { JiraRefusal, refuse } from './refusal';
import { eyesOf } from './rights';
import { ok, routes, type Ask } from './route';
import type { Site } from './site';
import type { Viewer } from './viewer';

const pages = { usual: 50, withFields: 100, idsOnly: 5_000, reconciled: 50 };

const searchSchema = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().optional(),
  maxResults: z.number().int().min(0).optional(),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
  expand: z.string().optional(),
  fieldsByKeys: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).optional(),
});
type Search = z.output<typeof searchSchema>;

const countSchema = z.strictObject({ jql: z.string().optional() });
const parseSchema = z.strictObject({ queries: z.array(z.string()).min(1) });
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
    (ask) => ok({ count: bounded(ask.site, ask.viewer, ask.parse(countSchema).jql ?? '').length }, 0),
  ],
  [
    'POST /rest/api/3/jql/parse',
    'parseJqlQueries',
    'read',
    (ask) => {
      if (!['strict', 'warn', 'none'].includes(ask.query.text('validation') ?? ''))
        throw refuse(400, "The 'validation' query parameter must be strict, warn or none.");
      const queries = ask.parse(parseSchema).queries.map((query) => ({ query, ...problemsOf(() => matching(ask.site, ask.viewer, query)) }));
      return ok({ queries }, queries.length);
    },
  ],
  [
    'POST /rest/api/3/jql/match',
    'matchIssues',
    'read',
    (ask) => {
      const { issueIds, jqls } = ask.parse(matchSchema);
      const asked = new Set(issueIds);
      const matches = jqls.map((jql) => {
        let found: readonly Issue[] = [];
        const { errors = [] } = problemsOf(() => (found = bounded(ask.site, ask.viewer, jql)));
        return { matchedIssues: found.map(({ id }) => id).filter((id) => asked.has(id)), errors };
      });
      return ok({ matches }, issueIds.length);
    },
  ],
]);

function search(ask: Ask, { jql = '', nextPageToken, maxResults = pages.usual, fields = [], properties = [], expand = '', reconcileIssues = [] }: Search) {
  const { site, viewer } = ask;
  if (reconcileIssues.length > pages.reconciled) throw refuse(400, `A maximum of ${String(pages.reconciled)} issues can be reconciled.`);
  const selection = selectionOf(
    site,
    fields,
    'id',
    properties,
    expand.split(',').map((part) => part.trim()),
  );
  const isBare = !selection.hasFields && properties.length === 0 && expand === '';
  const size = Math.min(maxResults, isBare ? pages.idsOnly : pages.withFields);
  const found = bounded(site, viewer, jql, new Set(reconcileIssues));
  const from = nextPageToken === undefined ? 0 : placeIn(nextPageToken, jql);
  const page = found.slice(from, from + size);
  const isLast = from + page.length >= found.length;
  const issues = page.map((issue) => issueBean(site, issue, viewer, selection));
  return ok({ issues, isLast, ...(!isLast && { nextPageToken: tokenAt(from + page.length, jql) }) }, issues.length);
}

function bounded(site: Site, viewer: Viewer, jql: string, reconciled?: ReadonlySet<number>): readonly Issue[] {
  if (readJql(jql).where === undefined) throw refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  return matching(site, viewer, jql, reconciled);
}

/** What a person finds with a query, in its order: as the index has it, but for issues that are to be reconciled. */
function matching(site: Site, viewer: Viewer, jql: string, reconciled: ReadonlySet<number> = new Set()): readonly Issue[] {
  const { where, orderBy } = readJql(jql);
  const asker = { site, viewer, zone: viewer.kind === 'nobody' ? site.timeZone : viewer.person.timeZone };
  const test = where === undefined ? () => true : compile(where, asker);
  const order = orderOf(orderBy, asker);
  const see = eyesOf(site, viewer);
  const found: Issue[] = [];
  for (const current of site.issues.all()) {
    const issue = reconciled.has(current.id) ? current : site.issues.index.see(current.id, current);
    if (issue !== undefined && see(current) && test(issue)) found.push(issue);
  }
  return found.sort(order);
}

function problemsOf(work: () => unknown): { readonly errors?: readonly string[] } {
  try {
    work();
    return {};
  } catch (error) {
    const said = error instanceof JiraRefusal ? z.object({ errorMessages: z.array(z.string()) }).safeParse(error.body) : undefined;
    if (said?.success !== true) throw error;
    return { errors: said.data.errorMessages };
  }
}

const marked = (jql: string): string => createHash('sha256').update(jql).digest('base64url').slice(0, 16);
const tokenAt = (place: number, jql: string): string => Buffer.from(`${marked(jql)} ${String(place)}`).toString('base64url');

function placeIn(token: string, jql: string): number {
  const [mark, place] = Buffer.from(token, 'base64url').toString('utf8').split(' ');
  const at = Number(place);
  if (mark !== marked(jql) || !Number.isInteger(at) || at < 0) throw refuse(400, 'The provided next page token is invalid.');
  return at;
}
