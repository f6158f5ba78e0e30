import { z } from 'zod';
import { issueDeleted } from './events';
import type { Issue } from './issue';
import { issueBean, selectionOf } from './issue-bean';
import { refuse } from './refusal';
import { eyesOf, issueFor, mayOn } from './rights';
import { done, ok, routes, type Ask } from './route';

const mostFetched = 100;
// Since October 2026: up to 1,000 where few named fields are asked for, and no long expansion.
const mostFetchedNarrow = 1_000;
const longFields = new Set(['comment', 'worklog', 'attachment']);
const longExpansions = new Set(['changelog', 'editmeta', 'operations', 'renderedFields', 'transitions', 'versionedRepresentations']);

const fetchSchema = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
});

export const issueRoutes = routes('platform', [
  [
    'GET /rest/api/3/issue/{issueIdOrKey}',
    'getIssue',
    'read',
    (ask) => {
      const { site, viewer, query } = ask;
      const issue = issueFor(site, viewer, ask.param('issueIdOrKey'));
      return ok(issueBean(site, issue, viewer, selectionOf(site, query.list('fields'), '*all', query.list('properties'), query.list('expand'))));
    },
  ],
  ['POST /rest/api/3/issue/bulkfetch', 'bulkFetchIssues', 'read', bulkFetch],
  [
    'DELETE /rest/api/3/issue/{issueIdOrKey}',
    'deleteIssue',
    'write',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      if (!mayOn(ask.site, ask.viewer, 'DELETE_ISSUES', issue)) throw refuse(403, 'You do not have permission to delete issues in this project.');
      const subtasks = [...ask.site.issues.childrenOf(issue.id)]
        .flatMap((id) => ask.site.issues.get(id) ?? [])
        .filter(({ typeId }) => ask.site.issueTypes.get(typeId)?.level === -1);
      if (subtasks.length > 0 && !ask.query.flag('deleteSubtasks', false))
        throw refuse(400, `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`);
      for (const subtask of subtasks) remove(ask, subtask);
      remove(ask, issue);
      // Of the links and children that go or change with it, apps hear nothing.
      issueDeleted(ask, issue);
      return done(1 + subtasks.length);
    },
  ],
  [
    'GET /rest/api/3/issue/limit/report',
    'getIssueLimitReport',
    'read',
    () =>
      ok({
        issuesApproachingLimit: {},
        issuesBreachingLimit: {},
        limits: { attachment: 2_000, comment: 5_000, issuelinks: 2_000, remoteIssueLinks: 2_000, worklog: 10_000 },
      }),
  ],
]);

function bulkFetch(ask: Ask) {
  const { site, viewer } = ask;
  const { issueIdsOrKeys, fields = [], properties = [], expand = [] } = ask.parse(fetchSchema);
  const isNarrow =
    fields.length >= 1 &&
    fields.length <= 100 &&
    fields.every((field) => !/^[*-]/.test(field) && !longFields.has(field)) &&
    !expand.some((name) => longExpansions.has(name));
  const most = isNarrow ? mostFetchedNarrow : mostFetched;
  if (issueIdsOrKeys.length === 0) throw refuse(400, 'At least one issue id or key must be provided.');
  if (issueIdsOrKeys.length > most) throw refuse(400, `The number of issues requested exceeds the limit of ${String(most)}.`);
  const selection = selectionOf(site, fields, '*navigable', properties, expand);
  const see = eyesOf(site, viewer);
  const found = new Map<number, Issue>();
  for (const idOrKey of issueIdsOrKeys) {
    const issue = site.issues.find(idOrKey);
    if (issue !== undefined && see(issue)) found.set(issue.id, issue);
  }
  // By id, not as asked; what is hidden or missing is left out without a word.
  const issues = [...found.values()].sort((a, b) => a.id - b.id).map((issue) => issueBean(site, issue, viewer, selection));
  return ok({ issues, issueErrors: [] }, issues.length);
}

function remove({ site }: Ask, issue: Issue): void {
  for (const id of issue.linkIds) {
    const link = site.links.get(id);
    const other = link && site.issues.get(link.from === issue.id ? link.to : link.from);
    if (other !== undefined && other.id !== issue.id) site.issues.replace({ ...other, linkIds: other.linkIds.filter((linkId) => linkId !== id) });
    site.links.delete(id);
  }
  for (const id of site.issues.childrenOf(issue.id)) {
    const child = site.issues.get(id);
    if (child !== undefined) site.issues.replace({ ...child, parentId: undefined });
  }
  site.remoteLinks.delete(issue.id);
  site.issues.remove(issue);
}
