import { z } from 'zod';
import { changeBean } from './changelog-bean';
import { page } from './page';
import { eyesOf, issueFor } from './rights';
import { refuse } from './refusal';
import { ok, routes } from './route';

const idsSchema = z.object({ changelogIds: z.array(z.number()) });
const bulkSchema = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.number().int().positive().optional(),
  nextPageToken: z.string().optional(),
});
const mostChanges = 10_000;

export const changelogRoutes = routes('platform', [
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
    'getChangeLogs',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const found = page(ask, issue.history, (change) => changeBean(ask.site, change), { most: 100, usual: 100 });
      return ok(found, found.values.length);
    },
  ],
  [
    'POST /rest/api/3/issue/{issueIdOrKey}/changelog/list',
    'getChangeLogsByIds',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const ids = new Set(ask.parse(idsSchema).changelogIds);
      const histories = issue.history.filter(({ id }) => ids.has(id)).map((change) => changeBean(ask.site, change));
      return ok({ startAt: 0, maxResults: histories.length, total: histories.length, histories }, histories.length);
    },
  ],
  [
    'POST /rest/api/3/changelog/bulkfetch',
    'getBulkChangelogs',
    'read',
    (ask) => {
      const { site, viewer } = ask;
      const { issueIdsOrKeys, fieldIds, maxResults = 1_000, nextPageToken } = ask.parse(bulkSchema);
      const see = eyesOf(site, viewer);
      const wanted = fieldIds && new Set(fieldIds);
      const issues = [...new Set(issueIdsOrKeys)].flatMap((idOrKey) => site.issues.find(idOrKey) ?? []).filter(see);
      const rows = issues.flatMap((issue) =>
        issue.history
          .filter(({ items }) => wanted === undefined || items.some(({ fieldId }) => fieldId !== undefined && wanted.has(fieldId)))
          .map((change) => ({ issue, change })),
      );
      const start = nextPageToken === undefined ? 0 : Number(Buffer.from(nextPageToken, 'base64url').toString());
      if (!Number.isInteger(start) || start < 0) throw refuse(400, 'The nextPageToken is not valid.');
      const taken = rows.slice(start, start + Math.min(maxResults, mostChanges));
      const byIssue = new Map<number, ReturnType<typeof changeBean>[]>();
      for (const { issue, change } of taken) (byIssue.get(issue.id) ?? byIssue.set(issue.id, []).get(issue.id))?.push(changeBean(site, change));
      const next = start + taken.length;
      return ok(
        {
          issueChangeLogs: [...byIssue].map(([id, changeHistories]) => ({ issueId: String(id), changeHistories })),
          ...(next < rows.length && { nextPageToken: Buffer.from(String(next)).toString('base64url') }),
        },
        taken.length,
      );
    },
  ],
]);
