import type { FailureCode } from '../contract/failures';
import type { StepOutcome, WorkKindName, WorkSlice } from '../contract/work';
import { allowance, remembered } from '../domain/pacing';
import { kindsOfWork } from './kinds-of-work';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import { chunksOf, stepViewOf, viewOf, type Plan, type PlannedStep, type SightOf, type WorkKind } from './work';

type Direction = 'do' | 'undo';

// A call ends well before 5 s: the step that has begun is still finished.
const secondsPerSlice = 3;
const stepsPerSlice = 20;
/** Where Jira asks for a pause without saying how long. */
const usualPause = 30;

/** Does, or takes back, the next few steps of a plan in its owner's name. */
export async function driveSlice(ports: Ports, found: Plan, direction: Direction): Promise<WorkSlice> {
  const isOver = direction === 'do' ? found.phase !== 'doing' : found.phase === 'undone';
  if (isOver) return { work: viewOf(found), steps: [], waitSeconds: 0 };
  const taken = await ports.work.take(found, turnedFor[direction]);
  if (taken.kind === 'held') return { work: viewOf(found), steps: [], waitSeconds: taken.waitSeconds };
  return slice(ports, taken.plan, direction);
}

/** Turned round before anything is taken back: work that is half undone is not done on. The chunk that is next may have begun. */
const turnedFor: Readonly<Record<Direction, (plan: Plan) => Plan>> = {
  do: (plan) => plan,
  undo: (plan) => (plan.phase === 'undoing' ? plan : { ...plan, phase: 'undoing', chunk: Math.min(plan.chunk, chunksOf(plan) - 1) }),
};

async function slice<Name extends WorkKindName>(ports: Ports, plan: Plan<Name>, direction: Direction): Promise<WorkSlice> {
  const { paces } = kindsOfWork[plan.kind];
  const started = ports.clock.now();
  const steps = await ports.work.steps(plan, plan.chunk);
  // Taken back last first: a step may stand on the one before it.
  const open = inTurn[direction](steps.filter(isOpenFor[direction]));
  const { free } = allowance(paces, plan.acts, started);
  const walk = await walked(ports, plan, steps, open.slice(0, Math.min(free, stepsPerSlice)), direction);
  const looked = walk.steps.filter((step, at) => step !== steps[at] && !isOpenFor[direction](step));
  const acts = [...remembered(paces, plan.acts, started), ...walk.acts];
  const settled = await ports.work.settle(
    advanced({ ...plan, acts }, looked.length === open.length, looked.filter(({ outcome }) => outcome !== null).length, direction),
    plan.chunk,
    walk.steps,
  );
  if (walk.failure !== undefined) throw walk.failure;
  return { work: viewOf(settled), steps: looked.map(stepViewOf), waitSeconds: walk.waitSeconds ?? allowance(paces, acts, ports.clock.now()).waitSeconds };
}

const inTurn = {
  do: <Step>(steps: readonly Step[]): readonly Step[] => steps,
  undo: <Step>(steps: readonly Step[]): readonly Step[] => steps.toReversed(),
} as const satisfies Record<Direction, unknown>;

const isOpenFor: Readonly<Record<Direction, (step: PlannedStep) => boolean>> = {
  do: ({ outcome }) => outcome === null,
  // What was noted may have acted, even where no outcome came of it.
  undo: ({ before, undo }) => before !== null && undo === null,
};

function advanced<Name extends WorkKindName>(plan: Plan<Name>, isChunkOver: boolean, looked: number, direction: Direction): Plan<Name> {
  if (direction === 'do') {
    const chunk = plan.chunk + (isChunkOver ? 1 : 0);
    return { ...plan, chunk, done: plan.done + looked, phase: chunk === chunksOf(plan) ? 'done' : plan.phase };
  }
  const isOver = isChunkOver && plan.chunk === 0;
  return { ...plan, chunk: Math.max(0, plan.chunk - (isChunkOver ? 1 : 0)), undone: plan.undone + looked, phase: isOver ? 'undone' : plan.phase };
}

