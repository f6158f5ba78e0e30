import { z } from 'zod';
import { readDocument } from './adf';
import { fieldIds, priorities, resolutions } from './builtin';
import { findField } from './fields';
import type { ChangeItem, Issue } from './issue';
import { JiraRefusal } from './refusal';
import { mayIn, sees } from './rights';
import type { Ask } from './route';
import { known, type Project } from './site';
import { typesOf, workflowFor } from './project-types';
import { isOnScreen } from './screens';

/** What one field's new value does to an issue; a text is Jira's complaint about it. */
type Written = { readonly changes: Partial<Issue>; readonly item: ChangeItem | undefined } | string;

/** The issue before, or, for a new one, how it starts. */
export type Target = Omit<Issue, 'rank'>;

type Writer = (ask: Ask, target: Target, value: unknown, project: Project) => Written;

const named = z.union([
  z.looseObject({ id: z.union([z.string(), z.number()]).transform(String).optional(), name: z.string().optional(), key: z.string().optional() }),
  z.null(),
]);
const account = z.union([z.looseObject({ accountId: z.string().nullable().optional(), id: z.string().nullable().optional() }), z.null()]);

const item = (field: string, fieldId: string, from: readonly [string | null, string | null], to: readonly [string | null, string | null]): ChangeItem => ({
  field,
  fieldId,
  from: from[0],
  fromString: from[1],
  to: to[0],
  toString: to[1],
});
const plain = (field: string, fieldId: string, from: string | null, to: string | null) =>
  from === to ? undefined : item(field, fieldId, [null, from], [null, to]);

