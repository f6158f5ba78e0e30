import { z } from 'zod';
import { readDocument } from './adf';
import { commentBean } from './comment-bean';
import { issueCommented } from './events';
import type { Comment, Issue } from './issue';
import { refuse, refuseFields } from './refusal';
import { issueFor, mayOn } from './rights';
import { created, ok, routes, type Ask } from './route';
import { signedIn } from './viewer';
import { orderedBy, page } from './page';

const mostComments = 5_000;
const bodySchema = z.looseObject({ body: z.unknown() });

export const commentRoutes = routes('platform', [
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/comment',
    'getComments',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const sorted = orderedBy(issue.comments, ask.query.text('orderBy'), { created: ({ created: at }) => at });
      const { values, isLast: _, ...rest } = page(ask, sorted, (comment) => commentBean(ask.site, issue, comment), { most: 5_000, usual: 5_000 });
      return ok({ ...rest, comments: values }, values.length);
    },
  ],
  [
    'POST /rest/api/3/issue/{issueIdOrKey}/comment',
    'addComment',
    'write',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const comment = addComment(ask, issue, ask.parse(bodySchema).body);
      return created(commentBean(ask.site, issue, comment));
    },
  ],
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}',
    'getComment',
    'read',
    (ask) => {
      const issue = issueFor(ask.site, ask.viewer, ask.param('issueIdOrKey'));
      const comment = issue.comments.find(({ id }) => String(id) === ask.param('id'));
      if (comment === undefined) throw refuse(404, `Can not find a comment for the id: ${ask.param('id')}.`);
      return ok(commentBean(ask.site, issue, comment));
    },
  ],
]);

export function addComment(ask: Ask, issue: Issue, body: unknown): Comment {
  const { site, viewer } = ask;
  const { accountId } = signedIn(viewer);
  if (!mayOn(site, viewer, 'ADD_COMMENTS', issue)) throw refuse(403, 'You do not have the permission to comment on this issue.');
  if (issue.comments.length >= mostComments) throw refuse(413, `The issue has reached the limit of ${String(mostComments)} comments.`);
  const document = readDocument('comment', body);
  if (document === undefined) throw refuseFields({ comment: 'Comment body can not be empty!' });
  const now = site.now();
  const comment = { id: site.nextId('comment'), author: accountId, created: now, updated: now, body: document };
  const current = site.issues.get(issue.id) ?? issue;
  const commented = { ...current, comments: [...current.comments, comment], updated: now };
  site.issues.replace(commented);
  issueCommented(ask, commented);
  return comment;
}
