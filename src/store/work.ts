import type { ClockPort } from '../actions/ports';
import { chunksOf, stepsPerChunk, type Plan, type PlannedStep, type WorkPort } from '../actions/work';
import type { WorkKindName } from '../contract/work';
import type { AccountId } from '../domain/ids';
import { hashOf } from './hashing';
import { headIn, moveHead, readHead, type Head } from './heads';
import { getEntities, getEntity, setEntities, transact, type StoredEntity, type Write } from './kvs';
import { shape } from './shapes';

interface KeptPlan {
  readonly plan: Plan;
  /** Stands for what the plan was started to do. */
  readonly does: string;
  /** Until when a slice holds the plan, in epoch seconds; 0: nobody does. */
  readonly heldUntil: number;
}

interface KeptList {
  readonly ids: readonly string[];
}

const kept = shape<KeptPlan>('plan');
const keptList = shape<KeptList>('list of plans');
const keptSteps = <Name extends WorkKindName>() => shape<{ readonly steps: readonly PlannedStep<Name>[] }>('steps of a plan');

// No slice lives longer than a function may run.
const longestSlice = 27;
const tries = 5;
/** Of one person and kind; the oldest make room, finished ones first. */
const mostPlans = 20;

const planKey = (owner: AccountId, id: string): string => `work.${hashOf(owner)}.${id}`;
const listKey = (owner: AccountId, kind: string): string => `works.${hashOf(owner)}.${kind}`;
const chunkKey = ({ owner, id }: Pick<Plan, 'owner' | 'id'>, chunk: number): string => `${planKey(owner, id)}.${chunk}`;
const everyChunk = (plan: Plan): readonly string[] => Array.from({ length: chunksOf(plan) }, (_, chunk) => chunkKey(plan, chunk));

