import { scaleLinear } from 'd3-scale';
import type { Drawn } from './drawn';
import type { Order } from './order';

/** Width of the drawing in the column of value per effort. */
export const drawingWidth = 176;

/** One linear scale from 0 for all rows, never stretched to the list or the filter. */
export function scaleOf(order: Order, drawn: Drawn | undefined) {
  const most = Math.max(
    1,
    ...[...(drawn?.intervals.values() ?? [])].map(({ p90 }) => p90),
    ...order.placed.slice(0, 200).map(({ standing }) => standing.score),
  );
  return scaleLinear([0, most], [6, drawingWidth - 14]).nice(4);
}
export type Scale = ReturnType<typeof scaleOf>;
