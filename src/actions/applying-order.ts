import type { LeftIssue, StepOutcome } from '../contract/work';
import type { IssueId } from '../domain/ids';
import type { Move, Stretch } from '../domain/order/plan-moves';
import { landing, standingIn, type PlaceOf } from '../domain/order/standing';
import { Refusal } from './outcome';
import { inRankOrder, type Sight } from './planning-order';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';
import type { WorkKind } from './work';

export interface ApplyStep {
  readonly subject: IssueId;
  /** Which call of the order it is, from 0. */
  readonly at: number;
  readonly move: Move<IssueId>;
  /** Of its issues, when it was planned: their ranks, and their places in the whole order. */
  readonly ranks: readonly string[];
  readonly places: readonly number[];
}

/** No more: a move itself says where its issues stood and where they go. */
export interface ApplyBefore {
  readonly isNoted: true;
}

/** Who does not stand where the plan has it, so that it says nothing of where others go. */
export interface ApplySight {
  /** Left where they were, with the call that left them. */
  readonly left: Map<IssueId, { readonly at: number; readonly place: number }>;
  /** Not taken back by an undo. */
  readonly astray: Set<IssueId>;
}

export const noneLeft = (): ApplySight => ({ left: new Map(), astray: new Set() });

/** Ranks, call by call, as the person. Each issue is judged by where it stands, so that one that was moved is not moved again. */
export const applying: WorkKind<'apply'> = {
  paces: [{ most: 18, seconds: 2 }],
  look: async ({ work }, { owner, id }) => {
    const plan = await work.read(owner, id);
    const steps = plan ? await work.everyStep(plan) : [];
    const sight = noneLeft();
    for (const { outcome, undo, step } of steps) {
      if ('ranks' in step) addLeft(sight, step, outcome);
      undo?.left?.forEach((own) => sight.astray.add(own.id));
    }
    return sight;
  },
  note: () => ({ isNoted: true }),
  act: (ports, _, step, __, sight) => applyMove(ports, step, sight),
  undo: (ports, _, step, __, sight) => takeBackMove(ports, step, sight),
};

/**
 * One call of an order. Whoever moved an issue since it was planned is not overruled: that issue is left, and the others go on. Adds
 * what it leaves to `known`.
 */
export async function applyMove(ports: Pick<Ports, 'rank'>, step: Omit<ApplyStep, 'subject'>, known: ApplySight): Promise<StepOutcome> {
  const move = withVotes(step.move, step.at, known);
  const trying = { ...step, move: { ...move, back: move.back.map((own) => withVotes(own, step.at, known)) } };
  const outcome = await untilNotBusy(() =>
    tried(ports, trying).catch((error: unknown) => {
      // What it should go beside went between the look and the call: another look finds another neighbour.
      if (error instanceof Refusal && error.code === 'not-found') return tried(ports, trying);
      throw error;
    }),
  );
  step.move.issues.forEach((id) => known.left.delete(id));
  addLeft(known, step, outcome);
  return outcome;
}

export function addLeft({ left }: ApplySight, { at, move, places }: Omit<ApplyStep, 'subject'>, outcome: StepOutcome | null): void {
  for (const { id } of outcome?.left ?? []) left.set(id, { at, place: places[move.issues.indexOf(id)] ?? 0 });
}

/** A stretch whose neighbours are only those that stand where the plan has them. */
function withVotes<Own extends Stretch<IssueId>>(stretch: Own, now: number, { left, astray }: ApplySight): Own {
  const isThere = (id: IssueId): boolean => !astray.has(id) && (left.get(id)?.at ?? now) >= now;
  const [aboves, belows] = [stretch.aboves.filter(isThere), stretch.belows.filter(isThere)];
  // Of many one that is left says too little.
  const isEnough = aboves.length + belows.length >= Math.min(2, stretch.aboves.length + stretch.belows.length);
  // Not the end of the list: somebody stands there, nobody knows where.
  const unknown = { above: aboves.length === 0 && stretch.aboves.length > 0, below: belows.length === 0 && stretch.belows.length > 0 };
  return { ...stretch, aboves: isEnough ? aboves : [], belows: isEnough ? belows : [], unknown };
}

async function tried(ports: Pick<Ports, 'rank'>, { move, ranks }: Omit<ApplyStep, 'subject'>): Promise<StepOutcome> {
  const sight = await ports.rank.read(involvedIn(move));
  const placeOf = placesIn(sight);
  const unmoved = new Set(move.issues.filter((id, at) => ranks[at] !== '' && sight.get(id)?.rank === ranks[at]));
  const there = new Set([...standingIn(move, placeOf)].filter((id) => !unmoved.has(id)));
  // Jira balances all ranks at times: then the neighbours say it.
  const home = new Set([...unmoved, ...move.back.flatMap((stretch) => [...standingIn(stretch, placeOf)])]);
  const left = move.issues.flatMap((id): LeftIssue[] => {
    if (!sight.has(id)) return [{ id, why: 'gone' }];
    return there.has(id) || home.has(id) ? [] : [{ id, why: 'theirs' }];
  });
  const known = new Set(left.map(({ id }) => id));
  const going = new Set(move.issues.filter((id) => !known.has(id) && !there.has(id)));
  return outcomeFor(move, [...left, ...(await placedAmong(ports, move, { there, going, placeOf }))], sight);
}

interface Standing {
  /** Of the stretch's issues: those that stand in it already, and those that go there. */
  readonly there: ReadonlySet<IssueId>;
  readonly going: ReadonlySet<IssueId>;
  readonly placeOf: PlaceOf<IssueId>;
}