interface Walk<Name extends WorkKindName> {
  /** All of the chunk, as it is now. */
  readonly steps: readonly PlannedStep<Name>[];
  readonly acts: readonly number[];
  /** Jira asked for a pause. */
  readonly waitSeconds?: number;
  /** Ended the slice before its time; what was done until then is kept. */
  readonly failure?: Error;
}

async function walked<Name extends WorkKindName>(
  ports: Ports,
  plan: Plan<Name>,
  steps: readonly PlannedStep<Name>[],
  asked: readonly PlannedStep<Name>[],
  direction: Direction,
): Promise<Walk<Name>> {
  if (asked.length === 0) return { steps, acts: [] };
  const kind: WorkKind<Name> = kindsOfWork[plan.kind];
  const until = ports.clock.now() + secondsPerSlice;
  const acts: number[] = [];
  let now = [...steps];
  try {
    const sight = await kind.look(
      ports,
      plan,
      asked.map(({ step }) => step),
    );
    if (direction === 'do') {
      now = steps.map((step) => (asked.includes(step) && step.before === null ? { ...step, before: kind.note(sight, step.step) } : step));
      await ports.work.note(plan, plan.chunk, now);
    }
    for (const { step: own } of asked) {
      const at = now.findIndex(({ step }) => step === own);
      const step = now[at];
      if (step === undefined) continue;
      if (ports.clock.now() >= until) break;
      if (direction === 'undo' && hasNothingToUndo(step)) now[at] = { ...step, undo: { outcome: 'kept', why: null } };
      else {
        acts.push(ports.clock.now());
        now[at] = await tried(ports, { kind, plan, step, sight }, direction);
      }
    }
    return { steps: now, acts };
  } catch (failure) {
    if (failure instanceof Refusal && failure.code === 'quota') return { steps: now, acts, waitSeconds: failure.retryAfter ?? usualPause };
    return { steps: now, acts, failure: failure instanceof Error ? failure : new Error('A slice of work broke.') };
  }
}

/** A step that came to nothing left nothing. One that broke, or has no outcome, may have got half-way. */
const hasNothingToUndo = ({ outcome }: PlannedStep): boolean => outcome !== null && !['done', 'partly', 'failed'].includes(outcome.outcome);

interface Try<Name extends WorkKindName> {
  readonly kind: WorkKind<Name>;
  readonly plan: Plan<Name>;
  readonly step: PlannedStep<Name>;
  readonly sight: SightOf<Name>;
}

async function tried<Name extends WorkKindName>(ports: Ports, { kind, plan, step, sight }: Try<Name>, direction: Direction): Promise<PlannedStep<Name>> {
  const { before } = step;
  if (before === null) throw new Error('A step acts only after what was there before is noted.');
  const came = await outcomeOf(ports, plan, () =>
    direction === 'do' ? kind.act(ports, plan, step.step, before, sight) : kind.undo(ports, plan, step.step, before, sight),
  );
  return direction === 'do' ? { ...step, outcome: came } : { ...step, undo: came };
}

const outcomeOfCode: Readonly<Partial<Record<FailureCode, StepOutcome['outcome']>>> = {
  forbidden: 'forbidden',
  'not-found': 'gone',
  invalid: 'refused',
  conflict: 'refused',
  'too-large': 'refused',
};

/** One step that is refused or breaks does not hold up the others; Jira that is away or asks for a pause holds up all. */
async function outcomeOf(ports: Pick<Ports, 'log'>, { kind }: { readonly kind: WorkKindName }, act: () => Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      ports.log.failure(`a step of ${kind} broke`, error);
      return { outcome: 'failed', why: null };
    }
    const outcome = outcomeOfCode[error.code];
    if (outcome === undefined) throw error;
    return { outcome, why: error.detail };
  }
}
