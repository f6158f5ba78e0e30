import { documentOf } from './adf';
import { fieldIds } from './builtin';
import { commentPage } from './comment-bean';
import type { Issue } from './issue';
import { sees } from './rights';
import { linkTypeBean, neighbourBean, priorityBean, projectBean, resolutionBean, rest, statusBean, categoryBean, typeBean, userBean } from './self';
import { known, type CustomField, type Site } from './site';
import type { Viewer } from './viewer';
import { zoned } from './zone';

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly schema:
    { readonly type: string; readonly items?: string; readonly system?: string; readonly custom?: string; readonly customId?: number } | undefined;
  readonly clauseNames: readonly string[];
  readonly navigable: boolean;
  readonly orderable: boolean;
  readonly searchable: boolean;
  value(site: Site, issue: Issue, viewer: Viewer): unknown;
}

type Extra = Partial<Pick<Field, 'navigable' | 'orderable' | 'searchable'>> & { readonly items?: string; readonly clauses?: readonly string[] };

const system = (id: string, name: string, type: string, value: Field['value'], { items, clauses, ...extra }: Extra = {}): Field => ({
  id,
  name,
  schema: { type, ...(items !== undefined && { items }), system: id },
  clauseNames: clauses ?? [id],
  navigable: true,
  orderable: true,
  searchable: true,
  ...extra,
  value,
});

const custom = (id: string, name: string, type: string, key: string, value: Field['value'], items?: string): Field => {
  const customId = Number(id.replace('customfield_', ''));
  return {
    id,
    name,
    schema: { type, ...(items !== undefined && { items }), custom: key, customId },
    clauseNames: [`cf[${String(customId)}]`, name],
    navigable: true,
    orderable: true,
    searchable: true,
    value,
  };
};

const nothing = () => null;
const empty = () => [];
const time = (site: Site, at: number | undefined) => (at === undefined ? null : zoned(at, site.timeZone));

/** Jira's own fields and those every software site has, with what an issue shows in each. */
const fixedFields: readonly Field[] = [
  system('statuscategorychangedate', 'Status Category Changed', 'datetime', (site, issue) => time(site, issue.statusSince), {
    orderable: false,
    clauses: ['statusCategoryChangedDate'],
  }),
  system('issuetype', 'Work type', 'issuetype', (site, issue) => typeBean(site, known(site.issueTypes, issue.typeId, 'issue type')), {
    clauses: ['issuetype', 'type', 'workType'],
  }),
  { ...system('parent', 'Parent', 'issuelink', parentOf, { orderable: false, clauses: ['parent'] }), schema: undefined },
  system('project', 'Space', 'project', (site, issue) => projectBean(site, known(site.projects, issue.projectId, 'project')), {
    orderable: false,
    clauses: ['project', 'space'],
  }),
  system('resolution', 'Resolution', 'resolution', (site, issue) => resolutionBean(site, issue.resolution)),
  system('resolutiondate', 'Resolved', 'datetime', (site, issue) => time(site, issue.resolved), { orderable: false, clauses: ['resolutiondate', 'resolved'] }),
  system('created', 'Created', 'datetime', (site, issue) => time(site, issue.created), { orderable: false, clauses: ['created', 'createdDate'] }),
  system('updated', 'Updated', 'datetime', (site, issue) => time(site, issue.updated), { orderable: false, clauses: ['updated', 'updatedDate'] }),
  system('priority', 'Priority', 'priority', (site, issue) => priorityBean(site, issue.priorityId)),
  system('labels', 'Labels', 'array', (_, issue) => issue.labels, { items: 'string' }),
  system('fixVersions', 'Fix versions', 'array', empty, { items: 'version', clauses: ['fixVersion'] }),
  system('versions', 'Affects versions', 'array', empty, { items: 'version', clauses: ['affectedVersion'] }),
  system('issuelinks', 'Linked Work Items', 'array', linksOf, { items: 'issuelinks', searchable: false, clauses: [] }),
  system('assignee', 'Assignee', 'user', (site, issue) => userBean(site, issue.assignee)),
  system('reporter', 'Reporter', 'user', (site, issue) => userBean(site, issue.reporter)),
  system('creator', 'Creator', 'user', (site, issue) => userBean(site, issue.creator), { orderable: false }),
  system('status', 'Status', 'status', (site, issue) => statusBean(site, known(site.statuses, issue.statusId, 'status')), { orderable: false }),
  {
    ...system('statusCategory', 'Status Category', 'statusCategory', (site, issue) => categoryBean(site, known(site.statuses, issue.statusId, 'status')), {
      orderable: false,
    }),
  },
  system('components', 'Components', 'array', componentsOf, { items: 'component', clauses: ['component'] }),
  system('summary', 'Summary', 'string', (_, issue) => issue.summary),
  system('description', 'Description', 'string', (_, issue) =>
    typeof issue.description === 'string' ? documentOf(issue.description) : (issue.description ?? null),
  ),
  system('security', 'Security Level', 'securitylevel', levelOf, { clauses: ['level'] }),
  system('duedate', 'Due date', 'date', (_, issue) => issue.dueDate ?? null, { clauses: ['due', 'duedate'] }),
  system('environment', 'Environment', 'string', nothing),
  system('subtasks', 'Sub-tasks', 'array', subtasksOf, { items: 'issuelinks', orderable: false, navigable: true, searchable: false, clauses: ['subtasks'] }),
  system('timetracking', 'Time tracking', 'timetracking', () => ({}), { navigable: false, searchable: false, clauses: [] }),
  system('attachment', 'Attachment', 'array', empty, { items: 'attachment', navigable: false, clauses: ['attachments'] }),
  system('comment', 'Comment', 'comments-page', (site, issue) => commentPage(site, issue), { navigable: false, clauses: ['comment'] }),
  system('worklog', 'Log Work', 'array', () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] }), {
    items: 'worklog',
    navigable: false,
    searchable: false,
    clauses: [],
  }),
  system('votes', 'Votes', 'votes', (site, issue) => ({ self: rest(site, `issue/${issue.key}/votes`), votes: 0, hasVoted: false }), {
    orderable: false,
    searchable: false,
    clauses: ['votes'],
  }),
  system('watches', 'Watchers', 'watches', (site, issue) => ({ self: rest(site, `issue/${issue.key}/watchers`), watchCount: 0, isWatching: false }), {
    orderable: false,
    clauses: ['watchers'],
  }),
  custom(fieldIds.rank, 'Rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank', (_, issue) => issue.rank),
  custom(fieldIds.sprint, 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint', sprintsOf, 'json'),
  custom(
    fieldIds.storyPoints,
    'Story point estimate',
    'number',
    'com.pyxis.greenhopper.jira:jsw-story-points',
    (_, issue) => issue.values[fieldIds.storyPoints] ?? null,
  ),
  custom(fieldIds.organisations, 'Organizations', 'array', 'com.atlassian.servicedesk:sd-customer-organizations', organisationsOf, 'sd-customerorganization'),
];

