import type { z } from 'zod';
import { amend } from './amend';
import { addComment } from './comments';
import { issueAssigned } from './events';
import { writeFields } from './field-writes';
import type { Issue } from './issue';
import { issueBean, selectionOf } from './issue-bean';
import { drawLink, typeOf } from './links';
import { checkProperty } from './property-rules';
import { refuse } from './refusal';
import { isJiraAdmin, issueFor, issueToChange, mayOn } from './rights';
import { done, ok, routes, type Ask } from './route';
import { known } from './site';
import { resolve, updateSchema } from './updates';

export const editRoutes = routes('platform', [
  [
    'PUT /rest/api/3/issue/{issueIdOrKey}',
    'editIssue',
    'write',
    (ask) => {
      const { site, viewer, query } = ask;
      const issue = issueToChange(site, viewer, ask.param('issueIdOrKey'));
      // Jira fails the whole request of somebody who may not silence mails.
      if (!query.flag('notifyUsers', true) && !isJiraAdmin(viewer) && !mayOn(site, viewer, 'ADMINISTER_PROJECTS', issue))
        throw refuse(400, 'To discard the user notification either admin or project admin permissions are required.');
      const body = ask.parse(updateSchema);
      for (const { key, value } of body.properties ?? []) checkProperty(key, value);
      const edited = editIssue(ask, issue, body);
      for (const { key, value } of body.properties ?? [])
        amend(ask, edited.id, { properties: { ...site.issues.get(edited.id)?.properties, [key]: value } }, { items: [] });
      if (!query.flag('returnIssue', false)) return done();
      return ok(issueBean(site, issueFor(site, viewer, String(edited.id)), viewer, selectionOf(site, [], '*all', [], query.list('expand'))));
    },
  ],
]);

/** Fields, links and comments of one write; nothing is written where one of the fields is wrong. */
function editIssue(ask: Ask, issue: Issue, body: z.output<typeof updateSchema>): Issue {
  const { site } = ask;
  const { fields, comments, links } = resolve(site, issue, body);
  const { changes, items } = writeFields(ask, issue, fields, known(site.projects, issue.projectId, 'project'));
  const edited = amend(ask, issue.id, changes, { items });
  for (const comment of comments) addComment(ask, edited, comment);
  drawLinks(ask, issue.id, links);
  if (items.some(({ field }) => field === 'assignee')) issueAssigned(ask, edited);
  return edited;
}

export function drawLinks(ask: Ask, id: number, links: ReturnType<typeof resolve>['links']): void {
  for (const { type, inwardIssue, outwardIssue } of links) {
    const { site, viewer } = ask;
    const current = issueFor(site, viewer, String(id));
    const other = issueFor(site, viewer, outwardIssue?.id ?? outwardIssue?.key ?? inwardIssue?.id ?? inwardIssue?.key ?? '');
    // Here the names read as in an answer: what is outward is at the far end of the outward phrase.
    if (outwardIssue !== undefined) drawLink(ask, typeOf(site, type), current, other);
    else drawLink(ask, typeOf(site, type), other, current);
  }
}
