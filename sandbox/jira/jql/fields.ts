import { wordsOf } from '../adf';
import { filterIdOf, isOnBoard } from '../board-filter';
import { categories, priorities, resolutions } from '../builtin';
import type { Issue } from '../issue';
import { sees, seesProject } from '../rights';
import { known } from '../site';
import { anyName, day, named, number, person, same, text, time, type Asker, type Choice, type Make } from './column';

const issueMeant =
  ({ site, viewer }: Asker) =>
  (asked: string): string[] => {
    const issue = site.issues.find(asked);
    return issue !== undefined && sees(site, viewer, issue) ? [String(issue.id)] : [];
  };
const numberIn = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 0);

const key: Make = (asker) => ({
  kind: 'choice',
  topic: 'issue',
  of: ({ id }) => String(id),
  meant: issueMeant(asker),
  // LED-9 before LED-10, project by project.
  place: (issue) => issue.key.replace(/\d+$/, (digits) => digits.padStart(9, '0')),
  relativeTo: (asked) => {
    const other = asker.site.issues.find(asked);
    return (issue) => (other?.projectId === issue.projectId ? numberIn(issue.key) - numberIn(other.key) : undefined);
  },
});
const parent: Make = (asker) => {
  const of = ({ parentId }: Issue) => (parentId === undefined ? undefined : String(parentId));
  return { kind: 'choice', topic: 'issue', of, meant: issueMeant(asker), place: ({ parentId }) => parentId };
};
const project: Make = ({ site, viewer }) => ({
  kind: 'choice',
  topic: 'project',
  of: ({ projectId }) => projectId,
  // A project that one may not see is none: Jira answers both alike.
  meant: (asked) =>
    [...site.projects.values()]
      .filter((one) => (one.id === asked || same(one.key, asked) || same(one.name, asked)) && seesProject(site, viewer, one))
      .map(({ id }) => id),
  place: ({ projectId }) => known(site.projects, projectId, 'project').name.toLowerCase(),
});
const type: Make = ({ site }) => ({
  kind: 'choice',
  topic: 'type',
  of: ({ typeId }) => typeId,
  meant: named(site.issueTypes.values()),
  place: ({ typeId }) => known(site.issueTypes, typeId, 'issue type').name.toLowerCase(),
});
const status: Make = ({ site }) => {
  const order = new Map([...site.statuses.keys()].map((id, at) => [id, at]));
  return { kind: 'choice', of: ({ statusId }) => statusId, meant: named(site.statuses.values()), place: ({ statusId }) => order.get(statusId) };
};
const statusCategory: Make = ({ site }) => ({
  kind: 'choice',
  of: ({ statusId }) => known(site.statuses, statusId, 'status').category,
  meant: (asked) =>
    Object.values(categories)
      .filter(({ key: own, name, id }) => [own, name, String(id)].some((one) => same(one, asked)))
      .map((one) => one.key),
  place: ({ statusId }) => Object.keys(categories).indexOf(known(site.statuses, statusId, 'status').category),
});
const priority: Choice = {
  kind: 'choice',
  of: ({ priorityId }) => priorityId,
  meant: named(priorities),
  // Highest has the smallest number.
  place: ({ priorityId }) => -Number(priorityId),
  isDescending: true,
  relativeTo: (asked) => {
    const [other] = named(priorities)(asked);
    return ({ priorityId }) => Number(other) - Number(priorityId);
  },
};
const resolution: Choice = {
  kind: 'choice',
  of: (issue) => issue.resolution,
  meant: (asked) => resolutions.filter(({ id, name }) => id === asked || same(name, asked)).map(({ name }) => name),
  place: (issue) => issue.resolution,
};
const component: Make = ({ site }) => ({
  kind: 'choice',
  of: ({ componentIds }) => componentIds,
  meant: named(site.components.values()),
  place: ({ componentIds }) => site.components.get(componentIds[0] ?? '')?.name.toLowerCase(),
});
const sprint: Make = ({ site }) => ({
  kind: 'choice',
  topic: 'sprint',
  of: ({ sprintIds }) => sprintIds.map(String),
  meant: named([...site.sprints.values()].map(({ id, name }) => ({ id: String(id), name }))),
  place: ({ sprintIds }) => sprintIds.at(-1),
});
const level: Make = ({ site }) => ({
  kind: 'choice',
  of: ({ securityLevelId }) => securityLevelId,
  meant: named(site.securityLevels.values()),
  place: ({ securityLevelId }) => site.securityLevels.get(securityLevelId ?? '')?.name.toLowerCase(),
});
// A phrase asks for one end of a link, the name of its type for both.
const linkType: Make = ({ site }) => ({
  kind: 'choice',
  of: ({ id, linkIds }) =>
    linkIds.flatMap((linkId) => {
      const link = site.links.get(linkId);
      return link === undefined ? [] : [`${link.typeId} ${link.from === id ? 'outward' : 'inward'}`];
    }),
  meant: (asked) =>
    [...site.linkTypes.values()].flatMap((one) =>
      (['inward', 'outward'] as const).filter((end) => same(one.name, asked) || same(one[end], asked)).map((end) => `${one.id} ${end}`),
    ),
});
/** Each board has a filter of its own. */
const filter: Make = ({ site }) => ({
  kind: 'choice',
  of: (issue) => [...site.boards.values()].filter((board) => isOnBoard(site, board, issue)).map(filterIdOf),
  meant: (asked) => [...site.boards.values()].map(filterIdOf).filter((id) => id === asked),
  place: () => undefined,
});
// Fields every Jira has and no issue here fills.
const unfilled: Choice = { kind: 'choice', of: () => undefined, meant: () => [], place: () => undefined };

