import { compareIds } from './comparing';

/** One record as it counts on one problem; `weight` is its own weight times its link's, in customer-equivalents. */
export interface Mention {
  readonly evidence: string;
  readonly key: string;
  readonly weight: number;
  readonly stance: 'for' | 'against';
}

/** What one customer (or aggregate, or a source's anonymous voices) says on one problem, all its records together. */
export interface CustomerMass {
  readonly key: string;
  readonly mass: number;
  readonly isAggregate: boolean;
  /** Sorted by evidence id. */
  readonly mentions: readonly Mention[];
}

/** Masses per customer, sorted by key; scoring.md section 3. */
export function massPerCustomer(mentions: readonly Mention[], rho: number): readonly CustomerMass[] {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const own = byKey.get(mention.key);
    if (own === undefined) byKey.set(mention.key, [mention]);
    else own.push(mention);
  }
  const keys = [...byKey.keys()].sort(compareIds);
  return keys.map((key) => {
    const own = byKey.get(key) ?? [];
    if (own.length > 1) own.sort((a, b) => compareIds(a.evidence, b.evidence));
    return {
      key,
      mass: fadingSum(
        Float64Array.from(own, ({ weight }) => weight),
        rho,
      ),
      isAggregate: key.startsWith('#'),
      mentions: own,
    };
  });
}

/**
 * m = Σ ρ^(k−1) · w_(k) over the weights in descending order.
 * Ten messages from one customer are one voice, fading: without this the loudest account decides.
 */
export function fadingSum(weights: Float64Array, rho: number): number {
  if (weights.length === 1) return weights[0] ?? 0;
  const ascending = weights.slice().sort();
  let mass = 0;
  let share = 1;
  for (let at = ascending.length - 1; at >= 0; at -= 1) {
    mass += share * (ascending[at] ?? 0);
    share *= rho;
  }
  return mass;
}
