/** A clause that is safe to send: made here and nowhere else. */
export interface Jql {
  readonly text: string;
}

// JQL has no way to write these inside a string that its own parsers agree on.
const unsayable = /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/;

/** Any text as one JQL string: quotes and backslashes cannot leave it. */
export function quote(text: string): string {
  if (unsayable.test(text)) throw new Error('a query holds a control character');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

const fieldName = /^[a-z]+$/i;

export const equals = (field: string, value: string): Jql => ({ text: `${checked(field)} = ${quote(value)}` });

export const isOneOf = (field: string, values: readonly string[]): Jql => ({ text: `${checked(field)} in ${listOf(field, values)}` });

function listOf(field: string, values: readonly string[]): string {
  if (values.length === 0) throw new Error(`a query for ${field} names no value`);
  return `(${values.map(quote).join(', ')})`;
}

/** Numbers stand bare: Jira takes a quoted one for a name or a key. */
export const inFilter = (filterId: string): Jql => ({ text: `filter = ${digits(filterId)}` });
export const hasIdOf = (ids: readonly string[]): Jql => ({ text: `id in (${ids.map(digits).join(', ')})` });

function digits(id: string): string {
  if (!/^\d{1,18}$/.test(id)) throw new Error(`${id} is no id`);
  return id;
}

/** Minutes back from now: a written date would be read in the zone of whoever asks. */
export const changedWithin = (field: 'updated' | 'created', minutes: number): Jql => ({ text: `${field} >= -${String(Math.max(1, Math.ceil(minutes)))}m` });

/** Not "reporter", which anybody who edits the issue may change. */
export const writtenByMe: Jql = { text: 'creator = currentUser()' };

export const every = (clauses: readonly Jql[], order = 'key ASC'): string => `${clauses.map(({ text }) => text).join(' AND ')} ORDER BY ${order}`;

function checked(field: string): string {
  if (!fieldName.test(field)) throw new Error(`${field} is no field name`);
  return field;
}

export const isEmpty = (field: string): Jql => ({ text: `${checked(field)} is EMPTY` });

export const isNoneOf = (field: string, values: readonly string[]): Jql => ({ text: `${checked(field)} not in ${listOf(field, values)}` });

/** Jira leaves out what has no value at all, also where something is not asked for. */
export const emptyOrNoneOf = (field: string, values: readonly string[]): Jql => ({ text: `(${isEmpty(field).text} OR ${isNoneOf(field, values).text})` });

/** What stands at the other end of the links that an issue shows with this phrase. */
export const linkedTo = (key: string, phrase: string): Jql => ({ text: `issue in linkedIssues(${quote(key)}, ${quote(phrase)})` });