/** Plans that a person's open page drives: each under its owner, its steps beside it in chunks. */
export function createWork(clock: ClockPort): WorkPort {
  const readKept = (owner: AccountId, id: string): Promise<Head<KeptPlan>> => readHead(planKey(owner, id), kept);

  const move = ({ version }: Head<KeptPlan>, content: KeptPlan): Write =>
    moveHead('work', planKey(content.plan.owner, content.plan.id), version, content, kept, clock);

  const chunkOf = <Name extends WorkKindName>(steps: readonly PlannedStep<Name>[]): StoredEntity => ({
    kind: 'work-steps',
    version: 1,
    at: clock.now(),
    record: keptSteps<Name>().pack({ steps }),
  });

  /** Changes a plan as it is now; undefined leaves it. Extra writes happen with it or not at all. */
  async function change(
    { owner, id }: Pick<Plan, 'owner' | 'id'>,
    how: (now: KeptPlan) => KeptPlan | undefined,
    extra: readonly Write[] = [],
  ): Promise<KeptPlan> {
    for (let tried = 0; tried < tries; tried += 1) {
      const head = await readKept(owner, id);
      if (head.content === undefined) throw new Error('A plan is gone while it is driven.');
      const next = how(head.content);
      if (next === undefined) return head.content;
      if (await transact([move(head, next), ...extra])) return next;
    }
    throw new Error('A plan kept changing while it was written.');
  }

  const start: WorkPort['start'] = async ({ id, owner, about }, asked) => {
    const does = hashOf(JSON.stringify([about, asked]));
    const plan: Plan = {
      id,
      owner,
      kind: about.kind,
      about,
      phase: 'doing',
      of: asked.length,
      done: 0,
      undone: 0,
      chunk: 0,
      acts: [],
      startedAt: clock.now(),
    };
    const steps = asked.map((step): PlannedStep => ({ step, before: null, outcome: null, undo: null }));
    const chunks = everyChunk(plan).map((key, chunk): Write => ({
      entity: 'head',
      key,
      value: chunkOf(steps.slice(chunk * stepsPerChunk, (chunk + 1) * stepsPerChunk)),
    }));
    for (let tried = 0; tried < tries; tried += 1) {
      const there = await readKept(owner, id);
      if (there.content !== undefined) return { plan: there.content.plan, isSame: there.content.does === does };
      const list = await readHead(listKey(owner, plan.kind), keptList);
      const { ids, dropped } = await withRoom(owner, list.content?.ids ?? []);
      // All at once: a plan without its steps, or one that no list names, never exists.
      const listed = moveHead('works', listKey(owner, plan.kind), list.version, { ids: [...ids, id] }, keptList, clock);
      if (!(await transact([move(there, { plan, does, heldUntil: 0 }), listed, ...chunks]))) continue;
      await forget(dropped);
      return { plan, isSame: true };
    }
    throw new Error('Work kept being started while it was written.');
  };

  async function stepsIn<Name extends WorkKindName>(key: string): Promise<readonly PlannedStep<Name>[]> {
    const stored = await getEntity('head', key);
    return stored === undefined ? [] : keptSteps<Name>().read(stored.record).steps;
  }

  async function plansOf(owner: AccountId, ids: readonly string[]): Promise<readonly Plan[]> {
    const found = await getEntities(
      'head',
      ids.map((id) => planKey(owner, id)),
    );
    return ids.flatMap((id) => headIn(found.get(planKey(owner, id)), kept).content?.plan ?? []);
  }

  async function withRoom(owner: AccountId, ids: readonly string[]): Promise<{ readonly ids: readonly string[]; readonly dropped: readonly Plan[] }> {
    if (ids.length < mostPlans) return { ids, dropped: [] };
    const plans = await plansOf(owner, ids);
    const isOver = ({ phase }: Plan): boolean => phase !== 'doing' && phase !== 'undoing';
    const dropped = [...plans.filter(isOver), ...plans.filter((plan) => !isOver(plan))].slice(0, ids.length - mostPlans + 1);
    return { ids: ids.filter((id) => plans.some((plan) => plan.id === id) && !dropped.some((plan) => plan.id === id)), dropped };
  }

  async function forget(plans: readonly Plan[]): Promise<void> {
    for (const plan of plans) {
      const keys = [...everyChunk(plan), planKey(plan.owner, plan.id)];
      await transact(keys.map((key): Write => ({ entity: 'head', key, value: undefined })));
    }
  }

  return {
    start,
    read: async (owner, id) => (await readKept(owner, id)).content?.plan,
    ofKind: async (owner, kind) => {
      const { content } = await readHead(listKey(owner, kind), keptList);
      return [...(await plansOf(owner, content?.ids ?? []))].reverse();
    },
    take: async ({ owner, id }, turned) => {
      const now = clock.now();
      const head = await readKept(owner, id);
      if (head.content === undefined) throw new Error('A plan is gone while it is driven.');
      if (head.content.heldUntil > now) return { kind: 'held', waitSeconds: head.content.heldUntil - now };
      const plan = turned(head.content.plan);
      const isTaken = await transact([move(head, { ...head.content, plan, heldUntil: now + longestSlice })]);
      return isTaken ? { kind: 'taken', plan } : { kind: 'held', waitSeconds: 1 };
    },
    steps: <Name extends WorkKindName>(plan: Plan<Name>, chunk: number) => stepsIn<Name>(chunkKey(plan, chunk)),
    everyStep: async (plan) => {
      const found = await getEntities('head', everyChunk(plan));
      return everyChunk(plan).flatMap((key) => {
        const stored = found.get(key);
        return stored === undefined ? [] : keptSteps<WorkKindName>().read(stored.record).steps;
      });
    },
    note: (plan, chunk, steps) => setEntities([{ entity: 'head', key: chunkKey(plan, chunk), value: chunkOf(steps) }]),
    settle: async (plan, chunk, steps) => {
      const { phase, chunk: next, done, undone, acts } = plan;
      const own: Write = { entity: 'head', key: chunkKey(plan, chunk), value: chunkOf(steps) };
      const settled = await change(
        plan,
        (now) => ({ ...now, heldUntil: 0, plan: { ...now.plan, chunk: next, done, undone, acts, phase: isStoppedIn(now, phase) ? 'stopped' : phase } }),
        [own],
      );
      return settled.plan;
    },
    reopen: async (plan, isOpen) => {
      const chunks = await Promise.all(
        everyChunk(plan).map((key, chunk) => stepsIn(key).then((steps) => ({ key, chunk, steps, open: steps.filter(isOpen).length }))),
      );
      const changed = chunks.filter(({ open }) => open > 0);
      const again = changed.reduce((sum, { open }) => sum + open, 0);
      const writes = changed.map(({ key, steps }): Write => ({
        entity: 'head',
        key,
        value: chunkOf(steps.map((step) => (isOpen(step) ? { ...step, outcome: null } : step))),
      }));
      const reopened = await change(
        plan,
        (now) =>
          now.plan.phase === 'done' && again > 0
            ? { ...now, plan: { ...now.plan, phase: 'doing', chunk: changed[0]?.chunk ?? 0, done: now.plan.done - again } }
            : undefined,
        writes,
      );
      return reopened.plan;
    },
    stop: async (plan) => (await change(plan, (now) => (now.plan.phase === 'doing' ? { ...now, plan: { ...now.plan, phase: 'stopped' } } : undefined))).plan,
  };
}

const isStoppedIn = ({ plan }: KeptPlan, phase: Plan['phase']): boolean => plan.phase === 'stopped' && phase === 'doing';
