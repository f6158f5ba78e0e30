import type { Clock } from '../clock';
import { bridgeFetch, type BridgeAnswer, type BridgeRequest } from './bridge-fetch';
import type { Bundle } from './bundle';
import { createDeliveries } from './deliveries';
import { createFaults, type Faults } from './faults';
import type { Installation } from './installation';
import type { JiraDoor } from './jira-door';
import { jqlFunctionOf, type JqlAnswer, type JqlCall } from './jql-functions';
import { createKvs, type Kvs } from './kvs';
import { latencies, type Latency } from './latency';
import { createLifecycle, installationNow, type Presence } from './lifecycle';
import { resolverOf, type Manifest } from './manifest';
import { createOutbound } from './outbound';
import { createQueue } from './queue';
import { createRandom } from './random';
import { createRunner, throughWire, type Outcome, type RunRecord } from './runner';
import { createTriggers } from './triggers';
import { validatorOf, type RuleVerdict, type ValidatedTransition } from './validators';

export interface ForgeOptions {
  readonly manifest: Manifest;
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly jira: JiraDoor;
  readonly installation: Installation;
  readonly faults?: Faults;
  readonly latency?: Latency;
  readonly seed?: number;
  readonly eventDelayMs?: number;
  readonly queueDelayMs?: number;
  /** How long a KVS query may miss a write. */
  readonly kvsQueryLagMs?: number;
  /** What Jira does with a transition whose validator function breaks; Atlassian does not say. */
  readonly brokenValidator?: 'blocks' | 'passes';
}

/** A page's call of its resolver. `accountId` is who is signed in; `context` and `payload` are what the browser claims. */
interface Invoke {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly accountId: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** What a page gets instead of an answer, as Forge words it. */
export class InvokeRefused extends Error {
  override readonly name = 'InvokeRefused';

  constructor(
    message: string,
    readonly reason: 'not-installed' | 'unknown-module' | 'too-large' | 'threw' | 'timed-out' | 'killed',
  ) {
    super(message);
  }
}

export interface Forge {
  readonly installation: Installation;
  readonly kvs: Kvs;
  readonly faults: Faults;
  readonly runs: readonly RunRecord[];
  invoke(call: Invoke): Promise<unknown>;
  /** A page's own call of Jira. */
  fetchProduct(request: BridgeRequest): Promise<BridgeAnswer>;
  /** An event of Jira, for whoever waits for it. */
  event(name: string, payload: object): void;
  /** A workflow rule of the app, asked by Jira during a transition. */
  validate(rule: { readonly moduleKey: string; readonly configuration: unknown }, input: ValidatedTransition): Promise<RuleVerdict>;
  /** A function of the app in a query, asked by Jira. */
  jqlFunction(call: JqlCall): Promise<JqlAnswer>;
  readonly isInstalled: boolean;
  install(installerAccountId: string): void;
  upgrade(): void;
  /** Runs the app's own last function, then takes everything away; answers what ran. */
  uninstall(): Promise<readonly string[]>;
  /** Delivers events and queue items until nothing is left (those due within `withinMs`, an hour unless told); names what ran. */
  settle(withinMs?: number): Promise<readonly string[]>;
  /** Lets time pass with all it brings: schedules, delayed items. */
  elapse(ms: number): Promise<readonly string[]>;
  /** Events and queue items on their way. */
  readonly pending: number;
}

const mostPayloadBytes = 500 * 1024;
const mostAnswerBytes = 5 * 1024 * 1024;
const settleWithinMs = 3_600_000;

export function createForge(options: ForgeOptions): Forge {
  const { manifest, bundle, clock, jira } = options;
  const { latency = latencies.none, faults = createFaults(), seed = 1, eventDelayMs = 1_000, queueDelayMs = 200 } = options;
  const presence: Presence = { isInstalled: true, times: 0 };
  const installation = installationNow(options.installation, presence);
  const random = createRandom(seed);
  const kvs = createKvs({ entities: manifest.entities, now: clock.now, queryLagMs: options.kvsQueryLagMs ?? 0 });
  const deliveries = createDeliveries(clock);
  const runner = createRunner({
    manifest,
    bundle,
    clock,
    installation,
    killsAtStart: (run) => faults.strike({ target: 'function', method: run.kind, path: run.functionKey }).some(({ kind }) => kind === 'kill'),
    call: (invocation, request) => outbound(invocation, request),
  });
  const queue = createQueue({ manifest, clock, deliveries, runner, faults, delayMs: queueDelayMs, random });
  const outbound = createOutbound({ manifest, clock, faults, latency, jira, kvs, queue });
  const triggers = createTriggers({ manifest, deliveries, runner, faults, delayMs: eventDelayMs, random });
  const lifecycle = createLifecycle({ manifest, installation, deliveries, runner, triggers, kvs, presence });

  async function invoke({ moduleKey, functionKey, payload, accountId, context = {} }: Invoke): Promise<unknown> {
    if (!presence.isInstalled) throw new InvokeRefused('The app is not installed on this site.', 'not-installed');
    const resolver = resolverOf(manifest, moduleKey);
    if (resolver === undefined) throw new InvokeRefused(`The manifest has no module "${moduleKey}" with a resolver.`, 'unknown-module');
    if (sizeOf(payload) > mostPayloadBytes) throw new InvokeRefused('Request payload exceeds 500 KB.', 'too-large');
    if (latency.invoke > 0) await clock.sleep(latency.invoke);
    const { cloudId, environmentId, siteUrl } = installation;
    const body = {
      call: { functionKey, payload },
      // The browser may claim any extension; who and where it is comes from the session.
      context: { ...context, cloudId, siteUrl, environmentId, environmentType: 'DEVELOPMENT', moduleKey, accountId },
    };
    const outcome = await runner.run({ kind: 'resolver', moduleKey, functionKey: resolver, body, accountId });
    if (!outcome.ok) throw new InvokeRefused(messageOf(outcome), outcome.reason);
    if (sizeOf(outcome.value) > mostAnswerBytes) throw new InvokeRefused('Response payload exceeds 5 MB.', 'too-large');
    return outcome.value;
  }

  return {
    installation,
    kvs,
    faults,
    runs: runner.records,
    invoke(call) {
      const answer = invoke(call);
      deliveries.track(answer);
      return answer;
    },
    fetchProduct: bridgeFetch({ jira, clock, faults, latency }),
    event(name, payload) {
      if (presence.isInstalled) triggers.event(name, payload);
    },
    validate: validatorOf({ manifest, runner, broken: options.brokenValidator ?? 'blocks', isInstalled: () => presence.isInstalled }),
    jqlFunction: jqlFunctionOf({ manifest, runner, isInstalled: () => presence.isInstalled }),
    get isInstalled() {
      return presence.isInstalled;
    },
    install: lifecycle.install,
    upgrade: lifecycle.upgrade,
    uninstall: lifecycle.uninstall,
    async settle(withinMs = settleWithinMs) {
      const ran = await deliveries.settle(withinMs);
      kvs.settle();
      jira.settle();
      return ran;
    },
    elapse: deliveries.elapse,
    get pending() {
      return deliveries.pending;
    },
  };
}

const sizeOf = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(throughWire(value))));
const messageOf = (outcome: Extract<Outcome, { ok: false }>): string => `There was an error invoking the function - ${outcome.error.message}`;
