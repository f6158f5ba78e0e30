import { changeBean } from './changelog-bean';
import { fieldsOf, findField, type Field } from './fields';
import type { Issue } from './issue';
import { refuse } from './refusal';
import { rest } from './self';
import type { Site } from './site';
import type { Viewer } from './viewer';

/** What a caller wants to see of issues. */
export interface Selection {
  readonly fields: readonly Field[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  /** False where no field but id and key was asked for: then an issue has no `fields` at all. */
  readonly hasFields: boolean;
}

const noField = new Set(['id', 'key', 'self']);

export function selectionOf(
  site: Site,
  asked: readonly string[],
  standard: '*all' | '*navigable' | 'id',
  properties: readonly string[],
  expand: readonly string[],
): Selection {
  const names = asked.length === 0 ? [standard] : asked;
  const hidden = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const positive = names.filter((name) => !name.startsWith('-'));
  const wanted = positive.length === 0 ? [standard] : positive;
  const chosen = new Map<string, Field>();
  for (const name of wanted) {
    if (name === '*all' || name === '*navigable') for (const field of fieldsOf(site)) if (name === '*all' || field.navigable) chosen.set(field.id, field);
    const field = findField(site, name);
    if (field !== undefined) chosen.set(field.id, field);
  }
  for (const id of hidden) chosen.delete(id);
  if (properties.length > 5) throw refuse(400, 'A maximum of 5 issue properties can be requested.');
  return { fields: [...chosen.values()], properties, expand, hasFields: wanted.some((name) => !noField.has(name)) };
}

export function issueBean(site: Site, issue: Issue, viewer: Viewer, { fields, properties, expand, hasFields }: Selection) {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = field.value(site, issue, viewer);
    if (value !== undefined) values[field.id] = value;
  }
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: String(issue.id),
    self: rest(site, `issue/${String(issue.id)}`),
    key: issue.key,
    ...(hasFields && { fields: values }),
    ...(properties.length > 0 && { properties: propertiesOf(issue, properties) }),
    ...(expand.includes('names') && { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) }),
    ...(expand.includes('schema') && { schema: Object.fromEntries(fields.flatMap(({ id, schema }) => (schema === undefined ? [] : [[id, schema]]))) }),
    ...(expand.includes('changelog') && { changelog: changelogOf(site, issue) }),
  };
}

function propertiesOf(issue: Issue, keys: readonly string[]) {
  if (keys.includes('*all')) return issue.properties;
  return Object.fromEntries(keys.flatMap((key) => (key in issue.properties ? [[key, issue.properties[key]]] : [])));
}

const mostExpanded = 40;

/** Newest first, as Jira gives it inside an issue. */
function changelogOf(site: Site, issue: Issue) {
  const histories = issue.history.slice(-mostExpanded).reverse();
  return { startAt: 0, maxResults: histories.length, total: issue.history.length, histories: histories.map((change) => changeBean(site, change)) };
}
