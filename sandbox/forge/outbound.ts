import type { Clock } from '../clock';
import type { Faults, FaultTarget } from './faults';
import { never, type Invocation, type OutboundRequest } from './invocation';
import type { JiraCaller, JiraDoor } from './jira-door';
import type { Kvs } from './kvs';
import type { Latency } from './latency';
import type { Manifest } from './manifest';
import type { Queue } from './queue';
import { performUnderFaults, unanswered, type PlainAnswer } from './strike';

export interface Doors {
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly latency: Latency;
  readonly jira: JiraDoor;
  readonly kvs: Kvs;
  readonly queue: Queue;
}

interface Door {
  readonly target: FaultTarget;
  readonly latencyMs: number;
  readonly perform: (lagMs: number) => Promise<PlainAnswer> | PlainAnswer;
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): PlainAnswer => ({
  status,
  headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** Answers what a function sends out through `__forge_fetch__`. */
export function createOutbound(doors: Doors) {
  return async (invocation: Invocation, request: OutboundRequest): Promise<Response> => {
    invocation.calls += 1;
    const door = doorFor(doors, invocation, request);
    const answered = performUnderFaults(doors.clock, doors.faults, {
      occasion: { target: door.target, method: request.method, path: request.path },
      latencyMs: door.latencyMs,
      perform: door.perform,
      kill: () => invocation.die('killed'),
      isAlive: () => invocation.state === 'running',
    });
    const answer = await (request.signal ? Promise.race([answered, aborted(request.signal)]) : answered);
    if (answer === unanswered || invocation.state !== 'running') return never();
    const noBody = answer.status === 204 || answer.status === 304;
    return new Response(noBody ? null : (answer.body ?? null), { status: answer.status, headers: answer.headers });
  };
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    const fail = () => reject(signal.reason instanceof Error ? signal.reason : new Error('The operation was aborted'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });

function doorFor(doors: Doors, invocation: Invocation, request: OutboundRequest): Door {
  const { meta, path, body } = request;
  const { latency, kvs, manifest } = doors;
  if (meta.type === 'kvs') {
    const perform = (lagMs: number) => {
      if (!manifest.scopes.includes('storage:app')) return json(403, { code: 'PERMISSION_DENIED', message: 'The app lacks the scope storage:app' });
      const answer = kvs.handle(path, body, lagMs);
      return json(answer.status, answer.body);
    };
    return { target: 'kvs', latencyMs: latency.kvs, perform };
  }
  if (meta.type === 'fpp' && meta.remote === 'jira')
    return { target: 'jira', latencyMs: latency.jira, perform: (lagMs) => askJira(doors, invocation, request, lagMs) };
  if (meta.type === 'fpp' && meta.remote === 'stargate')
    return { target: 'queue', latencyMs: latency.queue, perform: () => askStargate(doors, invocation, request) };
  return { target: 'jira', latencyMs: 0, perform: () => json(501, { message: `The sandbox does not stand in for ${meta.type} ${meta.remote ?? ''} ${path}` }) };
}

async function askJira({ jira }: Doors, invocation: Invocation, { meta, method, path, headers, body }: OutboundRequest, staleMs: number): Promise<PlainAnswer> {
  const caller = callerOf(invocation, meta);
  if (caller === undefined) return json(401, { code: 401, message: 'Unauthorized' }, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
  const answer = await jira.handle({ method, path, headers, body, caller, ...(staleMs > 0 && { staleMs }) });
  return { status: answer.status, headers: answer.headers, body: answer.body === undefined ? undefined : JSON.stringify(answer.body) };
}

/** Only the person in front of the page can be acted for, and nobody in background runs. */
function callerOf(invocation: Invocation, { provider, accountId }: OutboundRequest['meta']): JiraCaller | undefined {
  if (provider === 'app') return { kind: 'app' };
  if (provider === 'none') return { kind: 'anonymous' };
  if (invocation.accountId === undefined || (accountId !== undefined && accountId !== invocation.accountId)) return undefined;
  return { kind: 'user', accountId: invocation.accountId, via: 'app' };
}

function askStargate({ queue }: Doors, invocation: Invocation, { path, body }: OutboundRequest): PlainAnswer {
  const [, verb] = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path) ?? [];
  const answer = verb === 'publish' ? queue.push(invocation, body) : verb === 'stats' ? queue.stats(body) : verb === 'cancel' ? queue.cancel(body) : undefined;
  return answer === undefined ? json(501, { message: `The sandbox does not stand in for ${path}` }) : json(answer.status, answer.body);
}
