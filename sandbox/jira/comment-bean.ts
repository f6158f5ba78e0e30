import type { Comment, Issue } from './issue';
import { rest, userBean } from './self';
import type { Site } from './site';
import { zoned } from './zone';

export const commentBean = (site: Site, issue: Issue, comment: Comment) => ({
  self: rest(site, `issue/${String(issue.id)}/comment/${String(comment.id)}`),
  id: String(comment.id),
  author: userBean(site, comment.author),
  body: comment.body,
  updateAuthor: userBean(site, comment.author),
  created: zoned(comment.created, site.timeZone),
  updated: zoned(comment.updated, site.timeZone),
  jsdPublic: true,
});

/** The comments an issue carries as a field: the newest come on pages of their own. */
export const commentPage = (site: Site, issue: Issue) => ({
  comments: issue.comments.map((comment) => commentBean(site, issue, comment)),
  self: rest(site, `issue/${String(issue.id)}/comment`),
  maxResults: issue.comments.length,
  total: issue.comments.length,
  startAt: 0,
});
