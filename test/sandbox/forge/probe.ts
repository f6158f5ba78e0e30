import { join } from 'node:path';
import { createClock, type Clock, type ClockOptions } from '../../../sandbox/clock';
import { createForge, type Forge, type ForgeOptions } from '../../../sandbox/forge';
import { createBundle, type Bundle, type FunctionState } from '../../../sandbox/forge/bundle';
import { createFaults, faultPlanSchema } from '../../../sandbox/forge/faults';
import { installationOf } from '../../../sandbox/forge/installation';
import type { JiraDoor, JiraDoorCall } from '../../../sandbox/forge/jira-door';
import { readManifest, type Manifest } from '../../../sandbox/forge/manifest';

export const probeDirectory = join(__dirname, 'fixtures/probe');
export const probeManifest = (): Manifest => readManifest(join(probeDirectory, 'manifest.yml'));
export const start = Date.UTC(2026, 0, 5, 9);

export interface Probe {
  readonly forge: Forge;
  readonly clock: Clock;
  /** Calls that reached Jira. */
  readonly asked: readonly JiraDoorCall[];
  act(functionKey: string, payload?: unknown, accountId?: string): Promise<unknown>;
  strike(rules: readonly object[]): void;
  /** Plain keys of the store, by how they start. */
  keys(startingWith?: string): Readonly<Record<string, unknown>>;
}

type ProbeOptions = Partial<Omit<ForgeOptions, 'jira'>> & { readonly mode?: ClockOptions['mode']; readonly state?: FunctionState; readonly site?: string };

/** A host with a small app of its own in it, so that the host's rules are tested without the product. */
export function createProbe({ mode = 'virtual', state = 'warm', site = 'probe', ...options }: ProbeOptions = {}): Probe {
  const clock = createClock({ mode, start });
  const asked: JiraDoorCall[] = [];
  const jira: JiraDoor = {
    handle: (call) => {
      asked.push(call);
      return Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body: { path: call.path, caller: call.caller } });
    },
    settle: () => undefined,
  };
  const bundle: Bundle = options.bundle ?? createBundle({ directory: probeDirectory, state });
  const forge = createForge({
    manifest: probeManifest(),
    clock,
    jira,
    installation: installationOf(site, 'http://localhost'),
    faults: createFaults(),
    ...options,
    bundle,
  });
  return {
    forge,
    clock,
    asked,
    act: (functionKey, payload = {}, accountId = 'user-pm') => forge.invoke({ moduleKey: 'panel', functionKey, payload, accountId }),
    strike: (rules) => forge.faults.plan(faultPlanSchema.parse({ seed: 7, rules })),
    keys: (startingWith = '') => Object.fromEntries(Object.entries(forge.kvs.snapshot().keys).filter(([key]) => key.startsWith(startingWith))),
  };
}
