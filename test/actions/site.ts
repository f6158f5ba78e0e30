import { afterEach, expect } from '@jest/globals';
import { join } from 'node:path';
import { createClock, type Clock } from '../../sandbox/clock';
import { createForge, type Forge } from '../../sandbox/forge';
import { appFactsOf } from '../../sandbox/forge/app-facts';
import { createBundle } from '../../sandbox/forge/bundle';
import { faultPlanSchema } from '../../sandbox/forge/faults';
import { installationOf } from '../../sandbox/forge/installation';
import { readManifest } from '../../sandbox/forge/manifest';
import { createJira, type Jira } from '../../sandbox/jira';
import type { JiraOptions } from '../../sandbox/jira/site';
import { contract, type OperationName, type Output, type Sent } from '../../src/contract';
import { received, type Reply } from '../../src/contract/failures';
import type { SetupChoices } from '../../src/contract/setup';
import { projectId } from '../../src/domain/ids';
import { sharedFolder } from '../shared-documents';
import { smallSite } from './small-site';

const hasSharedFolder = sharedFolder() !== undefined;
const root = join(__dirname, '../..');
// One warm process for all sites of a file, as Forge reuses one for many tenants.
const manifest = readManifest(join(root, 'manifest.yml'));
const bundle = createBundle({ directory: join(root, 'build/forge'), state: 'warm' });
const open = new Set<{ readonly clock: Clock; readonly jira: Jira }>();

afterEach(() => {
  const faults = [...open].flatMap(({ jira }) => jira.ledger.read().faults);
  for (const { clock } of open) clock.stop();
  open.clear();
  // Every call and every answer fitted Atlassian's own documents.
  expect(faults).toEqual([]);
});

