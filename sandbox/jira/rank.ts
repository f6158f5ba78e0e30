import { z } from 'zod';
import { amend } from './amend';
import { fieldIds } from './builtin';
import { refuse } from './refusal';
import { mayOn, sees } from './rights';
import { done, routes, type Ask } from './route';
import type { Issue } from './issue';
import { signedIn } from './viewer';

const mostRanked = 50;
const bodySchema = z.strictObject({
  issues: z.array(z.string()).min(1),
  rankBeforeIssue: z.string().optional(),
  rankAfterIssue: z.string().optional(),
  rankCustomFieldId: z.number().int().optional(),
});

export const rankRoutes = routes('software', [
  [
    'PUT /rest/agile/1.0/issue/rank',
    'rankIssues',
    'write',
    (ask) => {
      signedIn(ask.viewer);
      const { issues: asked, rankBeforeIssue, rankAfterIssue, rankCustomFieldId } = ask.parse(bodySchema);
      if (asked.length > mostRanked) throw refuse(400, `The maximum number of issues that can be ranked at once is ${String(mostRanked)}.`);
      if ((rankBeforeIssue === undefined) === (rankAfterIssue === undefined))
        throw refuse(400, 'Exactly one of rankBeforeIssue and rankAfterIssue must be given.');
      if (rankCustomFieldId !== undefined && `customfield_${String(rankCustomFieldId)}` !== fieldIds.rank)
        throw refuse(400, 'The custom field is no rank field.');
      const anchor = visible(ask, rankBeforeIssue ?? rankAfterIssue ?? '');
      if (anchor === undefined) throw refuse(400, 'The issue to rank beside does not exist or you do not have permission to view it.');
      const found = asked.map((idOrKey) => ({ idOrKey, issue: visible(ask, idOrKey) }));
      const allowed = found.flatMap(({ issue }) => (issue !== undefined && mayOn(ask.site, ask.viewer, 'SCHEDULE_ISSUES', issue) ? [issue] : []));
      if (allowed.length === 0) throw refuse(403, 'You do not have permission to rank these issues.');
      move(ask, [...new Map(allowed.map((issue) => [issue.id, issue])).values()], anchor, rankBeforeIssue === undefined ? 'after' : 'before');
      if (allowed.length === found.length) return done(allowed.length);
      // Some went, some did not: the answer lists them one by one.
      const moved = new Set(allowed);
      const entries = found.map(({ idOrKey, issue }) =>
        issue !== undefined && moved.has(issue)
          ? { issueId: issue.id, issueKey: issue.key, status: 200 }
          : {
              issueId: issue?.id ?? 0,
              issueKey: issue?.key ?? idOrKey,
              status: issue === undefined ? 404 : 403,
              errors: ['You do not have permission to rank this issue.'],
            },
      );
      return { status: 207, body: { entries }, objects: allowed.length };
    },
  ],
]);

function visible({ site, viewer }: Ask, idOrKey: string): Issue | undefined {
  const issue = site.issues.find(idOrKey);
  return issue !== undefined && sees(site, viewer, issue) ? issue : undefined;
}

function move(ask: Ask, issues: readonly Issue[], anchor: Issue, side: 'before' | 'after'): void {
  const { site } = ask;
  const places = new Map(issues.map(({ id }) => [id, site.issues.placeOf(id)]));
  const ranks = site.issues.ranksBeside(
    issues.map(({ id }) => id),
    anchor.id,
    side,
  );
  issues.forEach(({ id }, at) => {
    const rank = ranks[at];
    if (rank === undefined) return;
    const words = site.issues.placeOf(id) <= (places.get(id) ?? 0) ? 'Ranked higher' : 'Ranked lower';
    amend(ask, id, { rank }, { items: [{ field: 'Rank', from: '', fromString: '', to: '', toString: words }] });
  });
}
