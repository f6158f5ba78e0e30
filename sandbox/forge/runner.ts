import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Bundle } from './bundle';
import { deadlineMs } from './deadlines';
import { installationAri, siteAri, type Installation } from './installation';
import { currentInvocation, never, type Invocation, type InvocationKind, type LogLine, type OutboundRequest } from './invocation';
import type { Manifest } from './manifest';

interface Run {
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly body: unknown;
  /** Who the platform says is calling; nobody in background runs. */
  readonly accountId?: string;
  readonly queueDepth?: number;
}

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'threw' | 'timed-out' | 'killed'; readonly error: { readonly name: string; readonly message: string } };

/** What is kept of a run, for tests and for the person who asks why. */
export interface RunRecord {
  readonly id: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly startedAt: number;
  readonly tookMs: number;
  readonly outcome: 'ok' | 'threw' | 'timed-out' | 'killed';
  readonly error?: string;
  readonly calls: number;
  /** Calls the code made after its run was over: work somebody forgot to await. */
  readonly lateCalls: number;
  readonly logs: readonly LogLine[];
}

export interface Runner {
  run(run: Run): Promise<Outcome>;
  /** Ends whatever runs: an app that is gone reaches nothing any more. */
  killAll(): void;
  /** The last runs, oldest first. */
  readonly records: readonly RunRecord[];
}

export interface RunnerParts {
  readonly manifest: Manifest;
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly installation: Installation;
  /** A fault on the function itself: true = die before the first line. */
  readonly killsAtStart: (run: Run) => boolean;
  readonly call: (invocation: Invocation, request: OutboundRequest) => Promise<Response>;
}

const keptRecords = 2_000;
const thrown = z.object({ name: z.string().default('Error'), message: z.string() });

export function createRunner({ manifest, bundle, clock, installation, killsAtStart, call }: RunnerParts): Runner {
  const records: RunRecord[] = [];
  const active = new Set<Invocation>();

  return {
    records,
    killAll() {
      for (const invocation of active) invocation.die('killed');
    },
    async run(run) {
      const entry = manifest.functions.get(run.functionKey);
      if (entry === undefined) throw new Error(`The manifest declares no function "${run.functionKey}".`);
      const startedAt = clock.now();
      const deadline = startedAt + deadlineMs(manifest, run.functionKey, run.kind);
      const invocation = createInvocation(run, deadline);
      active.add(invocation);

      const outcome = await new Promise<Outcome>((settle) => {
        const timer = clock.setTimeout(() => invocation.die('timed-out'), deadline - startedAt, 'when-stuck');
        const finish = (state: 'ended' | 'dead', result: Outcome) => {
          if (invocation.state !== 'running') return;
          invocation.state = state;
          for (const id of [timer, ...invocation.timers]) clock.clearTimeout(id);
          settle(result);
        };
        invocation.die = (reason) =>
          finish('dead', { ok: false, reason, error: { name: 'Error', message: reason === 'timed-out' ? 'Function timed out' : 'Function was killed' } });
        if (killsAtStart(run)) {
          invocation.die('killed');
          return;
        }
        void currentInvocation.run(invocation, async () => {
          try {
            const value = await bundle.handler(entry.handler)(throughWire(run.body), contextOf(run));
            finish('ended', { ok: true, value: throughWire(value) });
          } catch (error) {
            const { name, message } = thrown.catch({ name: 'Error', message: String(error) }).parse(error);
            finish('ended', { ok: false, reason: 'threw', error: { name, message } });
          }
        });
      });

      active.delete(invocation);
      keep(invocation, startedAt, outcome);
      return outcome;
    },
  };

  function createInvocation(run: Run, deadline: number): Invocation {
    const id = randomUUID();
    const invocation: Invocation = {
      id,
      kind: run.kind,
      moduleKey: run.moduleKey,
      functionKey: run.functionKey,
      accountId: run.accountId,
      cloudId: installation.cloudId,
      clock,
      queueDepth: run.queueDepth ?? 0,
      runtime: {
        appContext: {
          appId: manifest.appId,
          appVersion: installation.appVersion,
          environmentId: installation.environmentId,
          environmentType: 'DEVELOPMENT',
          invocationId: id,
          installationId: installation.installationId,
          moduleKey: run.moduleKey,
          functionKey: run.functionKey,
          installation: { ari: { installationId: installation.installationId }, contexts: [{ cloudId: installation.cloudId }] },
          permissions: { scopes: manifest.scopes, external: {} },
        },
        contextAri: siteAri(installation),
        aaid: run.accountId,
        proxy: { url: 'https://proxy.invalid', token: id },
        tracing: { traceId: id.replaceAll('-', ''), spanId: id.replaceAll('-', '').slice(0, 16) },
        lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now()) },
        metrics: noMetrics,
      },
      call: (request) => {
        if (invocation.state === 'running') return call(invocation, request);
        invocation.lateCalls += 1;
        return never();
      },
      logs: [],
      timers: new Set(),
      state: 'running',
      calls: 0,
      lateCalls: 0,
      die: () => undefined,
    };
    return invocation;
  }

  function contextOf(run: Run) {
    return {
      installContext: siteAri(installation),
      ...(run.accountId !== undefined && { principal: { accountId: run.accountId } }),
      installation: { ari: installationAri(installation), contexts: [siteAri(installation)] },
    };
  }

  function keep(invocation: Invocation, startedAt: number, outcome: Outcome): void {
    records.push({
      id: invocation.id,
      kind: invocation.kind,
      moduleKey: invocation.moduleKey,
      functionKey: invocation.functionKey,
      startedAt,
      tookMs: clock.now() - startedAt,
      outcome: outcome.ok ? 'ok' : outcome.reason,
      ...(!outcome.ok && { error: outcome.error.message }),
      calls: invocation.calls,
      // Late calls come after this moment: the record must see them.
      get lateCalls() {
        return invocation.lateCalls;
      },
      logs: invocation.logs,
    });
    if (records.length > keptRecords) records.shift();
  }
}

/** What crosses the platform's wire: JSON, nothing else. */
export function throughWire(value: unknown): unknown {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return undefined;
  return JSON.parse(JSON.stringify(value));
}

const noMetrics = {
  counter: () => ({ incr: () => undefined, incrBy: () => undefined, decr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};