const writers: Readonly<Record<string, Writer>> = {
  summary: (_, target, value) => {
    if (typeof value !== 'string' || value.trim() === '') return 'You must specify a summary of the issue.';
    if (/[\r\n]/.test(value)) return 'The summary is invalid because it contains newline characters.';
    if (value.length > 255) return 'Summary must be less than 255 characters.';
    return { changes: { summary: value }, item: plain('summary', 'summary', target.summary, value) };
  },
  description: (_, target, value) => {
    const description = readDocument('description', value);
    const isSame = JSON.stringify(description) === JSON.stringify(target.description);
    return { changes: { description }, item: isSame ? undefined : item('description', 'description', [null, null], [null, null]) };
  },
  labels: (_, target, value) => {
    const labels = z.array(z.string()).safeParse(value ?? []);
    if (!labels.success) return 'data was not an array';
    for (const label of labels.data) {
      if (/\s/.test(label)) return `The label '${label}' contains spaces which is invalid.`;
      if (label.length > 255) return `The label '${label}' is too long; the longest has 255 characters.`;
    }
    const sorted = [...new Set(labels.data)].sort();
    return { changes: { labels: sorted }, item: plain('labels', 'labels', target.labels.join(' '), sorted.join(' ')) };
  },
  priority: (_, target, value) => {
    const asked = named.safeParse(value);
    const priority = priorities.find(({ id, name }) => asked.success && asked.data !== null && (id === asked.data.id || name === asked.data.name));
    if (priority === undefined) return 'The priority selected is invalid.';
    const before = priorities.find(({ id }) => id === target.priorityId);
    return {
      changes: { priorityId: priority.id },
      item: before === priority ? undefined : item('priority', 'priority', [target.priorityId, before?.name ?? null], [priority.id, priority.name]),
    };
  },
  assignee: (ask, target, value, project) => person(ask, target, value, project, 'assignee'),
  reporter: (ask, target, value, project) => person(ask, target, value, project, 'reporter'),
  components: ({ site }, target, value, project) => {
    const asked = z.array(named).safeParse(value ?? []);
    if (!asked.success) return 'data was not an array';
    const own = project.componentIds.map((id) => known(site.components, id, 'component'));
    const ids: string[] = [];
    for (const one of asked.data) {
      const component = own.find(({ id, name }) => id === one?.id || name === one?.name);
      if (component === undefined) return `Component name '${one?.name ?? one?.id ?? ''}' is not valid`;
      ids.push(component.id);
    }
    const names = (of: readonly string[]) => of.map((id) => site.components.get(id)?.name ?? id).join(', ');
    return { changes: { componentIds: ids }, item: plain('Component', 'components', names(target.componentIds), names(ids)) };
  },
  duedate: (_, target, value) => {
    const asked = z.union([z.iso.date(), z.null()]).safeParse(value);
    if (!asked.success) return 'Error parsing date string: the format is yyyy-MM-dd.';
    return { changes: { dueDate: asked.data ?? undefined }, item: plain('duedate', 'duedate', target.dueDate ?? null, asked.data) };
  },
  parent: (ask, target, value) => {
    const { site, viewer } = ask;
    const asked = named.safeParse(value);
    if (!asked.success) return 'data was not an object';
    const before = target.parentId === undefined ? undefined : site.issues.get(target.parentId);
    const idOrKey = asked.data === null ? undefined : (asked.data.id ?? asked.data.key);
    const parent = idOrKey === undefined ? undefined : site.issues.find(idOrKey);
    if (idOrKey !== undefined && (parent === undefined || !sees(site, viewer, parent))) return 'Could not find issue by id or key.';
    const level = (typeId: string) => known(site.issueTypes, typeId, 'issue type').level;
    if (parent !== undefined && level(parent.typeId) !== level(target.typeId) + 1) return 'Please select a valid parent issue.';
    if (parent === undefined && level(target.typeId) === -1) return 'Issue type is a sub-task but parent issue key or id not specified.';
    const isSame = before?.id === parent?.id;
    const ends = (issue: Issue | undefined): readonly [string | null, string | null] => [issue === undefined ? null : String(issue.id), issue?.key ?? null];
    const [from, to] = [ends(before), ends(parent)];
    return {
      changes: { parentId: parent?.id },
      item: isSame ? undefined : { field: 'IssueParentAssociation', from: from[0], fromString: from[1], to: to[0], toString: to[1] },
    };
  },
  issuetype: ({ site }, target, value, project) => {
    // A type that goes another way through another workflow is a move, which an edit is not.
    const isSameWay = (typeId: string) => workflowFor(site, project, typeId) === workflowFor(site, project, target.typeId);
    const asked = named.safeParse(value);
    const type = typesOf(site, project).find(
      ({ id, name }) => asked.success && asked.data !== null && (id === asked.data.id || (asked.data.id === undefined && name === asked.data.name)),
    );
    if (type === undefined || !isSameWay(type.id)) return 'The issue type selected is invalid.';
    const before = site.issueTypes.get(target.typeId);
    return {
      changes: { typeId: type.id },
      item: type.id === target.typeId ? undefined : item('issuetype', 'issuetype', [target.typeId, before?.name ?? null], [type.id, type.name]),
    };
  },
  security: ({ site, viewer }, target, value, project) => {
    const asked = named.safeParse(value);
    const levels = project.securitySchemeId === undefined ? [] : known(site.securitySchemes, project.securitySchemeId, 'security scheme').levels;
    if (!mayIn(site, viewer, 'SET_ISSUE_SECURITY', project)) return "Field 'security' cannot be set. It is not on the appropriate screen, or unknown.";
    const level = levels.find(({ id, name }) => asked.success && asked.data !== null && (id === asked.data.id || name === asked.data.name));
    if (asked.data !== null && level === undefined) return 'The security level selected is invalid.';
    const before = target.securityLevelId === undefined ? undefined : site.securityLevels.get(target.securityLevelId);
    return {
      changes: { securityLevelId: level?.id },
      item:
        before?.id === level?.id
          ? undefined
          : item('security', 'security', [before?.id ?? null, before?.name ?? null], [level?.id ?? null, level?.name ?? null]),
    };
  },
  resolution: ({ site }, target, value) => {
    const asked = named.safeParse(value);
    const resolution = resolutions.find(({ id, name }) => asked.success && asked.data !== null && (id === asked.data.id || name === asked.data.name));
    if (resolution === undefined) return 'The resolution selected is invalid.';
    return {
      changes: { resolution: resolution.name, resolved: target.resolved ?? site.now() },
      item: plain('resolution', 'resolution', target.resolution ?? null, resolution.name),
    };
  },
  [fieldIds.sprint]: ({ site }, target, value) => {
    const asked = z.union([z.number().int(), z.null()]).safeParse(value);
    if (!asked.success) return 'Number value expected as the Sprint id.';
    if (asked.data !== null && !site.sprints.has(asked.data)) return 'The sprint does not exist.';
    const closed = target.sprintIds.filter((id) => site.sprints.get(id)?.state === 'closed');
    const sprintIds = asked.data === null ? closed : [...closed, asked.data];
    return { changes: { sprintIds }, item: plain('Sprint', fieldIds.sprint, target.sprintIds.join(', '), sprintIds.join(', ')) };
  },
};

