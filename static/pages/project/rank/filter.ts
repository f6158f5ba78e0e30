import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Order, PlacedItem } from './order';

export interface Filter {
  readonly text: string;
  /** Positions in the view's types and statuses; undefined: all. */
  readonly type: number | undefined;
  readonly status: number | undefined;
  readonly stakeholder: string | undefined;
}

export const noFilter: Filter = { text: '', type: undefined, status: undefined, stakeholder: undefined };
export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.type !== undefined || filter.status !== undefined || filter.stakeholder !== undefined;

/** Places stay those of the whole order: a filter hides rows, it never re-ranks. */
export function filterOrder(order: Order, filter: Filter): Pick<Order, 'placed' | 'unstated'> {
  if (!isFiltering(filter)) return order;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (item: ItemView, about: string): boolean =>
    (filter.type === undefined || item.type === filter.type) &&
    (filter.status === undefined || item.status === filter.status) &&
    words.every((word) => `${item.key} ${item.summary} ${item.labels.join(' ')} ${item.components.join(' ')} ${about}`.toLowerCase().includes(word));
  const fitsPlaced = ({ item, problem }: PlacedItem): boolean =>
    (filter.stakeholder === undefined || problem?.stakeholder === filter.stakeholder) && fits(item, problem ? `${problem.key} ${problem.sentence}` : '');
  return { placed: order.placed.filter(fitsPlaced), unstated: filter.stakeholder === undefined ? order.unstated.filter((item) => fits(item, '')) : [] };
}

/** What the filters offer: only what occurs among the items. */
export function choicesOf(view: RankingView): {
  readonly types: readonly (readonly [number, string])[];
  readonly statuses: readonly (readonly [number, string])[];
  readonly stakeholders: readonly string[];
} {
  const open = view.items.filter((item) => item.done === null);
  const used = (of: (item: ItemView) => number, names: readonly { readonly name: string }[]): readonly (readonly [number, string])[] =>
    [...new Set(open.map(of))].map((position) => [position, names[position]?.name ?? ''] as const).sort((a, b) => a[1].localeCompare(b[1]));
  return {
    types: used((item) => item.type, view.types),
    statuses: used((item) => item.status, view.statuses),
    stakeholders: [...new Set(view.problems.flatMap((problem) => problem.stakeholder ?? []))].sort(),
  };
}