const fixedById = new Map(fixedFields.map((field) => [field.id, field]));

export const fieldsOf = (site: Site): Field[] => [...fixedFields, ...[...site.customFields.values()].map(madeField)];

export function findField(site: Site, id: string): Field | undefined {
  const made = site.customFields.get(id);
  return fixedById.get(id) ?? (made && madeField(made));
}

const madeTypes = { number: { type: 'number' }, text: { type: 'string' }, list: { type: 'array', items: 'string' } } as const;

function madeField(field: CustomField): Field {
  const { type, items } = { items: undefined, ...madeTypes[field.kind] };
  return custom(field.id, field.name, type, field.custom, (_, issue) => issue.values[field.id] ?? null, items);
}

function parentOf(site: Site, issue: Issue, viewer: Viewer) {
  const parent = issue.parentId === undefined ? undefined : site.issues.get(issue.parentId);
  // undefined: Jira leaves the field out where there is no parent.
  return parent === undefined || !sees(site, viewer, parent) ? undefined : neighbourBean(site, parent);
}

function linksOf(site: Site, issue: Issue, viewer: Viewer) {
  return issue.linkIds.flatMap((id) => {
    const link = site.links.get(id);
    const other = link && site.issues.get(link.from === issue.id ? link.to : link.from);
    if (link === undefined || other === undefined || !sees(site, viewer, other)) return [];
    const side = link.from === issue.id ? 'outwardIssue' : 'inwardIssue';
    return [
      {
        id: String(id),
        self: rest(site, `issueLink/${String(id)}`),
        type: linkTypeBean(site, known(site.linkTypes, link.typeId, 'link type')),
        [side]: neighbourBean(site, other),
      },
    ];
  });
}

function subtasksOf(site: Site, issue: Issue, viewer: Viewer) {
  return [...site.issues.childrenOf(issue.id)].flatMap((id) => {
    const child = site.issues.get(id);
    return child !== undefined && site.issueTypes.get(child.typeId)?.level === -1 && sees(site, viewer, child) ? [neighbourBean(site, child)] : [];
  });
}

function componentsOf(site: Site, issue: Issue) {
  return issue.componentIds.flatMap((id) => {
    const component = site.components.get(id);
    return component === undefined ? [] : [{ self: rest(site, `component/${id}`), id, name: component.name }];
  });
}

function levelOf(site: Site, issue: Issue) {
  const level = issue.securityLevelId === undefined ? undefined : site.securityLevels.get(issue.securityLevelId);
  return level === undefined ? null : { self: rest(site, `securitylevel/${level.id}`), id: level.id, description: '', name: level.name };
}

function sprintsOf(site: Site, issue: Issue) {
  if (issue.sprintIds.length === 0) return null;
  return issue.sprintIds.flatMap((id) => {
    const sprint = site.sprints.get(id);
    if (sprint === undefined) return [];
    const { name, state, boardId, start, end } = sprint;
    return [
      {
        id,
        name,
        state,
        boardId,
        goal: '',
        ...(start !== undefined && { startDate: start }),
        ...(end !== undefined && { endDate: end }),
        ...(state === 'closed' && end !== undefined && { completeDate: end }),
      },
    ];
  });
}

function organisationsOf(site: Site, issue: Issue) {
  return issue.organisations.map((name) => {
    const id = String(Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7));
    return { id, name, _links: { self: `${site.url}/rest/servicedeskapi/organization/${id}` }, scimManaged: false };
  });
}
