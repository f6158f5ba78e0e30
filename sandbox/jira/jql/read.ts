import { JastBuilder, type Clause, type Field, type OrderBy } from '@atlaskit/jql-ast';
import { refuse } from '../refusal';

export interface Read {
  readonly where: Clause | undefined;
  readonly orderBy: OrderBy | undefined;
}

// One search reads its query several times, and each page of it again: by far the longest part of it.
const lastRead = new Map<string, Read>();
const mostKept = 100;

/** Atlassian's own parser; what it refuses is a 400 in its words. Nobody changes what it answers. */
export function readJql(text: string): Read {
  const read = lastRead.get(text) ?? parsed(text);
  if (lastRead.size === mostKept) lastRead.clear();
  lastRead.set(text, read);
  return read;
}

function parsed(text: string): Read {
  const { query, errors } = new JastBuilder().build(text);
  if (errors.length > 0 || query === undefined) throw refuse(400, ...new Set(errors.map(({ message }) => `Error in the JQL Query: ${message}`)));
  return { where: query.where ?? undefined, orderBy: query.orderBy ?? undefined };
}

/** `issue.property[key].path` and `alias` as one name each. */
export function nameOf({ value, properties }: Field): string {
  const property = properties?.[0];
  if (property === undefined) return value;
  return `${value}[${property.key?.value ?? ''}]${(property.path ?? []).map(({ value: step }) => step).join('')}`;
}
