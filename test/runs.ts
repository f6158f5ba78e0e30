import type fc from 'fast-check';

/** `npm run prove`: the long histories, of which every other run takes a seeded slice. */
export const isProof = process.env['PROVE'] === '1';

/** Settings for a property: a fixed seed, and a hundred times as many runs in the long proof unless told. */
export function runs(slice: number, proof = slice * 100): fc.Parameters<unknown> {
  return { numRuns: isProof ? proof : slice, seed: 20_260_101 };
}

/** How long a test may take on a busy machine; the long proof has ten hours, however it was started. */
export const patience = (milliseconds: number): number => (isProof ? 36_000_000 : milliseconds);

/** The long proof says what it measured, for whoever wants the figure and not only that it is small enough. */
export function tell(figures: string): void {
  if (isProof) process.stderr.write(`${figures}\n`);
}
