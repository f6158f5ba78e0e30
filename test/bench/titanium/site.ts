import { join } from 'node:path';
import { z } from 'zod';
import { createClock, type Clock } from '../../../sandbox/clock';
import { createForge, type Forge } from '../../../sandbox/forge';
import { appFactsOf } from '../../../sandbox/forge/app-facts';
import { createBundle } from '../../../sandbox/forge/bundle';
import { installationOf } from '../../../sandbox/forge/installation';
import { latencies } from '../../../sandbox/forge/latency';
import { readManifest } from '../../../sandbox/forge/manifest';
import { createJira, type Jira } from '../../../sandbox/jira';
import type { SiteData } from '../../../sandbox/jira/site-data';
import { received } from '../../../src/contract/failures';
import { contract, type OperationName, type Output, type Sent } from '../../../src/contract';
import { createMeter, type Meter } from './meter';

const root = join(__dirname, '../../..');

/** A tracker with the built app in it, in virtual time at the latencies that the budgets are measured at. */
export interface BenchSite {
  readonly clock: Clock;
  readonly jira: Jira;
  readonly forge: Forge;
  readonly meter: Meter;
  /** One act of a person, who then takes a second; what falls due meanwhile runs. */
  act<Name extends OperationName>(name: Name, input: Sent<Name>, as: string): Promise<Output<Name>>;
  /** A link drawn in plain Jira, which the app only hears of. */
  draw(link: { readonly type: string; readonly from: string; readonly to: string }, as: string): Promise<void>;
  /** Until nothing is under way any more. */
  settle(): Promise<void>;
}

const secondMs = 1_000;
const longestSettle = 12 * 3_600_000;
const patience = 20;
const refused = z.object({ ok: z.literal(false), code: z.string(), detail: z.string(), retryAfter: z.number().optional() });
const answered = z.object({ ok: z.literal(true), value: z.unknown() });

export function openSite(data: SiteData): BenchSite {
  const clock = createClock({ mode: 'virtual', start: Date.parse(data.now) });
  const manifest = readManifest(join(root, 'manifest.yml'));
  const installation = installationOf(data.name, 'http://localhost');
  const meter = createMeter(createBundle({ directory: join(root, 'build/forge'), state: 'warm' }), clock);
  const jira = createJira({
    clock,
    app: appFactsOf(manifest, installation.environmentId),
    hooks: { event: (name, payload) => forge.event(name, payload), validate: (rule, input) => forge.validate(rule, input) },
  });
  const forge = createForge({ manifest, clock, jira, installation, bundle: meter.bundle, latency: latencies.real });
  meter.watch(jira, forge.kvs);
  jira.load(data);

  return {
    clock,
    jira,
    forge,
    meter,
    async act(name, input, as) {
      const { output } = contract[name];
      for (let tries = 0; tries < patience; tries += 1) {
        const reply = received(await forge.invoke({ moduleKey: moduleFor(name), functionKey: name, payload: input, accountId: as }));
        await forge.elapse(secondMs);
        const refusal = refused.safeParse(reply);
        // The contract's own shape says what the value is; the parser knows no names.
        if (!refusal.success) return output.parse(answered.parse(reply).value) as Output<typeof name>;
        const { code, detail, retryAfter = 60 } = refusal.data;
        if (code !== 'quota' && code !== 'jira-unavailable') throw new Error(`${name} answered ${code}: ${detail} ${logged(forge)}`);
        await forge.elapse(retryAfter * secondMs);
      }
      throw new Error(`${name} was asked to pause ${patience} times.`);
    },
    async draw({ type, from, to }, as) {
      // Jira's words: the inward issue is the one that shows the outward phrase.
      const body = JSON.stringify({ type: { name: type }, inwardIssue: { id: from }, outwardIssue: { id: to } });
      const path = '/rest/api/3/issueLink';
      const headers = { 'content-type': 'application/json' };
      const { status } = await jira.handle({ method: 'POST', path, headers, body, caller: { kind: 'user', accountId: as, via: 'browser' } });
      if (status !== 201) throw new Error(`Jira answered ${status} to a link from ${from} to ${to}`);
      await forge.elapse(secondMs);
    },
    async settle() {
      await forge.settle(longestSettle);
    },
  };
}

const moduleFor = (name: OperationName): string =>
  name.includes('etup') || name === 'saveCustomers' ? 'admin' : name.endsWith('Ranking') || name === 'explainItem' ? 'project' : 'panel';

/** What the app said on its way there. */
const logged = ({ runs }: Forge): string =>
  runs
    .slice(-5)
    .flatMap(({ logs }) => logs.filter(({ level }) => level === 'error').map(({ text }) => text))
    .join('\n');
