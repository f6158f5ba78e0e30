import type { FailureCode } from '../contract/failures';

/** Thrown where an expected refusal ends an action; `serve` turns it into the reply. Broken assumptions throw anything else. */
export class Refusal extends Error {
  constructor(
    readonly code: FailureCode,
    /** For the person: what does not fit, or what to do. Never personal data. */
    readonly detail: string,
    readonly retryAfter?: number,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

/** Forbidden and missing look the same. */
export const notFound = (): Refusal => new Refusal('not-found', 'It does not exist, or you may not see it.');
