/** Ids are compared by code unit, so that every machine and language gives the same order. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The 12 significant digits that two scores are compared on; what differs below them is rounding, not evidence. */
export function roundedForComparison(score: number): number {
  return Number(score.toPrecision(12));
}

/** Relative distance beyond which two scores cannot tie: numbers that round to the same 12 digits are within 1e-11. */
export const neverTied = 2e-11;

/** Negative when `a` is the larger score (it comes first), 0 when the two tie on 12 significant digits. Scores are ≥ 0. */
export function compareScores(a: number, b: number): number {
  if (a === b) return 0;
  const gap = b - a;
  // Printing digits is slow, and in a sort of thousands nearly every pair is plainly apart.
  if (Math.abs(gap) > neverTied * Math.max(a, b)) return gap;
  return roundedForComparison(b) - roundedForComparison(a);
}
