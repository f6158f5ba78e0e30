import type { LeftIssue, StepOutcome } from '../contract/work';
import type { IssueId } from '../domain/ids';
import type { Move, Placement } from '../domain/order/plan-moves';
import { landing, standingIn, type PlaceOf } from '../domain/order/standing';
import { Refusal } from './outcome';
import { inRankOrder, type Sight } from './planning-order';
import type { Ports } from './ports';
import type { RankedIssue } from './rank-port';
import type { WorkKind } from './work';

export interface ApplyStep {
  readonly subject: IssueId;
  readonly move: Move<IssueId>;
  /** Of its issues, when it was planned. */
  readonly ranks: readonly string[];
}

/** No more: a move itself says where its issues stood and where they go. */
export interface ApplyBefore {
  readonly isNoted: true;
}

/** Nothing: a move may stand on the one before it, so that each looks for itself. */
export type ApplySight = undefined;

/** Ranks, call by call, as the person. Each issue is judged by where it stands, so that one that was moved is not moved again. */
export const applying: WorkKind<'apply'> = {
  paces: [{ most: 18, seconds: 2 }],
  look: () => Promise.resolve(undefined),
  note: () => ({ isNoted: true }),
  act: (ports, _, step) => applyMove(ports, step),
  undo: (ports, _, { move }) => takeBackMove(ports, move),
};

/** One call of an order. Whoever moved an issue since it was planned is not overruled: that issue is left, and the others go on. */
export async function applyMove(ports: Pick<Ports, 'rank'>, step: Omit<ApplyStep, 'subject'>): Promise<StepOutcome> {
  try {
    return await tried(ports, step);
  } catch (error) {
    // What it should go beside went between the look and the call: another look finds another neighbour.
    if (error instanceof Refusal && error.code === 'not-found') return tried(ports, step);
    throw error;
  }
}

async function tried(ports: Pick<Ports, 'rank'>, { move, ranks }: Omit<ApplyStep, 'subject'>): Promise<StepOutcome> {
  const sight = await ports.rank.read(involvedIn(move));
  const placeOf = placesIn(sight);
  const there = standingIn(move, placeOf);
  const home = new Set([
    ...move.issues.filter((id, at) => ranks[at] !== '' && sight.get(id)?.rank === ranks[at]),
    ...move.back.flatMap((stretch) => [...standingIn(stretch, placeOf)]),
  ]);
  const left = move.issues.flatMap((id): LeftIssue[] => {
    if (!sight.has(id)) return [{ id, why: 'gone' }];
    return there.has(id) || home.has(id) ? [] : [{ id, why: 'theirs' }];
  });
  const known = new Set(left.map(({ id }) => id));
  const going = move.issues.filter((id) => !known.has(id));
  if (going.every((id) => there.has(id))) return outcomeFor(move, left, sight);
  const spot = landing(move, placeOf);
  if (!spot) return outcomeFor(move, [...left, ...going.filter((id) => !there.has(id)).map((id) => ({ id, why: 'lost' as const }))], sight);
  return outcomeFor(move, [...left, ...(await placedBeside(ports, { ...spot, issues: going }))], sight);
}

const triesWhenBusy = 3;

/** What Jira left for no reason of the issue's own is asked for again, behind what went. */
async function placedBeside({ rank }: Pick<Ports, 'rank'>, placement: Placement<IssueId>): Promise<readonly LeftIssue[]> {
  let { refused } = await rank.place(placement);
  const forbidden = refused.filter(({ why }) => why === 'forbidden');
  for (let tried = 1; tried < triesWhenBusy && refused.some(({ why }) => why === 'busy'); tried += 1) {
    // All that may go, so that they stand in their order whatever went before.
    ({ refused } = await rank.place({ ...placement, issues: placement.issues.filter((id) => !forbidden.some((own) => own.id === id)) }));
  }
  return [...forbidden, ...refused.filter(({ id }) => !forbidden.some((own) => own.id === id))];
}

/** To where its issues stood when it was planned; whoever moved them since is not overruled. A try that died half-way is gone on with. */
export async function takeBackMove(ports: Pick<Ports, 'rank'>, move: Move<IssueId>): Promise<StepOutcome> {
  const left: LeftIssue[] = [];
  const seen = new Map<IssueId, RankedIssue>();
  for (const stretch of move.back) {
    // Each stretch looks anew: it may stand beside the one before it.
    const sight = await ports.rank.read(involvedIn({ ...move, back: [stretch] }));
    sight.forEach((issue, id) => seen.set(id, issue));
    const placeOf = placesIn(sight);
    const [back, ours] = [standingIn(stretch, placeOf), standingIn(move, placeOf)];
    const going = stretch.issues.filter((id) => back.has(id) || ours.has(id));
    if (going.every((id) => back.has(id)) && going.length === stretch.issues.length) continue;
    left.push(...stretch.issues.flatMap((id): LeftIssue[] => (going.includes(id) ? [] : [{ id, why: sight.has(id) ? 'theirs' : 'gone' }])));
    if (going.every((id) => back.has(id))) continue;
    const spot = landing(stretch, placeOf);
    left.push(...(spot ? await placedBeside(ports, { ...spot, issues: going }) : going.map((id) => ({ id, why: 'lost' as const }))));
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