/** The small site with the built app in it: real bundle, real stand-in, virtual time. */
export interface Site {
  readonly clock: Clock;
  readonly jira: Jira;
  readonly forge: Forge;
  call<Name extends OperationName>(name: Name, input: Sent<Name>, as: string): Promise<Reply<Output<Name>>>;
  /** What a page gets that sends whatever it likes. */
  callRaw(name: string, payload: unknown, as: string): Promise<unknown>;
  /** Jira's own REST, as a person by hand. */
  rest(method: string, path: string, as: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** One rule a line: what to strike, and how. */
  strike(rules: readonly object[]): void;
  settle(): Promise<void>;
}

/** What Atlassian does otherwise than usual; what it makes of a rule's function that dies is unknown. */
type Own = Partial<Pick<JiraOptions, 'refusedRuleKeys' | 'validateAnswers'>> & { readonly brokenValidator?: 'blocks' | 'passes' };

export function openSite(data = smallSite(), { brokenValidator, ...own }: Own = {}): Site {
  const clock = createClock({ mode: 'virtual', start: Date.parse(data.now) });
  const installation = installationOf('small', 'http://localhost');
  // The two know each other: Jira asks the app's rules, the app asks Jira.
  const late: { forge?: Forge } = {};
  const forgeNow = (): Forge => {
    if (!late.forge) throw new Error('the site is not open yet');
    return late.forge;
  };
  const jira = createJira({
    clock,
    app: appFactsOf(manifest, installation.environmentId),
    validateAnswers: hasSharedFolder,
    ...own,
    hooks: {
      event: (name, payload) => {
        forgeNow().event(name, payload);
      },
      validate: (rule, input) => forgeNow().validate(rule, input),
      jqlFunction: (call) => forgeNow().jqlFunction(call),
    },
  });
  const forge = createForge({ manifest, clock, jira, installation, bundle, ...(brokenValidator && { brokenValidator }) });
  late.forge = forge;
  open.add({ clock, jira });
  jira.load(data);
  const callRaw: Site['callRaw'] = async (functionKey, payload, accountId) => {
    const moduleKey = functionKey.includes('etup') || functionKey === 'gateDefaults' ? 'admin' : 'panel';
    return received(await forge.invoke({ moduleKey, functionKey, payload, accountId }));
  };
  return {
    clock,
    jira,
    forge,
    callRaw,
    async call(name, input, as) {
      const reply = await callRaw(name, input, as);
      const answered = checked(name, reply);
      // What broke is in the app's log only; a test that meets it should say it.
      if (!answered.ok && answered.code === 'unexpected') process.stderr.write(`${JSON.stringify(forge.runs.flatMap(({ logs }) => logs).at(-1))}\n`);
      return answered;
    },
    async rest(method, path, accountId, body) {
      const { status, body: answered } = await jira.handle({
        method,
        path,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        caller: { kind: 'user', accountId, via: 'rest' },
      });
      return { status, body: answered };
    },
    strike: (rules) => {
      forge.faults.plan(faultPlanSchema.parse({ seed: 7, rules }));
    },
    settle: async () => {
      await forge.settle();
    },
  };
}

/** Every answer is held against the contract: pages trust it without parsing. */
function checked<Name extends OperationName>(name: Name, reply: unknown): Reply<Output<Name>> {
  const answered = reply as Reply<Output<Name>>;
  if (answered.ok) contract[name].output.parse(answered.value);
  return answered;
}

/** The value of an answer, or the refusal as the test's own failure. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (reply.ok) return reply.value;
  throw new Error(`${reply.code}: ${reply.detail}`);
}

/** A customer says on a ticket that it has the problem. */
export const say = async (site: Site, issueId: string, statementId: string, name: string) =>
  valueOf(
    await site.call(
      'tagEvidence',
      { issueId, statementId, stance: 'for', quote: `It stops, says ${name}`, severity: 'critical', customer: { name } },
      'user-pm',
    ),
  );

/** What one person sees of a refusal; the trace is another one every time. */
export const withoutTrace = <Value>(reply: Reply<Value>): string => JSON.stringify({ ...reply, trace: '' });

export const projectOf = (id: string) => {
  const parsed = projectId(id);
  if (!parsed) throw new Error(`${id} is no project id`);
  return parsed;
};

export const choices: SetupChoices = {
  statementProjects: [projectOf('10002')],
  backlogProjects: [projectOf('10001')],
  ticketProjects: [],
  openProjects: [projectOf('10002')],
  sharedScheme: 'copy',
  adopt: { types: {}, links: {}, own: [] },
  leftOut: [],
  screens: null,
};

/** Saves choices as the admin who has just looked at the plan, and has the projects read. */
export async function choose(site: Site, own: SetupChoices): Promise<void> {
  const { revision } = valueOf(await site.call('planSetup', { choices: own }, 'user-admin'));
  valueOf(await site.call('saveSetup', { choices: own, revision }, 'user-admin'));
  valueOf(await site.call('finishSetup', {}, 'user-admin'));
}

/** Goes through the plan as the admin page does, and answers what each line became. */
export async function applyPlan(site: Site, own: SetupChoices = choices, as = 'user-admin'): Promise<readonly string[]> {
  const plan = valueOf(await site.call('planSetup', { choices: own }, as));
  valueOf(await site.call('saveSetup', { choices: own, revision: plan.revision }, as));
  const states: string[] = [];
  for (const { id: lineId, state } of plan.lines) {
    if (state !== 'will-create' && state !== 'will-add') continue;
    const { line } = valueOf(await site.call('applySetupLine', { lineId, choices: own }, as));
    states.push(`${line.id} ${line.state}`);
  }
  valueOf(await site.call('finishSetup', {}, as));
  return states;
}

/** The plan applied, and everything that follows from it done. */
export async function setUp(site: Site, own: SetupChoices = choices): Promise<readonly string[]> {
  const states = await applyPlan(site, own);
  await site.settle();
  return states;
}

/** A problem as the product manager writes it. */
export async function writeProblem(
  site: Site,
  requestId = 'request-problem-1',
  sentence = "Finance analysts can't export a full year, so they close the month by hand",
) {
  return valueOf(
    await site.call(
      'createStatement',
      { requestId, projectId: '10002', kind: 'problem', sentence, stakeholder: 'Finance analyst', job: 'Close the month' },
      'user-pm',
    ),
  );
}
