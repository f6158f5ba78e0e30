import { fieldIds } from '../builtin';
import type { Issue } from '../issue';
import { refuse } from '../refusal';
import type { CustomField } from '../site';
import { anyName, number, person, same, text, time, type Asker, type Column } from './column';
import { fields } from './fields';

/** Fields that every software site has, under their numbers. */
const numbered: Readonly<Record<string, string>> = { [fieldIds.rank]: 'rank', [fieldIds.sprint]: 'sprint', [fieldIds.organisations]: 'organizations' };

const unserved =
  /^(votes?|voter|watcher|lastviewed|savedfilter|request|category|worklog(author|comment|date)|timespent|(remaining|original|time|timeoriginal)estimate|workratio|request-channel-type|request-last-activity-time|development|lastcommentedby)$/i;

/** What Jira has and the stand-in has not is told apart from what nobody has. */
export const noField = (name: string) =>
  unserved.test(name)
    ? refuse(501, `The local stand-in does not search by '${name}'.`)
    : refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);

/** The column of a name, as Jira finds it: a field, a custom field by number or name, an indexed property. Undefined: no such field. */
export function columnNamed(asker: Asker, name: string): Column | undefined {
  const plain = name.toLowerCase();
  return systemColumn(asker, plain) ?? customColumn(asker, plain) ?? propertyColumn(asker, name);
}

const systemColumn = (asker: Asker, name: string): Column | undefined => (Object.hasOwn(fields, name) ? fields[name]?.(asker) : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const namesOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

function customColumn(asker: Asker, name: string): Column | undefined {
  const digits = /^cf\[(\d+)\]$/.exec(name)?.[1];
  const id = digits === undefined ? undefined : `customfield_${digits}`;
  // Jira also writes `"Story point estimate[Number]"`.
  const plain = name.replace(/(?<!^cf)\[[a-z ]+\]$/, '');
  if (id !== undefined && Object.hasOwn(numbered, id)) return systemColumn(asker, numbered[id] ?? '');
  if (id === fieldIds.storyPoints || plain === 'story points' || plain === 'story point estimate') {
    return number(({ values }) => numberOf(values[fieldIds.storyPoints]));
  }
  const made = [...asker.site.customFields.values()].find((field) => field.id === id || same(field.name, plain));
  return made && madeColumn(made);
}

function madeColumn({ id, kind }: CustomField): Column {
  switch (kind) {
    case 'number':
      return number(({ values }) => numberOf(values[id]));
    case 'text':
      return text(({ values }) => wordOf(values[id]));
    case 'list':
      return anyName(({ values }) => namesOf(values[id]));
  }
}

function propertyColumn(asker: Asker, name: string): Column | undefined {
  const [, writtenKey, writtenPath] = /^issue\.property\[(.+)\]\.(.+)$/i.exec(name) ?? [];
  for (const { entityType, propertyKey, values } of asker.site.options.app.entityProperties) {
    if (entityType !== 'issue') continue;
    const indexed = values.find(({ path, searchAlias }) =>
      writtenKey === undefined ? searchAlias !== undefined && same(searchAlias, name) : writtenKey === propertyKey && writtenPath === path,
    );
    if (indexed === undefined) continue;
    return indexedColumn(asker, indexed.type, (issue) => at(issue.properties[propertyKey], indexed.path));
  }
  return undefined;
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), value);

function indexedColumn(asker: Asker, type: 'number' | 'string' | 'text' | 'user' | 'date', valueOf: (issue: Issue) => unknown): Column {
  switch (type) {
    case 'number':
      return number((issue) => numberOf(valueOf(issue)));
    case 'date':
      return time((issue) => momentIn(wordOf(valueOf(issue))));
    case 'text':
      return text((issue) => namesOf(valueOf(issue)).join('\n'));
    case 'user':
      return person(asker, (issue) => namesOf(valueOf(issue))[0]);
    case 'string':
      return { kind: 'choice', of: (issue) => namesOf(valueOf(issue)), meant: (asked) => [asked], place: (issue) => namesOf(valueOf(issue))[0] };
  }
}

function momentIn(written: string): number | undefined {
  const moment = Date.parse(written);
  return Number.isNaN(moment) ? undefined : moment;
}
