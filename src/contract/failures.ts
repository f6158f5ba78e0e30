/** The closed list of what can go wrong for a caller; screens choose their words from the code. */
export type FailureCode = 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'too-large' | 'jira-unavailable' | 'quota' | 'unexpected';

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  /** Which part of the input does not fit, or what the person can do; never personal data. */
  readonly detail: string;
  /** Seconds to wait, for quota. */
  readonly retryAfter?: number | undefined;
  /** Finds the log line. */
  readonly trace: string;
}

/** Every answer that crosses from the functions to a page. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | Failure;
