import type fc from 'fast-check';

/** `npm run prove`: the long histories, of which every other run takes a seeded slice. */
export const isProof = process.env['PROVE'] === '1';

/** Settings for a property: a fixed seed, and a hundred times as many runs in the long proof. */
export function runs(slice: number): fc.Parameters<unknown> {
  return { numRuns: isProof ? slice * 100 : slice, seed: 20_260_101 };
}

/** How long a test may take on a busy machine that does not prove; the long proof alone knows when it has taken too long. */
export const patience = (milliseconds: number): number | undefined => (isProof ? undefined : milliseconds);