/** Brings a stretch together around those of it that stand there already: one call, or one between each two of these. */
async function placedAmong({ rank }: Pick<Ports, 'rank'>, stretch: Stretch<IssueId>, { there, going, placeOf }: Standing): Promise<readonly LeftIssue[]> {
  const left: LeftIssue[] = [];
  let run: IssueId[] = [];
  let above: IssueId | undefined;
  for (const id of [...stretch.issues, undefined]) {
    if (id !== undefined && going.has(id)) run.push(id);
    if (id !== undefined && !there.has(id)) continue;
    const beside = above === undefined ? id && ({ side: 'before', anchor: id } as const) : ({ side: 'after', anchor: above } as const);
    const spot = beside ?? landing(stretch, placeOf);
    if (run.length > 0) left.push(...(spot ? (await rank.place({ ...spot, issues: run })).refused : run.map((own) => ({ id: own, why: 'lost' as const }))));
    run = [];
    above = id;
  }
  return left;
}

const triesWhenBusy = 3;

/** What Jira left for no reason of the issue's own is looked for and asked for again, among what went. */
async function untilNotBusy(act: () => Promise<StepOutcome>): Promise<StepOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await act();
    if (tries === triesWhenBusy || outcome.left?.some(({ why }) => why === 'busy') !== true) return outcome;
  }
}

/**
 * To where its issues stood when it was planned; whoever moved them since is not overruled. A try that died half-way is gone on with. Adds
 * what it leaves to `known`.
 */
export async function takeBackMove(ports: Pick<Ports, 'rank'>, step: Omit<ApplyStep, 'subject'>, known: ApplySight): Promise<StepOutcome> {
  const outcome = await untilNotBusy(() => triedBack(ports, { ...step, move: withVotes(step.move, step.at, known) }, known));
  step.move.issues.forEach((id) => known.astray.delete(id));
  outcome.left?.forEach(({ id }) => known.astray.add(id));
  return outcome;
}

async function triedBack(ports: Pick<Ports, 'rank'>, { move, ...step }: Omit<ApplyStep, 'subject'>, known: ApplySight): Promise<StepOutcome> {
  const left: LeftIssue[] = [];
  const seen = new Map<IssueId, RankedIssue>();
  const placed = new Map(move.issues.map((id, at) => [id, step.places[at] ?? 0]));
  // Who never went still stands among those that come back.
  const mates = [...known.left].flatMap(([id, own]) => (own.at < step.at ? [{ id, place: own.place }] : []));
  for (const { issues: own, ...planned } of move.back) {
    // Who did not come back a stretch ago says nothing of where this one goes.
    const astray = new Set([...known.astray, ...left.map(({ id }) => id)]);
    const spot = withVotes({ issues: own, ...planned }, step.at, { ...known, astray });
    const among = [...own.map((id) => ({ id, place: placed.get(id) ?? 0 })), ...mates].sort((a, b) => a.place - b.place);
    const stretch = { ...spot, issues: among.map(({ id }) => id) };
    // Each stretch looks anew: it may stand beside the one before it.
    const sight = await ports.rank.read(involvedIn({ ...move, back: [stretch] }));
    sight.forEach((issue, id) => seen.set(id, issue));
    const placeOf = placesIn(sight);
    const ours = standingIn(move, placeOf);
    // Where too few neighbours are left to tell the two apart, it is taken back: that is right in both.
    const back = new Set([...standingIn(stretch, placeOf)].filter((id) => !ours.has(id) || !move.issues.includes(id)));
    const going = new Set(own.filter((id) => ours.has(id)));
    left.push(...own.flatMap((id): LeftIssue[] => (going.has(id) || back.has(id) ? [] : [{ id, why: sight.has(id) ? 'theirs' : 'gone' }])));
    left.push(...(await placedAmong(ports, stretch, { there: back, going, placeOf })));
  }
  return left.length === 0 ? { outcome: 'undone', why: null } : { outcome: 'kept', why: wordsFor(left, seen), left };
}

const involvedIn = (move: Move<IssueId>): readonly IssueId[] => [
  ...new Set([move, ...move.back].flatMap(({ issues, aboves, belows }) => [...aboves, ...issues, ...belows])),
];

function placesIn(sight: Sight): PlaceOf<IssueId> {
  const places = new Map(inRankOrder([...sight.keys()], sight).map((id, at) => [id, at]));
  return (id) => places.get(id);
}

function outcomeFor({ issues }: Move<IssueId>, left: readonly LeftIssue[], sight: Sight): StepOutcome {
  if (left.length === 0) return { outcome: 'done', why: null };
  const why = wordsFor(left, sight);
  if (left.length < issues.length) return { outcome: 'partly', why, left: [...left] };
  const isAll = (what: LeftIssue['why']): boolean => left.every((own) => own.why === what);
  return { outcome: isAll('gone') ? 'gone' : isAll('forbidden') ? 'forbidden' : 'refused', why, left: [...left] };
}

const words = {
  forbidden: 'you may not rank it',
  busy: 'Jira was busy and left it',
  theirs: 'somebody else moved it',
  lost: 'what it should stand beside was moved',
  gone: 'it is gone',
} as const satisfies Record<LeftIssue['why'], string>;

const wordsFor = (left: readonly LeftIssue[], sight: Sight): string =>
  left.map(({ id, why }) => `${sight.get(id)?.key ?? 'An issue'}: ${words[why]}.`).join(' ');
