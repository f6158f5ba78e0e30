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

/** A reply crosses as one text: Forge's resolver, its bridge and Jira's page would walk an object value by value, which takes longer than all the rest. */
export const sent = (reply: Reply<unknown>): string => JSON.stringify(reply);

/** Both ends come from the same commit, so the value is what the contract says and is not parsed again. */
export const received = <Value>(text: unknown): Reply<Value> => JSON.parse(String(text)) as Reply<Value>;
