import type { Placed } from './build-order';
import type { ScoredItem } from './items';

/** The build order as a page lists it. */
export interface TieBands {
  /** Items that the evidence cannot tell apart, band by band, in build order. */
  readonly bands: readonly (readonly string[])[];
  /** Items of which others above them already solve more than half. */
  readonly mostlySolved: readonly string[];
}

// From four draws in five on, the first of a band counts as plainly better.
const plainlyBetter = 0.8;

/** Groups the build order (or its first places) into tie bands; scoring.md section 6. `chanceOfBefore` is P(a > b) over common draws. */
export function tieBands(
  order: readonly Placed[],
  items: ReadonlyMap<string, Pick<ScoredItem, 'score'>>,
  chanceOfBefore: (a: string, b: string) => number,
): TieBands {
  const bands: string[][] = [];
  const mostlySolved: string[] = [];
  for (const { id, score } of order) {
    const standing = items.get(id)?.score ?? 0;
    if (score < standing / 2) {
      mostlySolved.push(id);
      continue;
    }
    const band = bands.at(-1);
    const first = band?.[0];
    if (band !== undefined && first !== undefined && chanceOfBefore(first, id) < plainlyBetter) band.push(id);
    else bands.push([id]);
  }
  return { bands, mostlySolved };
}
