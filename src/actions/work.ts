import type { StepOutcome, WorkAbout, WorkKindName, WorkStepView, WorkView } from '../contract/work';
import type { AccountId } from '../domain/ids';
import type { Pace } from '../domain/pacing';
import type { ApplyBefore, ApplySight, ApplyStep } from './applying-order';
import type { Ports } from './ports';
import type { MendingBefore, MendingSight, MendingStep } from './mending-links';
import type { TagStep, TagBefore, TagSight } from './tagging-in-bulk';

/** What the steps of each kind of work are made of. A new kind is a row here, one in `kinds-of-work.ts`, and its words in the contract. */
interface WorkContents {
  readonly tag: { readonly step: TagStep; readonly before: TagBefore; readonly sight: TagSight };
  readonly apply: { readonly step: ApplyStep; readonly before: ApplyBefore; readonly sight: ApplySight };
  readonly repair: { readonly step: MendingStep; readonly before: MendingBefore; readonly sight: MendingSight };
}

export type AboutOf<Name extends WorkKindName> = Extract<WorkAbout, { readonly kind: Name }>;
export type StepOf<Name extends WorkKindName> = WorkContents[Name]['step'];
type BeforeOf<Name extends WorkKindName> = WorkContents[Name]['before'];
export type SightOf<Name extends WorkKindName> = WorkContents[Name]['sight'];

/** Work that a person started, as it is stored. */
export interface Plan<Name extends WorkKindName = WorkKindName> {
  /** The request that started it: asked twice, it is one plan. */
  readonly id: string;
  readonly owner: AccountId;
  readonly kind: Name;
  readonly about: AboutOf<Name>;
  readonly phase: WorkView['phase'];
  readonly of: number;
  readonly done: number;
  readonly undone: number;
  /** The chunk of steps that is next. */
  readonly chunk: number;
  /** When it acted lately, in epoch seconds: what Jira's walls count. */
  readonly acts: readonly number[];
  readonly startedAt: number;
}

export interface PlannedStep<Name extends WorkKindName = WorkKindName> {
  readonly step: StepOf<Name>;
  /** What there was before, noted before the step acted; null: it has not acted. */
  readonly before: BeforeOf<Name> | null;
  readonly outcome: StepOutcome | null;
  readonly undo: StepOutcome | null;
}

/** Who does the work: every call on Jira goes out in this person's name. */
interface Doing<Name extends WorkKindName> {
  readonly id: string;
  readonly owner: AccountId;
  readonly about: AboutOf<Name>;
}

/** How work of a kind is done. `note`, `act` and `undo` may run twice on a step, and `act` may have died at any of its calls. */
export interface WorkKind<Name extends WorkKindName> {
  /** The walls of what all steps write to. */
  readonly paces: readonly Pace[];
  /** Reads what the next few steps need, all at once; changes nothing. */
  look(ports: Ports, doing: Doing<Name>, steps: readonly StepOf<Name>[]): Promise<SightOf<Name>>;
  /** What the undo must bring back; kept from before the step's first try, which may have left its marks. */
  note(sight: SightOf<Name>, step: StepOf<Name>): BeforeOf<Name>;
  /** Judged by what there was before, so that a second try comes to the same outcome. A Refusal is an outcome, too. */
  act(ports: Ports, doing: Doing<Name>, step: StepOf<Name>, before: BeforeOf<Name>, sight: SightOf<Name>): Promise<StepOutcome>;
  undo(ports: Ports, doing: Doing<Name>, step: StepOf<Name>, before: BeforeOf<Name>, sight: SightOf<Name>): Promise<StepOutcome>;
}

export interface WorkPort {
  /** Puts down a plan with all its steps, or finds the one that this person started under the id; `isSame`: for the same thing. */
  start(
    plan: { readonly id: string; readonly owner: AccountId; readonly about: WorkAbout },
    steps: readonly StepOf<WorkKindName>[],
  ): Promise<{ readonly plan: Plan; readonly isSame: boolean }>;
  read(owner: AccountId, id: string): Promise<Plan | undefined>;
  /** Newest first. */
  ofKind(owner: AccountId, kind: WorkKindName): Promise<readonly Plan[]>;
  /** For one slice, which nobody else may do meanwhile; a slice that died holds it for a moment. */
  take(
    plan: Plan,
    turned: (plan: Plan) => Plan,
  ): Promise<{ readonly kind: 'taken'; readonly plan: Plan } | { readonly kind: 'held'; readonly waitSeconds: number }>;
  steps<Name extends WorkKindName>(plan: Plan<Name>, chunk: number): Promise<readonly PlannedStep<Name>[]>;
  everyStep(plan: Plan): Promise<readonly PlannedStep[]>;
  /** Notes what was there before; called before anything is done. */
  note<Name extends WorkKindName>(plan: Plan<Name>, chunk: number, steps: readonly PlannedStep<Name>[]): Promise<void>;
  /** Ends a slice: a chunk's steps and where the plan stands change together. What the person stopped meanwhile stays stopped. */
  settle<Name extends WorkKindName>(plan: Plan<Name>, chunk: number, steps: readonly PlannedStep<Name>[]): Promise<Plan>;
  /** Finished work goes on, with these steps as if they had not been done. */
  reopen(plan: Plan, isOpen: (step: PlannedStep) => boolean): Promise<Plan>;
  /** Also while a slice runs. */
  stop(plan: Plan): Promise<Plan>;
}

export const stepsPerChunk = 50;
export const chunksOf = ({ of }: Pick<Plan, 'of'>): number => Math.ceil(of / stepsPerChunk);

export const viewOf = ({ id, about, phase, of, done, undone, startedAt }: Plan): WorkView => ({ id, about, phase, of, done, undone, startedAt });

export const stepViewOf = ({ step, outcome, undo }: PlannedStep): WorkStepView => ({
  subject: step.subject,
  ...('move' in step && { size: step.move.issues.length }),
  outcome,
  undo,
});
