import { wordsOf } from '../adf';
import { categories, fieldIds, priorities, resolutions } from '../builtin';
import type { Issue } from '../issue';
import { sees } from '../rights';
import { known, type Site } from '../site';
import { accountOf, type Viewer } from '../viewer';

/** What a clause is about. `choice`: ids that a written value stands for; the others compare as they are. */
export type Column =
  | {
      readonly kind: 'choice';
      readonly of: (issue: Issue) => readonly string[];
      /** The ids that a value means; empty: there is no such thing, which Jira refuses. */
      readonly meant: (text: string) => readonly string[];
      readonly order?: (issue: Issue) => string | number;
    }
  | { readonly kind: 'text'; readonly of: (issue: Issue) => string }
  | { readonly kind: 'time' | 'number'; readonly of: (issue: Issue) => number | undefined }
  | { readonly kind: 'rank'; readonly of: (issue: Issue) => string };

type Make = (site: Site, viewer: Viewer) => Column;

interface Named {
  readonly id: string;
  readonly name: string;
}

const byName = (rows: Iterable<Named>, text: string): string[] => {
  const wanted = text.toLowerCase();
  return [...rows].filter(({ id, name }) => id === text || name.toLowerCase() === wanted).map(({ id }) => id);
};
const choice = (
  of: (issue: Issue) => readonly (string | undefined)[],
  meant: (text: string) => readonly string[],
  order?: (issue: Issue) => string | number,
): Column => ({
  kind: 'choice',
  of: (issue) => of(issue).filter((id) => id !== undefined),
  meant,
  ...(order && { order }),
});
const time = (of: (issue: Issue) => number | undefined): Column => ({ kind: 'time', of });
const text = (of: (issue: Issue) => string): Column => ({ kind: 'text', of });

const person =
  (of: (issue: Issue) => string | undefined): Make =>
  (site) =>
    choice(
      (issue) => [of(issue)],
      (asked) =>
        [...site.people.values()]
          .filter(({ accountId, email, displayName }) => [accountId, email, displayName].includes(asked))
          .map(({ accountId }) => accountId),
      (issue) => site.people.get(of(issue) ?? '')?.displayName.toLowerCase() ?? '\uffff',
    );

const key: Make = (site, viewer) =>
  choice(
    ({ id }) => [String(id)],
    (asked) => {
      const issue = site.issues.find(asked);
      return issue !== undefined && sees(site, viewer, issue) ? [String(issue.id)] : [];
    },
    // LED-9 before LED-10, project by project.
    (issue) => issue.key.replace(/\d+$/, (number) => number.padStart(9, '0')),
  );
const parent: Make = (site, viewer) =>
  choice(
    ({ parentId }) => [parentId === undefined ? undefined : String(parentId)],
    (asked) => {
      const found = site.issues.find(asked);
      return found !== undefined && sees(site, viewer, found) ? [String(found.id)] : [];
    },
  );
const project: Make = (site) =>
  choice(
    ({ projectId }) => [projectId],
    (asked) =>
      [...site.projects.values()]
        .filter((one) => one.id === asked || one.key === asked.toUpperCase() || one.name.toLowerCase() === asked.toLowerCase())
        .map(({ id }) => id),
    ({ projectId }) => known(site.projects, projectId, 'project').name,
  );
const type: Make = (site) =>
  choice(
    ({ typeId }) => [typeId],
    (asked) => byName(site.issueTypes.values(), asked),
    ({ typeId }) => known(site.issueTypes, typeId, 'issue type').name,
  );
const status: Make = (site) =>
  choice(
    ({ statusId }) => [statusId],
    (asked) => byName(site.statuses.values(), asked),
    ({ statusId }) => [...site.statuses.keys()].indexOf(statusId),
  );
const statusCategory: Make = (site) =>
  choice(
    ({ statusId }) => [known(site.statuses, statusId, 'status').category],
    (asked) =>
      Object.values(categories)
        .filter((one) => [one.key, one.name.toLowerCase(), String(one.id)].includes(asked.toLowerCase()))
        .map((one) => one.key),
  );
const component: Make = (site) =>
  choice(
    ({ componentIds }) => componentIds,
    (asked) => byName(site.components.values(), asked),
  );
const priority: Make = () =>
  choice(
    ({ priorityId }) => [priorityId],
    (asked) => byName(priorities, asked),
    ({ priorityId }) => -Number(priorityId),
  );
const resolution: Make = () =>
  choice(
    (issue) => [issue.resolution],
    (asked) => resolutions.filter(({ id, name }) => id === asked || name.toLowerCase() === asked.toLowerCase()).map(({ name }) => name),
  );
