import type { OrderBy } from '@atlaskit/jql-ast';
import type { Issue } from '../issue';
import { refuse } from '../refusal';
import { columnNamed, type Column } from './columns';
import type { Asker } from './compile';
import { nameOf } from './read';

const mostOrdered = 7;

type Compare = (a: Issue, b: Issue) => number;

/** Newest first where a query says nothing. */
const standard: Compare = (a, b) => b.created - a.created || b.id - a.id;

export function orderOf(orderBy: OrderBy | undefined, asker: Asker): Compare {
  const fields = orderBy?.fields ?? [];
  if (fields.length === 0) return standard;
  if (fields.length > mostOrdered) throw refuse(400, `The maximum number of fields in ORDER BY is ${String(mostOrdered)}.`);
  const steps = fields.map(({ field, direction }) => {
    const name = nameOf(field);
    const column = columnNamed(asker.site, asker.viewer, name);
    const valueOf = column && orderable(column);
    if (valueOf === undefined) throw refuse(400, `Not able to sort using field '${name}'.`);
    const isDown = direction === undefined ? column?.kind === 'time' : direction.value === 'DESC';
    const compare = by(remembering(valueOf));
    return isDown ? (a: Issue, b: Issue) => -compare(a, b) : compare;
  });
  return (a, b) => {
    for (const step of steps) {
      const difference = step(a, b);
      if (difference !== 0) return difference;
    }
    return standard(a, b);
  };
}

function orderable(column: Column): ((issue: Issue) => string | number | undefined) | undefined {
  if (column.kind !== 'choice') return column.of;
  return column.order;
}

// A sort asks for each issue's value many times, and a tracker has thousands of issues.
function remembering<Value>(valueOf: (issue: Issue) => Value): (issue: Issue) => Value {
  const values = new Map<Issue, { readonly value: Value }>();
  return (issue) => {
    const known = values.get(issue) ?? { value: valueOf(issue) };
    values.set(issue, known);
    return known.value;
  };
}

// What has no value comes last, whichever way; Jira does so for numbers and dates.
const by =
  (valueOf: (issue: Issue) => string | number | undefined): Compare =>
  (a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === other) return 0;
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return one < other ? -1 : 1;
  };
