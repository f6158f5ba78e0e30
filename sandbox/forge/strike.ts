import type { Clock } from '../clock';
import type { Fault, Faults, Occasion } from './faults';

/** An answer before it is a `Response`: text, because that is what a fault can cut. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface Performance {
  readonly occasion: Occasion;
  /** How long the way there and back takes together. */
  readonly latencyMs: number;
  readonly perform: (lagMs: number) => Promise<PlainAnswer> | PlainAnswer;
  /** Called where a `kill` strikes; the caller's run is over then. */
  readonly kill: () => void;
  /** Whether whoever called still lives when the call gets through. */
  readonly isAlive: () => boolean;
}

/** Nobody is there any more to read the answer. */
export const unanswered = Symbol('unanswered');

const lost = () => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });

/** Does a call the way the rules in force let it happen: late, refused, twice lost, or not at all. */
export async function performUnderFaults(
  clock: Clock,
  faults: Faults,
  { occasion, latencyMs, perform, kill, isAlive }: Performance,
): Promise<PlainAnswer | typeof unanswered> {
  const struck = faults.strike(occasion);
  const slow = struck.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.ms : 0), 0);
  const way = (latencyMs + slow) / 2;

  if (way > 0) await clock.sleep(way);
  if (!isAlive()) return unanswered;
  const early = struck.map((fault) => insteadOf(fault, clock)).find((answer) => answer !== undefined);
  if (early === 'kill') {
    kill();
    return unanswered;
  }
  if (early === 'reset') throw lost();
  const lagMs = struck.reduce((sum, fault) => sum + (fault.kind === 'stale' ? fault.ms : 0), 0);
  const answer = early ?? (await perform(lagMs));

  if (struck.some((fault) => fault.kind === 'kill' && fault.effect === 'after')) kill();
  if (way > 0) await clock.sleep(way);
  if (!isAlive()) return unanswered;
  if (struck.some(({ kind }) => kind === 'lost-response')) throw lost();
  if (struck.some(({ kind }) => kind === 'truncate') && answer.body !== undefined)
    return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
  return answer;
}

/** What a fault puts in place of the call. */
function insteadOf(fault: Fault, clock: Clock): PlainAnswer | 'kill' | 'reset' | undefined {
  if (fault.kind === 'kill') return fault.effect === 'before' ? 'kill' : undefined;
  if (fault.kind === 'reset') return 'reset';
  if (fault.kind === '429') return tooMany(fault.reason, clock.now());
  if (fault.kind !== 'status') return undefined;
  return {
    status: fault.status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', message: `Simulated ${String(fault.status)}` }),
  };
}

/** Seconds until a caller may come back: a quota lasts to the hour, a burst a moment, an issue half a minute. */
function tooMany(reason: string, now: number): PlainAnswer {
  const toTheHour = Math.ceil((3_600_000 - (now % 3_600_000)) / 1_000);
  const seconds = reason.startsWith('jira-quota') ? toTheHour : reason === 'jira-per-issue-on-write' ? 30 : 5;
  return {
    status: 429,
    headers: {
      'content-type': 'application/json',
      'retry-after': String(seconds),
      'ratelimit-reason': reason,
      'x-ratelimit-limit': '65000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(now + seconds * 1_000).toISOString(),
    },
    body: JSON.stringify({ code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded', errorMessages: ['Rate limit exceeded'] }),
  };
}