const commentsOf = ({ comments }: Issue): string => comments.map(({ body }) => wordsOf(body)).join('\n');
const summary = text((issue) => issue.summary);
const description = text((issue) => wordsOf(issue.description));
const comment = text(commentsOf, { isSearchedOnly: true });
const everything = text((issue) => [issue.summary, wordsOf(issue.description), commentsOf(issue)].join('\n'), { isSearchedOnly: true });
const created = time((issue) => issue.created);
const updated = time((issue) => issue.updated);
const resolved = time((issue) => issue.resolved);
const due = day(({ dueDate }) => dueDate);

/** Jira's fields by the names JQL has for them, in small letters. */
export const fields: Readonly<Record<string, Make>> = {
  project,
  space: project,
  key,
  issuekey: key,
  issue: key,
  workitem: key,
  id: key,
  issuetype: type,
  type,
  worktype: type,
  hierarchylevel: ({ site }) => number(({ typeId }) => known(site.issueTypes, typeId, 'issue type').level),
  status,
  statuscategory: statusCategory,
  statuscategorychangeddate: () => time(({ statusSince }) => statusSince),
  priority: () => priority,
  resolution: () => resolution,
  component,
  components: component,
  fixversion: () => unfilled,
  affectedversion: () => unfilled,
  attachments: () => unfilled,
  labels: () => anyName((issue) => issue.labels),
  organizations: () => anyName(({ organisations }) => organisations),
  parent,
  'epic link': parent,
  sprint,
  filter,
  level,
  issuelinktype: linkType,
  workitemlinktype: linkType,
  assignee: (asker) => person(asker, ({ assignee }) => assignee),
  reporter: (asker) => person(asker, ({ reporter }) => reporter),
  creator: (asker) => person(asker, ({ creator }) => creator),
  watchers: () => number(() => 0),
  summary: () => summary,
  description: () => description,
  environment: () => text(() => ''),
  comment: () => comment,
  text: () => everything,
  textfields: () => everything,
  created: () => created,
  createddate: () => created,
  updated: () => updated,
  updateddate: () => updated,
  resolved: () => resolved,
  resolutiondate: () => resolved,
  due: () => due,
  duedate: () => due,
  rank: () => ({ kind: 'rank', of: (issue) => issue.rank }),
};
