import { builtinModules, createRequire } from 'node:module';
import { format } from 'node:util';
import { z } from 'zod';
import { currentInvocation, type Invocation, type LogLine, type OutboundRequest } from './invocation';

/** The globals a bundle sees in place of Node's: the app's clock is the site's, and every way out leads through the host. */
export interface RuntimeGlobals {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly require: (name: string) => unknown;
}

export function createRuntimeGlobals(): RuntimeGlobals {
  const shadows: Record<string, unknown> = {
    Date: shadowedDate(),
    AbortSignal: shadowedAbortSignal(),
    ...shadowedTimers(),
    console: shadowedConsole(),
    process: shadowedProcess(),
    fetch: egress,
  };
  // What the code itself puts on `global` stays in this instance of the bundle.
  const own: Record<string | symbol, unknown> = { ...shadows, __forge_fetch__: forgeFetch };
  const globalObject: object = new Proxy(globalThis, {
    get: (real, name): unknown => {
      if (name === '__forge_runtime__') return currentInvocation.getStore()?.runtime;
      if (name === 'global' || name === 'globalThis' || name === 'self') return globalObject;
      return Object.hasOwn(own, name) ? own[name] : Reflect.get(real, name, real);
    },
    set: (_real, name, value) => {
      own[name] = value;
      return true;
    },
    defineProperty: (_real, name, { value }) => {
      own[name] = value;
      return true;
    },
    has: (real, name) => Object.hasOwn(own, name) || name === '__forge_runtime__' || Reflect.has(real, name),
    deleteProperty: (_real, name) => Reflect.deleteProperty(own, name),
  });
  const all: Record<string, unknown> = { ...shadows, global: globalObject, globalThis: globalObject };
  return { names: Object.keys(all), values: Object.values(all), require: builtinOnly(shadows) };
}

function running(): Invocation {
  const invocation = currentInvocation.getStore();
  if (invocation === undefined) throw new Error('Code of the app ran outside of any invocation.');
  return invocation;
}

const now = () => running().clock.now();

function shadowedDate(): DateConstructor {
  return new Proxy(Date, {
    construct: (real, args, target): Date => z.date().parse(Reflect.construct(real, args.length === 0 ? [now()] : args, target)),
    apply: () => new Date(now()).toString(),
    get: (real, name): unknown => (name === 'now' ? now : Reflect.get(real, name)),
  });
}

function shadowedAbortSignal(): typeof AbortSignal {
  const timeout = (ms: number) => {
    const controller = new AbortController();
    startTimer(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
    return controller.signal;
  };
  return new Proxy(AbortSignal, { get: (real, name): unknown => (name === 'timeout' ? timeout : Reflect.get(real, name)) });
}

/** Timers live and die with the run that set them. */
function startTimer(run: () => void, ms: number): number {
  const invocation = running();
  const id = invocation.clock.setTimeout(() => {
    invocation.timers.delete(id);
    if (invocation.state === 'running') currentInvocation.run(invocation, run);
  }, ms);
  invocation.timers.add(id);
  return id;
}

class TimerHandle {
  constructor(public id: number) {}
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return true;
  }
  [Symbol.toPrimitive]() {
    return this.id;
  }
}

function shadowedTimers() {
  const setTimeout = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => new TimerHandle(startTimer(() => run(...args), ms));
  const clear = (timer: unknown) => {
    if (!(timer instanceof TimerHandle)) return;
    const invocation = currentInvocation.getStore();
    invocation?.clock.clearTimeout(timer.id);
    invocation?.timers.delete(timer.id);
    timer.id = -1;
  };
  const setInterval = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const handle = new TimerHandle(0);
    const again = () => {
      handle.id = startTimer(
        () => {
          run(...args);
          if (handle.id !== -1) again();
        },
        Math.max(1, ms),
      );
    };
    again();
    return handle;
  };
  return { setTimeout, clearTimeout: clear, setInterval, clearInterval: clear };
}

function shadowedConsole() {
  const log =
    (level: LogLine['level']) =>
    (...args: unknown[]) => {
      currentInvocation.getStore()?.logs.push({ level, text: format(...args) });
    };
  const shadow = { log: log('info'), info: log('info'), debug: log('debug'), trace: log('debug'), dir: log('info'), warn: log('warn'), error: log('error') };
  return new Proxy(console, { get: (real, name): unknown => Reflect.get(shadow, name) ?? Reflect.get(real, name) });
}

/** The machine's variables are none of the app's business, and it may not end the host. */
function shadowedProcess() {
  const env = { NODE_ENV: 'production' };
  const refuse = () => {
    throw new Error('A Forge function cannot end its process.');
  };
  return new Proxy(process, {
    get: (real, name): unknown => {
      if (name === 'env') return env;
      if (name === 'exit' || name === 'abort' || name === 'kill') return refuse;
      return Reflect.get(real, name, real);
    },
  });
}

const metaSchema = z.looseObject({ type: z.string(), provider: z.string().optional(), remote: z.string().optional(), accountId: z.string().optional() });

interface FetchInit {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: unknown;
  readonly signal?: AbortSignal | null;
}

const forgeFetch = (meta: unknown, path: unknown, init: FetchInit = {}): Promise<Response> =>
  running().call(requestOf(metaSchema.parse(meta), String(path), init));

function requestOf(meta: OutboundRequest['meta'], path: string, init: FetchInit): OutboundRequest {
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string')
    throw new Error(`The sandbox sends text only, not ${Object.prototype.toString.call(init.body)} to ${path}`);
  return {
    meta,
    path,
    method: (init.method ?? 'GET').toUpperCase(),
    headers: Object.fromEntries(new Headers(init.headers).entries()),
    body: init.body ?? undefined,
    signal: init.signal ?? undefined,
  };
}

/** No manifest of a Runs-on-Atlassian app opens this door. */
const egress = (target: unknown): Promise<never> => {
  const url = typeof target === 'object' && target !== null && 'url' in target ? String(target.url) : String(target);
  running().logs.push({ level: 'error', text: `refused egress to ${url}` });
  const error = new Error(`URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`);
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  return Promise.reject(error);
};

const waysOut = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'child_process', 'worker_threads', 'cluster', 'inspector']);

/** A bundle carries all it needs but Node's own modules; those that would lead around the host refuse at first use. */
function builtinOnly(shadows: Record<string, unknown>): (name: string) => unknown {
  const nodeRequire = createRequire(__filename);
  const sleep = (ms?: number, value?: unknown) => new Promise((resolve) => startTimer(() => resolve(value), ms ?? 0));
  return (name) => {
    const plain = name.replace(/^node:/, '');
    if (waysOut.has(plain)) return closed(plain);
    if (plain === 'timers/promises') return { setTimeout: sleep };
    if (plain === 'timers') return { ...shadows };
    if (!builtinModules.includes(plain)) throw new Error(`The bundle asks for "${name}", which is not in it.`);
    return z.unknown().parse(nodeRequire(`node:${plain}`));
  };
}

const closed = (name: string): unknown =>
  new Proxy(
    {},
    {
      get: (_target, member) => {
        if (member === '__esModule' || typeof member === 'symbol') return undefined;
        // A function and a constructor in one: libraries extend what they find here long before they use it.
        return function () {
          throw new Error(`A Forge function cannot use ${name}.${member}: no egress.`);
        };
      },
    },
  );
