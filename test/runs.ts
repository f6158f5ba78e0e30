import type fc from 'fast-check';

const factor = Number(process.env['PROVE_RUNS'] ?? 1);

/** Settings for a property: a fixed seed, and `PROVE_RUNS` times as many runs for the long proof (`npm run prove`). */
export function runs(numRuns: number): fc.Parameters<unknown> {
  return { numRuns: Math.max(1, Math.round(numRuns * factor)), seed: 20_260_101 };
}
