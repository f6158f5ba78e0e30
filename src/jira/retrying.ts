/** How long one call may take in all, and how often it may be tried. */
export interface Budget {
  readonly inMs: number;
  readonly tries: number;
}

/** Most of a function's 25 s stays for the rest of the act. */
export const generousBudget: Budget = { inMs: 8_000, tries: 4 };

export interface FailedTry {
  /** undefined: the connection broke before an answer came. */
  readonly status: number | undefined;
  readonly header: (name: string) => string | undefined;
  readonly isRepeatable: boolean;
  readonly tried: number;
  readonly elapsed: number;
  readonly budget: Budget;
  /** 0..1, spreads the retries of many callers. */
  readonly dice: number;
}

export type NextStep =
  | { readonly kind: 'wait'; readonly waitInMs: number }
  | { readonly kind: 'give-up'; readonly code: 'quota' | 'jira-unavailable'; readonly retryAfter: number | undefined };

const passing = ['jira-burst-based', 'jira-per-issue-on-write'];

/**
 * What to do after a 429, a 5xx or a broken connection. A burst or a busy issue passes in seconds; an hour's quota, and any
 * reason that we do not know, does not. A 429 was not carried out, so it may be repeated whatever it was; after a 5xx nobody knows.
 */
export function afterFailure({ status, header, isRepeatable, tried, elapsed, budget, dice }: FailedTry): NextStep {
  const asked = secondsOf(header('retry-after'));
  const reason = header('ratelimit-reason');
  const isQuota = status === 429 && !(reason === undefined ? asked === undefined : passing.includes(reason));
  if (isQuota) return { kind: 'give-up', code: 'quota', retryAfter: asked ?? 60 };
  const maxTries = status === 429 ? budget.tries : isRepeatable ? 2 : 1;
  const waitInMs = Math.max((asked ?? 0) * 1000, 250 * 2 ** (tried - 1)) * (0.7 + 0.6 * dice);
  // Retry-After is a minimum: jitter only ever lengthens it.
  const honoured = Math.ceil(Math.max(waitInMs, (asked ?? 0) * 1000));
  if (tried >= maxTries || elapsed + honoured > budget.inMs) return { kind: 'give-up', code: status === 429 ? 'quota' : 'jira-unavailable', retryAfter: asked };
  return { kind: 'wait', waitInMs: honoured };
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
