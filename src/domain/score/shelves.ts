import { roundedForComparison } from './comparing';

// Shelves per power of two: fine enough that a shelf holds few items, coarse enough that walking empty ones costs nothing.
const mantissaBits = 5;
const unusedBits = 20 - mantissaBits;
const edge = 2 ** unusedBits - 1;
const shelfCount = 2 ** (11 + mantissaBits);

/** Indices laid on shelves by score (≥ 0), so that the largest are found without comparing; a few nanoseconds per move. */
export interface Shelves {
  /** The shelf for a score: never lower for a larger one, and the same for two that tie. */
  readonly shelfOf: (score: number) => number;
  readonly put: (index: number, shelf: number) => void;
  /** Takes one index off a shelf, or undefined when it is empty. */
  readonly take: (shelf: number) => number | undefined;
  readonly highest: number;
}

/** Empty shelves for the indices 0..size−1, each of which lies on at most one shelf. */
export function createShelves(size: number): Shelves {
  const firstOn = new Int32Array(shelfCount).fill(-1);
  const nextOf = new Int32Array(size);
  const bits = new DataView(new ArrayBuffer(8));

  // The leading bits of a float (exponent, then mantissa) sort like the number itself.
  function leadingBits(score: number): number {
    bits.setFloat64(0, score);
    return bits.getUint32(0);
  }

  function shelfOf(score: number): number {
    const leading = leadingBits(score);
    const beyond = leading & edge;
    // Printing 12 digits is slow; they matter only within a hair of the shelf's edge.
    if (beyond !== 0 && beyond !== edge) return leading >>> unusedBits;
    return leadingBits(roundedForComparison(score)) >>> unusedBits;
  }

  function put(index: number, shelf: number): void {
    nextOf[index] = firstOn[shelf] ?? -1;
    firstOn[shelf] = index;
  }

  function take(shelf: number): number | undefined {
    const index = firstOn[shelf] ?? -1;
    if (index < 0) return undefined;
    firstOn[shelf] = nextOf[index] ?? -1;
    return index;
  }

  return { shelfOf, put, take, highest: shelfCount - 1 };
}
