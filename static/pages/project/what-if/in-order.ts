import { lenses, lensOrder, readAll } from '../../../../src/domain/lens';
import type { LensBacklog } from '../../../../src/domain/lens/backlog';
import { orderListed, type ListedPlan } from '../../../../src/domain/score/listed-order';
import type { Params } from '../../../../src/domain/score/params';
import type { LensId } from '../lenses/names';

/** An item at its place, with the number it has that place for; NaN: a lens that does not know it. */
export interface Standing {
  readonly id: string;
  readonly score: number;
}

interface ToOrder {
  readonly plan: ListedPlan;
  readonly values: ReadonlyMap<string, { readonly V: number; readonly sd: number }>;
  readonly params: Params;
}

/** First to build first; items that state no problem are left out. */
export function byEvidence({ plan, values, params }: ToOrder): readonly Standing[] {
  const { scored, order } = orderListed(plan, values, params);
  const stating = new Set(scored.filter(({ cover }) => cover.length > 0).map(({ id }) => id));
  return order.filter(({ id }) => stating.has(id));
}

/** The same items in a lens's order; what it does not know stands last, as the evidence has it. */
export function byLens(lensId: LensId, evidence: readonly Standing[], backlog: LensBacklog): readonly Standing[] {
  const lens = lenses.find(({ id }) => id === lensId);
  if (!lens) return evidence;
  const numbers = readAll(lens, backlog);
  const listed = new Set(evidence.map(({ id }) => id));
  const known = lensOrder(numbers).filter((id) => listed.has(id));
  const isKnown = new Set(known);
  const scoreOf = (id: string): number => {
    const number = numbers.get(id);
    return number?.kind === 'known' ? number.score : NaN;
  };
  return [...known, ...evidence.flatMap(({ id }) => (isKnown.has(id) ? [] : [id]))].map((id) => ({ id, score: scoreOf(id) }));
}
