import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { Clock } from '../../../sandbox/clock';
import type { Bundle, Handler } from '../../../sandbox/forge/bundle';
import { currentInvocation } from '../../../sandbox/forge/invocation';
import type { Kvs } from '../../../sandbox/forge/kvs';
import type { Jira } from '../../../sandbox/jira';

/** What the runs of one kind of act took together. Points are Jira's, units are the store's 10 KB. */
export interface Spent {
  runs: number;
  failed: number;
  points: number;
  mostPoints: number;
  reads: number;
  writes: number;
  refused: number;
  longestMs: number;
  wallMs: number;
}

const nothing = (): Spent => ({ runs: 0, failed: 0, points: 0, mostPoints: 0, reads: 0, writes: 0, refused: 0, longestMs: 0, wallMs: 0 });

export interface Meter {
  /** The same bundle; each of its runs is counted under what it does. */
  readonly bundle: Bundle;
  /** Counts what Jira and the store charge to the run that is going on. */
  watch(jira: Jira, kvs: Kvs): void;
  readonly byKind: () => ReadonlyMap<string, Readonly<Spent>>;
  /** What failed runs said, and how often. */
  readonly failures: () => ReadonlyMap<string, number>;
  readonly total: () => Readonly<Spent>;
}

export function createMeter(inner: Bundle, clock: Clock): Meter {
  const kinds = new Map<string, Spent>();
  const running = new AsyncLocalStorage<Spent>();
  const failures = new Map<string, number>();
  const kindOf = (name: string): Spent => {
    const spent = kinds.get(name) ?? nothing();
    kinds.set(name, spent);
    return spent;
  };

  const metered =
    (name: string, handler: Handler): Handler =>
    async (payload, context) => {
      const own = nothing();
      const [startedAt, wall] = [clock.now(), performance.now()];
      try {
        const answer = await running.run(own, () => Promise.resolve(handler(payload, context)));
        if (isFailure(answer)) own.failed = 1;
        return answer;
      } catch (error) {
        own.failed = 1;
        throw error;
      } finally {
        const spent = kindOf(actIn(name, payload));
        spent.runs += 1;
        spent.mostPoints = Math.max(spent.mostPoints, own.points);
        spent.longestMs = Math.max(spent.longestMs, clock.now() - startedAt);
        spent.wallMs += performance.now() - wall;
        for (const field of ['failed', 'points', 'reads', 'writes', 'refused'] as const) spent[field] += own[field];
        if (own.failed > 0) failures.set(lastError(), (failures.get(lastError()) ?? 0) + 1);
      }
    };

  return {
    bundle: { state: inner.state, handler: (name) => metered(name, inner.handler(name)) },
    watch({ ledger }, kvs) {
      const spend = ledger.spend.bind(ledger);
      ledger.spend = (operation, caller, points) => {
        const own = running.getStore();
        if (own !== undefined) own.points += points;
        spend(operation, caller, points);
      };
      const { handle } = kvs;
      // The store answers at once, so what its ledger gains in between is this call's.
      const counted: Kvs['handle'] = (path, body, lagMs) => {
        const before = unitsIn(kvs);
        const answer = handle(path, body, lagMs);
        const after = unitsIn(kvs);
        const own = running.getStore();
        if (own === undefined) return answer;
        own.reads += after.reads - before.reads;
        own.writes += after.writes - before.writes;
        if (answer.status === 429) own.refused += 1;
        return answer;
      };
      Object.assign(kvs, { handle: counted });
    },
    byKind: () => kinds,
    failures: () => failures,
    total: () => {
      const sum = nothing();
      for (const spent of kinds.values())
        for (const field of ['runs', 'failed', 'points', 'reads', 'writes', 'refused', 'wallMs'] as const) sum[field] += spent[field];
      return sum;
    },
  };
}

const unitsIn = (kvs: Kvs) => {
  let [reads, writes] = [0, 0];
  for (const { readUnits, writeUnits } of Object.values(kvs.ledger())) {
    reads += readUnits;
    writes += writeUnits;
  }
  return { reads, writes };
};

const call = z.object({ call: z.object({ functionKey: z.string() }) });
const queued = z.object({ body: z.object({ run: z.object({ kind: z.string() }) }) });
const event = z.object({ eventType: z.string() });

/** What a run does: the operation, the background run, or the event it was told of. */
function actIn(name: string, payload: unknown): string {
  const [operation, run, told] = [call.safeParse(payload), queued.safeParse(payload), event.safeParse(payload)];
  if (operation.success) return operation.data.call.functionKey;
  if (run.success) return `${run.data.body.run.kind} (queue)`;
  if (told.success) return told.data.eventType.replace(/^avi:(jira|forge):/, 'event ');
  return `${name.replace(/^entry\/|\.handler$/g, '')} (schedule)`;
}

const failure = z.union([z.object({ ok: z.literal(false) }), z.object({ _retry: z.literal(true) })]);
const isFailure = (answer: unknown): boolean => failure.safeParse(answer).success;

const errorLine = z.object({ message: z.string(), error: z.string() });

function lastError(): string {
  const text = currentInvocation.getStore()?.logs.findLast(({ level }) => level === 'error')?.text;
  if (text === undefined) return 'a refusal';
  const { message, error } = errorLine.parse(JSON.parse(text));
  return `${message}: ${error}`;
}
