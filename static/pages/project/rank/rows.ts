import type { ItemView } from '../../../../src/contract/ranking';
import { together } from '../../../parts/together';
import type { Drawn } from './drawn';
import type { ExtraColumn } from './extra-columns';
import type { Order, PlacedItem } from './order';
import { laneGroup, type PinnedRow } from '../pins/lane';

/** One line of the list. Bands come first, percentages only in Why. */
export type Row =
  | { readonly kind: 'group'; readonly id: string; readonly title: string; readonly detail: string }
  | PinnedRow
  | { readonly kind: 'placed'; readonly id: string; readonly placed: PlacedItem }
  | { readonly kind: 'unstated'; readonly id: string; readonly item: ItemView };

/** The list in build order: what is pinned, tie bands, then what items above mostly solve, then what states no problem, in Jira's own order. */
export function rowsOf(
  shown: Pick<Order, 'placed' | 'unstated'>,
  drawn: Drawn | undefined,
  jiraOrder: ReadonlyMap<string, number> | undefined,
  lane: readonly PinnedRow[] = [],
): readonly Row[] {
  const rows: Row[] = lane.length > 0 ? [laneGroup(lane), ...lane] : [];
  const pinned = new Set(lane.map(({ id }) => id));
  let band: number | undefined;
  const solvedAbove: PlacedItem[] = [];
  for (const placed of shown.placed) {
    if (pinned.has(placed.item.id)) continue;
    if (drawn?.solvedAbove.has(placed.item.id)) {
      solvedAbove.push(placed);
      continue;
    }
    const own = drawn?.bandOf.get(placed.item.id);
    if (own !== undefined && own !== band) {
      band = own;
      rows.push(bandRow(own, drawn?.bands ?? []));
    }
    if (own === undefined && band !== undefined && drawn !== undefined) {
      band = undefined;
      rows.push({ kind: 'group', id: 'rest', title: 'Further down', detail: 'too little evidence to tell places apart' });
    }
    rows.push({ kind: 'placed', id: placed.item.id, placed });
  }
  if (solvedAbove.length > 0) {
    rows.push({ kind: 'group', id: 'solved-above', title: 'Mostly solved by items above', detail: places(solvedAbove.map(({ place }) => place)) });
    for (const placed of solvedAbove) rows.push({ kind: 'placed', id: placed.item.id, placed });
  }
  const unstated = shown.unstated.filter(({ id }) => !pinned.has(id));
  if (unstated.length > 0) {
    rows.push({
      kind: 'group',
      id: 'unstated',
      title: 'No problem stated',
      detail: `${String(unstated.length)} item${unstated.length === 1 ? '' : 's'}${jiraOrder ? ', in Jira’s own order' : ''}: nothing is known for or against them`,
    });
    for (const item of inJiraOrder(unstated, jiraOrder)) rows.push({ kind: 'unstated', id: item.id, item });
  }
  return rows;
}

/** The rows in sight: those of a closed group are not. */
export function openRows(rows: readonly Row[], closed: ReadonlySet<string>): readonly Row[] {
  let isClosed = false;
  return rows.filter((row) => {
    if (row.kind !== 'group') return !isClosed;
    isClosed = closed.has(row.id);
    return true;
  });
}

/** The group that a row stands in. */
export function groupOf(rows: readonly Row[], index: number): number | undefined {
  for (let at = index; at >= 0; at -= 1) if (rows[at]?.kind === 'group') return at;
  return undefined;
}

/** The list by another number: places and bands stay those of the evidence, one line says which order this is. */
export function rowsBy(column: ExtraColumn, { placed, unstated }: Pick<Order, 'placed' | 'unstated'>): readonly Row[] {
  const all: readonly Exclude<Row, { kind: 'group' }>[] = [
    ...placed.map((one) => ({ kind: 'placed', id: one.item.id, placed: one }) as const),
    ...unstated.map((item) => ({ kind: 'unstated', id: item.id, item }) as const),
  ];
  const numbers = new Map(all.map(({ id }) => [id, column.numberOf(id)]));
  const numberOf = (row: Row): number => numbers.get(row.id) ?? -Infinity;
  // Sorting is stable: equals stay in build order.
  const known = all.filter(({ id }) => numbers.get(id) !== undefined).sort((a, b) => numberOf(b) - numberOf(a));
  const unknown = all.filter(({ id }) => numbers.get(id) === undefined);
  const rows: Row[] = [];
  if (known.length > 0) {
    rows.push({ kind: 'group', id: 'order-by', title: `Order by ${column.title}`, detail: 'places and moves stay those of the evidence' }, ...known);
  }
  if (unknown.length > 0) {
    rows.push({
      kind: 'group',
      id: 'order-by-unknown',
      title: `${column.title} not known`,
      detail: `${String(unknown.length)} item${unknown.length === 1 ? '' : 's'}, in build order${column.whyNone === undefined ? '' : `: ${column.whyNone}`}`,
    });
    rows.push(...unknown);
  }
  return rows;
}

function bandRow(position: number, bands: Drawn['bands']): Row {
  const band = bands[position] ?? [];
  const apart = position === bands.length - 1 && position > 0 ? 'clearly behind all above' : 'clearly ahead of the next';
  const words = band.length === 1 ? apart : `these ${numberWord(band.length)} can’t be told apart yet`;
  return {
    kind: 'group',
    id: `band-${String(position)}`,
    title: `Tie band ${String(position + 1)}`,
    detail: `${places(band.map(({ place }) => place))}: ${words}`,
  };
}

const numberWord = (n: number): string => ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? String(n);

/** Places between them that are not meant stand elsewhere in the list: no range claims them. */
function places(of: readonly number[]): string {
  const [first, last] = [Math.min(...of), Math.max(...of)];
  if (first === last) return `place ${String(first)}`;
  if (last - first + 1 === of.length) return `places ${String(first)}–${String(last)}`;
  return of.length <= mostNamed ? `places ${together(of.map(String), mostNamed)}` : `${String(of.length)} of the places ${String(first)}–${String(last)}`;
}

const mostNamed = 5;

function inJiraOrder(items: readonly ItemView[], jiraOrder: ReadonlyMap<string, number> | undefined): readonly ItemView[] {
  if (!jiraOrder) return items;
  const position = (item: ItemView): number => jiraOrder.get(item.id) ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => position(a) - position(b));
}
