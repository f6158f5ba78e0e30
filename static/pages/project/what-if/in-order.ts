import { orderListed, type ListedOrder, type ListedPlan } from '../../../../src/domain/score/listed-order';
import type { Params } from '../../../../src/domain/score/params';

/** What an order is made from, whatever it is made by: covers and efforts, and the values of the problems. */
interface ToOrder {
  readonly plan: ListedPlan;
  readonly values: ReadonlyMap<string, { readonly V: number; readonly sd: number }>;
  readonly params: Params;
}

/** The one place where a what-if is put in order: an order by another lens is another function of the same. */
export type InOrder = (asked: ToOrder) => ListedOrder;

export const byEvidence: InOrder = ({ plan, values, params }) => orderListed(plan, values, params);
