import { isOnBoard } from './board-filter';
import { boardFor } from './boards';
import type { Issue } from './issue';
import { issueBean, selectionOf } from './issue-bean';
import { issuesMatching, prepare } from './jql/matching';
import { readJql } from './jql/read';
import { placeIn, tokenAt } from './page-token';
import { refuse } from './refusal';
import { ok, routes, type Ask } from './route';
import { known, type Site } from './site';

const pages = { usual: 50, most: 100, reconciled: 50 };

/** The lists of a board that are asked for page by page; the older ones under /rest/agile are on their way out and not served. */
export const backlogRoutes = routes('software', [
  [
    'GET /rest/software/1.0/board/{boardId}/backlog',
    'getIssuesForBacklogJSIS',
    'read',
    async (ask) => {
      const { site, viewer, query } = ask;
      const found = await backlogOf(ask);
      const [token, asked] = [query.text('nextPageToken'), `${ask.param('boardId')} ${query.text('jql') ?? ''}`];
      const from = token === undefined ? 0 : placeIn(token, asked, site.now());
      const page = found.slice(from, from + Math.min(query.number('maxResults', pages.usual), pages.most));
      const next = from + page.length;
      const selection = selectionOf(site, query.list('fields'), '*navigable', [], query.list('expand'));
      const issues = page.map((issue) => issueBean(site, issue, viewer, selection));
      const isLast = next >= found.length;
      return ok({ expand: 'schema,names', isLast, issues, ...(!isLast && { nextPageToken: tokenAt(next, asked, site.now()) }) }, issues.length);
    },
  ],
  [
    'GET /rest/software/1.0/board/{boardId}/backlog/approximate-count',
    'getApproximateIssueCountForBacklog',
    'read',
    async (ask) => ok({ count: (await backlogOf(ask)).length }, 0),
  ],
]);

/** By rank, unless a query says otherwise: what is not done and in no sprint that runs or is planned. */
async function backlogOf(ask: Ask): Promise<readonly Issue[]> {
  const { site, viewer, query } = ask;
  const board = boardFor(ask);
  const jql = query.text('jql') ?? '';
  const ids = query.list('reconcileIssues').map(Number);
  if (ids.length > pages.reconciled) throw refuse(400, `A maximum of ${String(pages.reconciled)} issue ids can be reconciled.`);
  await prepare(site, viewer, jql);
  const ordered = readJql(jql).orderBy === undefined ? `${jql} ORDER BY Rank ASC` : jql;
  return issuesMatching(site, viewer, ordered, { reconciled: new Set(ids) }).filter((issue) => isOnBoard(site, board, issue) && isInBacklog(site, issue));
}

// Atlassian's words say nothing of epics and sub-tasks; the backlog that people see has neither in its list.
function isInBacklog(site: Site, { statusId, typeId, sprintIds }: Issue): boolean {
  const isOpen = known(site.statuses, statusId, 'status').category !== 'done';
  const isPlanned = sprintIds.some((id) => known(site.sprints, id, 'sprint').state !== 'closed');
  return isOpen && !isPlanned && known(site.issueTypes, typeId, 'issue type').level === 0;
}
