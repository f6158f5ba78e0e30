import type { RankingView } from '../../../../src/contract/ranking';
import { ago, dayOf } from '../../../parts/days';
import type { Order } from './order';

/** How many items there are, how many of them rest on evidence, and how new that is. */
export function summaryOf(order: Order, view: RankingView, locale: string): string {
  const evidenced = new Set(view.problems.filter(({ newest }) => newest !== null).map(({ id }) => id as string));
  const resting = order.placed.filter(({ standing }) => standing.cover.some(({ problem }) => evidenced.has(problem))).length;
  const items = order.placed.length + order.unstated.length;
  return [
    `${String(items)} item${items === 1 ? '' : 's'}`,
    `${String(resting)} solve${resting === 1 ? 's' : ''} an evidenced problem`,
    view.appliedAt === null ? 'order not applied yet' : `order last applied ${dayOf(view.appliedAt, locale)}`,
    `up to date ${ago(view.updatedAt, view.now, locale)}`,
  ].join(' · ');
}
