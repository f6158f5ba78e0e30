import type { OrderBy } from '@atlaskit/jql-ast';
import type { Issue } from '../issue';
import { refuse } from '../refusal';
import type { Asker, Column } from './column';
import { columnNamed } from './columns';
import { nameOf } from './read';

const mostOrdered = 7;

type Value = string | number | undefined;

interface Step {
  readonly of: (issue: Issue) => Value;
  readonly isDescending: boolean;
}

/** Newest first where a query says nothing. */
const standard: readonly Step[] = [
  { of: ({ created }) => created, isDescending: true },
  { of: ({ id }) => id, isDescending: true },
];

/** How a query wants its issues. What each is sorted by is read once, not at every comparison. */
export function sorterOf(orderBy: OrderBy | undefined, asker: Asker): (issues: readonly Issue[]) => readonly Issue[] {
  const fields = orderBy?.fields ?? [];
  if (fields.length > mostOrdered) throw refuse(400, `The maximum number of fields in ORDER BY is ${String(mostOrdered)}.`);
  const steps = [
    ...fields.map(({ field, direction }): Step => {
      const name = nameOf(field);
      const column = columnNamed(asker, name);
      const of = column && orderable(column);
      if (column === undefined || of === undefined) throw refuse(400, `Not able to sort using field '${name}'.`);
      return { of, isDescending: direction === undefined ? isUsuallyDescending(column) : direction.value === 'DESC' };
    }),
    ...standard,
  ];
  return (issues) =>
    issues
      .map((issue) => ({ issue, values: steps.map(({ of }) => of(issue)) }))
      .sort((a, b) => {
        for (let at = 0; at < steps.length; at += 1) {
          const difference = compare(a.values[at], b.values[at]);
          if (difference !== 0) return steps[at]?.isDescending === true ? -difference : difference;
        }
        return 0;
      })
      .map(({ issue }) => issue);
}

const isUsuallyDescending = (column: Column): boolean =>
  column.kind === 'choice' ? column.isDescending === true : column.kind === 'time' || column.kind === 'day';

function orderable(column: Column): Step['of'] | undefined {
  if (column.kind === 'choice') return column.place;
  if (column.kind !== 'text') return column.of;
  return column.isSearchedOnly ? undefined : (issue) => column.of(issue).toLowerCase() || undefined;
}

// To Jira nothing is more than anything: last when going up, first when going down.
function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -1 : 1;
}
