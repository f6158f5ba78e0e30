/** What one person puts in for one item before seeing its score. */
export type Estimate =
  | { readonly kind: 'parts'; readonly reach: number; readonly impact: number; readonly effort: number }
  /** A value per effort of one's own making, in any unit. */
  | { readonly kind: 'value'; readonly value: number }
  /** Seen, and not estimated: it counts for nothing. */
  | { readonly kind: 'passed' };

/** Reach × impact ÷ effort, or the value as it was typed; undefined: passed. */
export function estimated(estimate: Estimate): number | undefined {
  switch (estimate.kind) {
    case 'parts':
      return (estimate.reach * estimate.impact) / estimate.effort;
    case 'value':
      return estimate.value;
    case 'passed':
      return undefined;
  }
}

export const isSameEstimate = (a: Estimate, b: Estimate): boolean =>
  a.kind === 'parts' && b.kind === 'parts'
    ? a.reach === b.reach && a.impact === b.impact && a.effort === b.effort
    : a.kind === b.kind && estimated(a) === estimated(b);
