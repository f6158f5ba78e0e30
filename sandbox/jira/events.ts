import { changeBean } from './changelog-bean';
import type { Change, Issue, Link } from './issue';
import type { Ask } from './route';
import { projectBean, statusBean, typeBean, userBean } from './self';
import { known, type Site } from './site';
import { accountOf } from './viewer';
import { zoned } from './zone';

/** What apps hear. Shapes as far as Atlassian's pages tell them; more members than these may come for real. */

const emit = ({ site, caller, viewer }: Ask, name: string, payload: object): void => {
  // Known of the app's own calls. Of a person's calls through the app nothing is documented, so it can be set.
  const selfGenerated = caller.kind === 'app' || (caller.kind === 'user' && caller.via === 'app' && site.options.userCallsAreSelfGenerated === true);
  const atlassianId = accountOf(viewer);
  site.options.hooks.event(name, {
    eventType: name,
    selfGenerated,
    ...(atlassianId !== undefined && { atlassianId }),
    timestamp: String(site.now()),
    ...payload,
  });
};

const issueFacts = (site: Site, issue: Issue) => ({
  id: String(issue.id),
  key: issue.key,
  fields: {
    summary: issue.summary,
    issuetype: typeBean(site, known(site.issueTypes, issue.typeId, 'issue type')),
    creator: userBean(site, issue.creator),
    created: zoned(issue.created, site.timeZone),
    project: projectBean(site, known(site.projects, issue.projectId, 'project')),
    reporter: userBean(site, issue.reporter),
    assignee: userBean(site, issue.assignee),
    updated: zoned(issue.updated, site.timeZone),
    status: statusBean(site, known(site.statuses, issue.statusId, 'status')),
  },
});

const people = (issue: Issue) => [...new Set([issue.reporter, issue.assignee])].flatMap((accountId) => (accountId === undefined ? [] : [{ accountId }]));

export const issueCreated = (ask: Ask, issue: Issue): void =>
  emit(ask, 'avi:jira:created:issue', { issue: issueFacts(ask.site, issue), associatedUsers: people(issue) });

export const issueDeleted = (ask: Ask, issue: Issue): void =>
  emit(ask, 'avi:jira:deleted:issue', { issue: issueFacts(ask.site, issue), associatedUsers: people(issue) });

export function issueUpdated(ask: Ask, issue: Issue, change: Change): void {
  const { site } = ask;
  const { items } = changeBean(site, change);
  const moved = change.items.find(({ field }) => field === 'status');
  const statuses = moved && [moved.from, moved.to].flatMap((id) => (id === null ? [] : [statusBean(site, known(site.statuses, id, 'status'))]));
  emit(ask, 'avi:jira:updated:issue', {
    issue: issueFacts(site, issue),
    changelog: { items },
    associatedUsers: people(issue),
    ...(statuses !== undefined && { associatedStatuses: statuses }),
  });
}

export function linkChanged(ask: Ask, what: 'created' | 'deleted', link: Link, from: Issue, to: Issue): void {
  const { id, name, inward, outward } = known(ask.site.linkTypes, link.typeId, 'link type');
  // Flat, by ids alone; the ids are numbers here, unlike everywhere else.
  emit(ask, `avi:jira:${what}:issuelink`, {
    id: link.id,
    sourceIssueId: from.id,
    destinationIssueId: to.id,
    sourceProjectId: Number(from.projectId),
    destinationProjectId: Number(to.projectId),
    issueLinkType: { id: Number(id), name, inward, outward },
  });
}

/** Nothing is documented about the payload of these two; hosts must treat them as a hint. */
export const propertyChanged = (ask: Ask, what: 'set' | 'deleted', issue: Issue, propertyKey: string): void =>
  emit(ask, `avi:jira:${what}:issue-property`, { issue: { id: String(issue.id), key: issue.key }, property: { key: propertyKey } });

export const issueCommented = (ask: Ask, issue: Issue): void => emit(ask, 'avi:jira:commented:issue', { issue: issueFacts(ask.site, issue) });

export const issueAssigned = (ask: Ask, issue: Issue): void =>
  emit(ask, 'avi:jira:assigned:issue', { issue: issueFacts(ask.site, issue), associatedUsers: people(issue) });