// A label nobody has used is no error.
const labels: Make = () =>
  choice(
    (issue) => issue.labels,
    (asked) => [asked],
  );
const sprint: Make = (site) =>
  choice(
    ({ sprintIds }) => sprintIds.map(String),
    (asked) =>
      byName(
        [...site.sprints.values()].map(({ id, name }) => ({ id: String(id), name })),
        asked,
      ),
  );
const level: Make = (site) =>
  choice(
    ({ securityLevelId }) => [securityLevelId],
    (asked) => byName(site.securityLevels.values(), asked),
  );
const organisations: Make = () =>
  choice(
    (issue) => issue.organisations,
    (asked) => [asked],
  );
const linkType: Make = (site) =>
  choice(
    ({ linkIds }) => linkIds.map((id) => site.links.get(id)?.typeId),
    (asked) =>
      [...site.linkTypes.values()]
        .filter(({ name, inward, outward }) => [name, inward, outward].some((one) => one.toLowerCase() === asked.toLowerCase()))
        .map(({ id }) => id),
  );
const everything = (issue: Issue): string => [issue.summary, wordsOf(issue.description), ...issue.comments.map(({ body }) => wordsOf(body))].join('\n');

const columns: Readonly<Record<string, Make>> = {
  project,
  space: project,
  key,
  issuekey: key,
  issue: key,
  id: key,
  issuetype: type,
  type,
  worktype: type,
  status,
  statuscategory: statusCategory,
  component,
  priority,
  resolution,
  labels,
  parent,
  'epic link': parent,
  sprint,
  level,
  organizations: organisations,
  issuelinktype: linkType,
  assignee: person(({ assignee }) => assignee),
  reporter: person(({ reporter }) => reporter),
  creator: person(({ creator }) => creator),
  summary: () => text(({ summary }) => summary),
  description: () => text(({ description }) => wordsOf(description)),
  comment: () => text(({ comments }) => comments.map(({ body }) => wordsOf(body)).join('\n')),
  text: () => text(everything),
  textfields: () => text(everything),
  created: () => time((issue) => issue.created),
  createddate: () => time((issue) => issue.created),
  updated: () => time((issue) => issue.updated),
  updateddate: () => time((issue) => issue.updated),
  resolved: () => time((issue) => issue.resolved),
  resolutiondate: () => time((issue) => issue.resolved),
  due: () => time(({ dueDate }) => (dueDate === undefined ? undefined : Date.parse(dueDate))),
  duedate: () => time(({ dueDate }) => (dueDate === undefined ? undefined : Date.parse(dueDate))),
  rank: () => ({ kind: 'rank', of: (issue) => issue.rank }),
};

/** The column of a name, as Jira finds it: a field, a custom field by number or name, an indexed property. Undefined: no such field. */
export function columnNamed(site: Site, viewer: Viewer, name: string): Column | undefined {
  const plain = name.toLowerCase();
  const make = Object.hasOwn(columns, plain) ? columns[plain] : undefined;
  if (make !== undefined) return make(site, viewer);
  return customColumn(site, plain) ?? propertyColumn(site, name);
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function customColumn(site: Site, name: string): Column | undefined {
  const id = /^cf\[(\d+)\]$/.exec(name)?.[1];
  const fieldId = id === undefined ? undefined : `customfield_${id}`;
  if (fieldId === fieldIds.rank) return { kind: 'rank', of: (issue) => issue.rank };
  if (fieldId === fieldIds.storyPoints || ['story points', 'story point estimate'].includes(name))
    return { kind: 'number', of: (issue) => numberOf(issue.values[fieldIds.storyPoints]) };
  const made = [...site.customFields.values()].find((field) => field.id === fieldId || field.name.toLowerCase() === name);
  return made === undefined ? undefined : { kind: 'number', of: (issue) => numberOf(issue.values[made.id]) };
}

function propertyColumn(site: Site, name: string): Column | undefined {
  const written = /^issue\.property\[(.+)\]\.(.+)$/.exec(name);
  for (const { entityType, propertyKey, values } of site.options.app.entityProperties) {
    const value = values.find(({ path, searchAlias }) => (written === null ? searchAlias === name : written[1] === propertyKey && written[2] === path));
    if (entityType !== 'issue' || value === undefined) continue;
    const at = (issue: Issue): unknown =>
      value.path
        .split('.')
        .reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), issue.properties[propertyKey]);
    if (value.type === 'number') return { kind: 'number', of: (issue) => numberOf(at(issue)) };
    return choice(
      (issue) => [typeof at(issue) === 'string' ? String(at(issue)) : undefined],
      (asked) => [asked],
    );
  }
  return undefined;
}

export const meIn = (viewer: Viewer): string => accountOf(viewer) ?? '';
