import type { Failure, FailureCode } from '../src/contract/failures';

/** What a page shows when an operation was refused or broke; the words come from the code. */
export class CallFailure extends Error {
  readonly code: FailureCode;
  readonly trace: string;
  readonly retryAfter: number | undefined;

  constructor(failure: Pick<Failure, 'code' | 'detail' | 'trace' | 'retryAfter'>) {
    super(failure.detail);
    this.name = 'CallFailure';
    this.code = failure.code;
    this.trace = failure.trace;
    this.retryAfter = failure.retryAfter;
  }
}
