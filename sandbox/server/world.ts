import { createClock, type Clock, type ClockOptions } from '../clock';
import { createForge, type Forge } from '../forge';
import { appFactsOf, factsWhile, type AppFacts } from '../forge/app-facts';
import { createBundle, type FunctionState } from '../forge/bundle';
import { createFaults } from '../forge/faults';
import { installationOf } from '../forge/installation';
import type { JiraDoor } from '../forge/jira-door';
import type { JqlAnswer, JqlCall } from '../forge/jql-functions';
import { latencies } from '../forge/latency';
import type { Manifest } from '../forge/manifest';
import type { RuleVerdict, ValidatedTransition } from '../forge/validators';
import type { SiteData, SiteUser } from '../jira/site-data';
import type { Drive, LoadedSite } from './site-loader';

/** The Jira stand-in as the server uses it. */
export interface SiteJira extends JiraDoor {
  load(data: SiteData): void;
  snapshot(): unknown;
  readonly ledger: { read(): unknown; reset(): void };
  isPanelPinned(projectId: string, moduleKey: string): boolean;
  /** The app was removed: its pins and fields go; the rest of Jira stays. */
  forgetApp(): void;
  /** It was installed again. */
  learnApp(): void;
}

export interface JiraParts {
  readonly clock: Clock;
  readonly app: AppFacts;
  /** The site's own address, for the links in its answers. */
  readonly siteUrl: string;
  readonly validateAnswers: boolean;
  readonly seed: number;
  readonly hooks: {
    event(name: string, payload: object): void;
    validate(rule: { readonly moduleKey: string; readonly configuration: unknown }, input: ValidatedTransition): Promise<RuleVerdict>;
    jqlFunction(call: JqlCall): Promise<JqlAnswer>;
  };
}

/** One site with the app in it, from the first moment. `reset` makes another. */
export interface World {
  readonly name: string;
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly jira: SiteJira;
  readonly forge: Forge;
  readonly users: readonly SiteUser[];
  readonly projects: SiteData['projects'];
  readonly siteUrl: string;
  readonly seed: number;
}

export interface WorldOptions {
  readonly manifest: Manifest;
  readonly bundleDirectory: string;
  readonly createJira: (parts: JiraParts) => SiteJira;
  readonly siteUrl: string;
  readonly seed: number;
  readonly clockMode: ClockOptions['mode'];
  readonly functionState: FunctionState;
  readonly latency: keyof typeof latencies;
  readonly validateAnswers: boolean;
  readonly eventDelayMs?: number;
  readonly queueDelayMs?: number;
  readonly kvsQueryLagMs?: number;
}

// The store's limits are by the minute; without pauses they would meet a whole year's work at once.
const pauseMs = 60_000;

export async function createWorld(options: WorldOptions, { data, afterLoad }: LoadedSite): Promise<World> {
  const { manifest, siteUrl, seed } = options;
  const clock = createClock({ mode: options.clockMode, start: Date.parse(data.now) });
  const installation = installationOf(data.name, siteUrl);
  const bundle = createBundle({ directory: options.bundleDirectory, state: options.functionState });
  // Filling a site waits for nobody; the chosen latency holds from the first visitor on.
  const latency = { ...latencies.none };

  const host: { forge?: Forge } = {};
  const jira = options.createJira({
    clock,
    seed,
    siteUrl,
    // Jira reads this from the start, the host a moment later.
    app: factsWhile(() => host.forge?.isInstalled ?? true, appFactsOf(manifest, installation.environmentId)),
    validateAnswers: options.validateAnswers,
    hooks: {
      event: (name, payload) => forge.event(name, payload),
      validate: (rule, input) => forge.validate(rule, input),
      jqlFunction: (call) => forge.jqlFunction(call),
    },
  });
  const forge = createForge({
    manifest,
    bundle,
    clock,
    jira,
    installation,
    latency,
    seed,
    faults: createFaults(),
    ...(options.eventDelayMs !== undefined && { eventDelayMs: options.eventDelayMs }),
    ...(options.queueDelayMs !== undefined && { queueDelayMs: options.queueDelayMs }),
    ...(options.kvsQueryLagMs !== undefined && { kvsQueryLagMs: options.kvsQueryLagMs }),
  });
  host.forge = forge;
  const world: World = { name: data.name, manifest, clock, jira, forge, users: data.users, projects: data.projects, siteUrl, seed };

  jira.load(data);
  forge.install(data.users.find(({ isJiraAdmin }) => isJiraAdmin)?.accountId ?? data.users[0]?.accountId ?? '');
  await forge.settle();
  await afterLoad?.(driveOf(world));
  await forge.settle();
  jira.ledger.reset();
  forge.kvs.resetLedger();
  Object.assign(latency, latencies[options.latency]);
  return world;
}

function driveOf({ forge, clock }: World): Drive {
  return {
    async invoke(functionKey, payload, { as, moduleKey = 'project', context }) {
      return forge.invoke({ moduleKey, functionKey, payload, accountId: as, ...(context && { context }) });
    },
    async settle() {
      await forge.settle();
      clock.advance(pauseMs);
    },
  };
}
