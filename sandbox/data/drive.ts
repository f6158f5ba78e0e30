import type { SiteData } from '../jira/site-data';
import type { Drive } from '../server/site-loader';
import type { EvidenceSeed } from './evidence';

/** What lives in the app and not in Jira; it gets there through the app's own operations, as the people who would do it. */
export interface AppSeeds {
  readonly statementProjects: readonly string[];
  readonly backlogProjects: readonly string[];
  readonly ticketProjects: readonly string[];
  readonly customers: readonly { readonly name: string; readonly value: number | null; readonly segment?: string }[];
  readonly evidence: readonly EvidenceSeed[];
  readonly covers: readonly { readonly itemKey: string; readonly problemKey: string; readonly cover: number }[];
}

interface Plan {
  readonly revision: number;
  readonly lines: readonly { readonly id: string; readonly state: string }[];
}

const admin = { as: 'user-admin', moduleKey: 'admin' } as const;
const pm = { as: 'user-pm', moduleKey: 'panel' } as const;
const actsAMinute = 100;
const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** Sets the app up as the admin, then tells it of customers, evidence and covers, as the product manager. */
export function fillApp(data: SiteData, seeds: AppSeeds): (drive: Drive) => Promise<void> {
  const projectIds = (keys: readonly string[]): readonly string[] => data.projects.filter(({ key }) => keys.includes(key)).map(({ id }) => id);
  const idOf = new Map(data.issues.map(({ key, id }) => [key, id]));
  const choices = {
    statementProjects: projectIds(seeds.statementProjects),
    backlogProjects: projectIds(seeds.backlogProjects),
    ticketProjects: projectIds(seeds.ticketProjects),
    openProjects: projectIds(seeds.statementProjects),
    sharedScheme: 'copy',
  };
  return async (drive) => {
    const call = async (operation: string, input: unknown, who: Parameters<Drive['invoke']>[2]): Promise<unknown> =>
      valueOf(operation, await drive.invoke(operation, input, who));
    const plan = (await call('planSetup', { choices }, admin)) as Plan;
    await call('saveSetup', { choices, revision: plan.revision }, admin);
    for (const { id, state } of plan.lines) if (state.startsWith('will-')) await call('applySetupLine', { lineId: id, choices }, admin);
    await call('finishSetup', {}, admin);
    for (let at = 0; at < seeds.customers.length; at += 50) await call('saveCustomers', { customers: seeds.customers.slice(at, at + 50) }, admin);
    await drive.settle();
    for (const [at, seed] of seeds.evidence.entries()) {
      await call(...tagOf(seed, idOf), pm);
      if (at % actsAMinute === actsAMinute - 1) await drive.settle();
    }
    for (const { itemKey, problemKey, cover } of seeds.covers)
      await call('linkProblem', { issueId: idOf.get(itemKey), statementId: idOf.get(problemKey), cover }, pm);
    await drive.settle();
  };
}

function tagOf(seed: EvidenceSeed, idOf: ReadonlyMap<string, string>): readonly [operation: string, input: unknown] {
  const { stance, quote } = seed;
  const statementId = idOf.get(seed.statementKey);
  const customer = seed.customer === null ? null : { name: seed.customer };
  if (seed.ticketKey !== undefined)
    return ['tagEvidence', { issueId: idOf.get(seed.ticketKey), statementId, stance, quote, severity: seed.raw ?? 'major', customer }];
  const count = seed.count === undefined ? {} : { count: seed.count };
  return ['addEvidence', { statementId, stance, source: seed.source, raw: seed.raw, ...count, at: seconds(seed.at), quote, customer }];
}

function valueOf(operation: string, reply: unknown): unknown {
  // The app answers in one text.
  const { ok, value, code, detail } = JSON.parse(String(reply)) as {
    readonly ok: boolean;
    readonly value?: unknown;
    readonly code?: string;
    readonly detail?: string;
  };
  if (ok) return value;
  throw new Error(`The site could not be filled: ${operation} answered ${code ?? 'nothing'}: ${detail ?? ''}`);
}