function person({ site, viewer }: Ask, target: Target, value: unknown, project: Project, field: 'assignee' | 'reporter'): Written {
  const asked = account.safeParse(value);
  if (!asked.success) return 'data was not an object';
  const accountId = asked.data?.accountId ?? asked.data?.id ?? undefined;
  if (accountId !== undefined && !site.people.has(accountId)) return `User '${accountId}' does not exist.`;
  if (field === 'reporter' && accountId !== target.reporter && !mayIn(site, viewer, 'MODIFY_REPORTER', project))
    return "Field 'reporter' cannot be set. It is not on the appropriate screen, or unknown.";
  const candidate = accountId === undefined ? undefined : known(site.people, accountId, 'user');
  if (field === 'assignee' && candidate !== undefined && !mayIn(site, { kind: 'person', person: candidate }, 'ASSIGNABLE_USER', project))
    return `User '${candidate.displayName}' cannot be assigned issues.`;
  const before = target[field];
  const nameOf = (id: string | undefined) => (id === undefined ? null : (site.people.get(id)?.displayName ?? null));
  return {
    changes: { [field]: accountId },
    item: before === accountId ? undefined : item(field, field, [before ?? null, nameOf(before)], [accountId ?? null, nameOf(accountId)]),
  };
}

export const notOnScreen = (id: string) => `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

/** Fields made by REST and the story points: kept as they come, checked by their kind. */
function writeValue(ask: Ask, target: Target, id: string, value: unknown, project: Project): Written {
  const field = findField(ask.site, id);
  const made = ask.site.customFields.get(id);
  if (field === undefined || (made === undefined && id !== fieldIds.storyPoints)) return notOnScreen(id);
  // Read-only fields of an app change through its own endpoint alone.
  if (made?.isReadOnly === true || !isOnScreen(ask.site, project, id)) return notOnScreen(id);
  const kind = made?.kind ?? 'number';
  if (value !== null && kind === 'number' && typeof value !== 'number') return 'Operation value must be a number';
  if (value !== null && kind === 'text' && typeof value !== 'string') return 'Operation value must be a string';
  if (value !== null && kind === 'list' && !Array.isArray(value)) return 'data was not an array';
  const { [id]: before = null, ...others } = target.values;
  const text = (one: unknown) => (one === null ? null : typeof one === 'string' ? one : JSON.stringify(one));
  return { changes: { values: value === null ? others : { ...others, [id]: value } }, item: plain(field.name, id, text(before), text(value)) };
}

/** All fields of a write, each on what the ones before made; every complaint is named by its field. */
export function writeFields(
  ask: Ask,
  target: Target,
  fields: Readonly<Record<string, unknown>>,
  project: Project,
): { readonly changes: Partial<Issue>; readonly items: readonly ChangeItem[] } {
  const errors: Record<string, string> = {};
  const items: ChangeItem[] = [];
  let changes: Partial<Issue> = {};
  for (const [id, value] of Object.entries(fields)) {
    const now = { ...target, ...changes };
    const writer = writers[id];
    const written = guarded(errors, () => (writer === undefined ? writeValue(ask, now, id, value, project) : writer(ask, now, value, project)));
    if (written === undefined) continue;
    if (typeof written === 'string') errors[id] = written;
    else {
      changes = { ...changes, ...written.changes };
      if (written.item !== undefined) items.push(written.item);
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraRefusal(400, { errorMessages: [], errors });
  return { changes, items };
}

const fieldErrors = z.looseObject({ errors: z.record(z.string(), z.string()) });

// The document check refuses by itself; its complaint joins the others.
function guarded(errors: Record<string, string>, write: () => Written): Written | undefined {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    Object.assign(errors, fieldErrors.parse(error.body).errors);
    return undefined;
  }
}
