import type { Fault } from '../../sandbox/forge/faults';
import type { OperationName } from '../../src/contract';
import type { SetupChoices } from '../../src/contract/setup';
import { choices, openSite, valueOf, type Site } from './site';

/** What says when, by whom and in how many steps it was made, or counts up. */
const passing = new Set(['at', 'savedAt', 'savedBy', 'updated', 'version']);
const ruleId = /^0f0e0d0c-/;

/** Everything setup makes so far: what stands in Jira, and what the app remembers of it. */
export function stateOf(site: Site): string {
  const remembered = site.forge.kvs.snapshot().entities['head']?.['settings'];
  return JSON.stringify([site.jira.snapshot(), remembered], (key, value: unknown) => {
    if (passing.has(key)) return undefined;
    return typeof value === 'string' && ruleId.test(value) ? 'a rule' : value;
  });
}

/** The same when nothing is on its way any more. */
export async function madeIn(site: Site): Promise<unknown> {
  await site.settle();
  return JSON.parse(stateOf(site));
}

/** One call of the page. */
export interface Step {
  readonly name: OperationName;
  readonly input: object;
}

const planning: Step = { name: 'planSetup', input: { choices } };

export async function take(site: Site, { name, input }: Step, as = 'user-admin'): Promise<unknown> {
  const reply = (await site.callRaw(name, input, as)) as Parameters<typeof valueOf>[0];
  return valueOf(reply);
}

/** What the page does next, once it has the plan: the choices are saved, the lines one after the other, then reading starts. */
export async function stepsFrom(site: Site, own: SetupChoices = choices, as = 'user-admin'): Promise<readonly Step[]> {
  const { lines, revision } = valueOf(await site.call('planSetup', { choices: own }, as));
  const toDo = lines.filter(({ state }) => state === 'will-create' || state === 'will-add');
  return [
    { name: 'saveSetup', input: { choices: own, revision } },
    ...toDo.map(({ id }) => ({ name: 'applySetupLine' as const, input: { lineId: id, choices: own } })),
    { name: 'finishSetup', input: {} },
  ];
}

/** Counts what the app sends out, and kills it at one of these calls. */
export function watchCalls(site: Site) {
  let calls = 0;
  let death: { readonly at: number; readonly effect: 'before' | 'after' } | undefined;
  const strike = (occasion: { readonly target: string }): readonly Fault[] => {
    if (!['jira', 'kvs', 'queue'].includes(occasion.target)) return [];
    calls += 1;
    return calls === death?.at ? [{ kind: 'kill', effect: death.effect }] : [];
  };
  Object.assign(site.forge.faults, { strike });
  return {
    /** How many calls the act makes. */
    async count(act: () => Promise<unknown>): Promise<number> {
      calls = 0;
      await act();
      return calls;
    },
    /** Runs the act and kills the app at a call, before or after it took effect; answers whether it got that far. */
    async kill(at: number, effect: 'before' | 'after', act: () => Promise<unknown>): Promise<boolean> {
      calls = 0;
      death = { at, effect };
      await act().catch(() => undefined);
      death = undefined;
      return calls >= at;
    },
  };
}

/** What was written, in order, so that another site can be brought to the same place. */
type Write = (site: Site) => Promise<unknown>;

export function recordWrites(site: Site): readonly Write[] {
  const writes: Write[] = [];
  const handle = site.jira.handle.bind(site.jira);
  const keep = site.forge.kvs.handle.bind(site.forge.kvs);
  Object.assign(site.jira, {
    handle: (call: Parameters<typeof handle>[0]) => {
      if (call.method !== 'GET') writes.push((other) => other.jira.handle(call));
      return handle(call);
    },
  });
  Object.assign(site.forge.kvs, {
    handle: (...asked: Parameters<typeof keep>) => {
      if (/(set|delete|transaction)$/.test(asked[0])) writes.push((other) => Promise.resolve(other.forge.kvs.handle(...asked)));
      return keep(...asked);
    },
  });
  return writes;
}

export async function openAfter(writes: readonly Write[]): Promise<Site> {
  const site = openSite();
  for (const write of writes) await write(site);
  return site;
}

export { planning };
