import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../clock';

export type InvocationKind = 'resolver' | 'validator' | 'jql' | 'event' | 'queue' | 'schedule' | 'lifecycle' | 'uninstall';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** One run of one function: what the code in the bundle can reach of the host, and what is kept of the run. */
export interface Invocation {
  readonly id: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly accountId: string | undefined;
  readonly cloudId: string;
  readonly clock: Clock;
  /** What `global.__forge_runtime__` answers in this run. */
  readonly runtime: object;
  /** How many pushes led to this run, one out of the other. */
  readonly queueDepth: number;
  /** Answers `global.__forge_fetch__` and `fetch`. */
  readonly call: (request: OutboundRequest) => Promise<Response>;
  readonly logs: LogLine[];
  readonly timers: Set<number>;
  /** A call after `ended` or `dead` never takes effect: the process is frozen or gone. */
  state: 'running' | 'ended' | 'dead';
  calls: number;
  lateCalls: number;
  /** Ends the run from outside at this very moment. */
  die: (reason: 'killed' | 'timed-out') => void;
}

export interface OutboundRequest {
  readonly meta: OutboundMeta;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** First argument of `__forge_fetch__`. */
interface OutboundMeta {
  readonly type: string;
  readonly provider?: string | undefined;
  readonly remote?: string | undefined;
  readonly accountId?: string | undefined;
}

export const currentInvocation = new AsyncLocalStorage<Invocation>();

/** What a call of a run that is over answers: nothing, ever. */
export const never = <Value>(): Promise<Value> => new Promise<Value>(() => undefined);
