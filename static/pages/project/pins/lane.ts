import type { PinView } from '../../../../src/contract/pins';
import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Order, PlacedItem } from '../rank/order';

/** An item of the lane above the order; it keeps its place among the evidence, and its number there. */
export interface PinnedRow {
  readonly kind: 'pinned';
  readonly id: string;
  readonly item: ItemView;
  readonly pin: PinView;
  /** undefined: it states no problem, or stands on another level. */
  readonly placed: PlacedItem | undefined;
}

/** The lane as the list shows it; `shown`: what a filter leaves. */
export function laneOf(view: RankingView, order: Order, shown: Pick<Order, 'placed' | 'unstated'> | undefined): readonly PinnedRow[] {
  const items = new Map(view.items.map((item) => [item.id, item]));
  const placed = new Map(order.placed.map((own) => [own.item.id, own]));
  const left = shown && new Set([...shown.placed.map(({ item }) => item.id), ...shown.unstated.map(({ id }) => id)]);
  return view.pins.flatMap((pin): PinnedRow[] => {
    const item = items.get(pin.issueId);
    if (!item || left?.has(item.id) === false) return [];
    return [{ kind: 'pinned', id: item.id, item, pin, placed: placed.get(item.id) }];
  });
}

export const laneTitle = 'Pinned: deadlines, legal and security';

export const laneGroup = (lane: readonly PinnedRow[]) =>
  ({
    kind: 'group',
    id: 'pinned',
    title: laneTitle,
    detail: `${String(lane.length)} item${lane.length === 1 ? '' : 's'} above the order: no points, a stated reason`,
  }) as const;

export const pinWords = { deadline: 'Deadline', legal: 'Legal', security: 'Security' } as const satisfies Record<PinView['kind'], string>;
