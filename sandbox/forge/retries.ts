import { z } from 'zod';
import type { Outcome } from './runner';

/** What a function returns to be called again: `new InvocationError({ retryAfter, retryReason, retryData })`. */
const invocationError = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({ retryAfter: z.number().optional(), retryReason: z.string().optional(), retryData: z.unknown().optional() }).default({}),
});

const mostRetries = 4;
const longestRetryAfter = 900;
const platformRetryMs = 5_000;

export interface Retry {
  readonly afterMs: number;
  readonly context: { readonly retryCount: number; readonly retryReason: string; readonly retryData: unknown };
}

/**
 * Whether and when the platform calls again. An `InvocationError` asks for it; a run the platform itself lost is tried again; an error
 * the code throws loses the item.
 */
export function retryOf(outcome: Outcome, retriesSoFar: number): Retry | undefined {
  if (retriesSoFar >= mostRetries) return undefined;
  const retryCount = retriesSoFar + 1;
  if (!outcome.ok) {
    if (outcome.reason === 'threw') return undefined;
    const retryReason = outcome.reason === 'timed-out' ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
    return { afterMs: platformRetryMs, context: { retryCount, retryReason, retryData: undefined } };
  }
  const asked = invocationError.safeParse(outcome.value);
  if (!asked.success) return undefined;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = asked.data.retryOptions;
  return { afterMs: Math.min(Math.max(1, retryAfter), longestRetryAfter) * 1_000, context: { retryCount, retryReason, retryData } };
}
