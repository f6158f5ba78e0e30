import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { between, spread } from '../../sandbox/jira/lexorank';
import { addLeft, applyMove, noneLeft, takeBackMove, type ApplyStep } from '../../src/actions/applying-order';
import { notFound, Refusal } from '../../src/actions/outcome';
import type { RankPort, Unplaced } from '../../src/actions/rank-port';
import type { StepOutcome } from '../../src/contract/work';
import { issueId, type IssueId } from '../../src/domain/ids';
import { arranged, placed, planMoves } from '../../src/domain/order/plan-moves';
import { runs } from '../runs';

const idOf = (n: number): IssueId => {
  const id = issueId(String(10_000 + n));
  if (!id) throw new Error('no id');
  return id;
};

type Fault = 'none' | 'killed before' | 'killed after' | 'lost answer' | 'busy' | '207 busy' | 'anchor gone';

/** Jira's Rank in a few lines: an order with its ranks, who may not be ranked, and what goes wrong with the next call. */
class JirasRank implements RankPort {
  readonly touched = new Set<IssueId>();
  readonly forbidden = new Set<IssueId>();
  private readonly ranks: Map<IssueId, string>;
  constructor(
    public order: readonly IssueId[],
    private readonly faults: Iterator<Fault, undefined>,
  ) {
    const ranks = spread(order.length);
    this.ranks = new Map(order.map((id, at) => [id, ranks[at] ?? '']));
  }

  rankOf(id: IssueId): string {
    return this.ranks.get(id) ?? '';
  }

  read(ids: readonly IssueId[]): ReturnType<RankPort['read']> {
    const known = new Set(this.order);
    const seen = ids.filter((id) => known.has(id));
    return Promise.resolve(new Map(seen.map((id) => [id, { key: `LED-${id}`, rank: this.rankOf(id), isInSprint: false, blockers: [], blocks: [] }])));
  }

  place(placement: Parameters<RankPort['place']>[0]): ReturnType<RankPort['place']> {
    const fault = this.faults.next().value ?? 'none';
    const { issues, anchor } = placement;
    const lost = (): Promise<never> => Promise.reject(new Refusal('jira-unavailable', 'Jira did not answer.'));
    if (fault === 'killed before' || fault === 'busy') return lost();
    if (fault === 'anchor gone') this.remove(anchor);
    if (!this.order.includes(anchor)) return Promise.reject(notFound());
    const refused = issues.flatMap((id, at): Unplaced[] => {
      if (this.forbidden.has(id)) return [{ id, why: 'forbidden' }];
      return fault === '207 busy' && at % 2 === 0 ? [{ id, why: 'busy' }] : [];
    });
    this.rank({ ...placement, issues: issues.filter((id) => !refused.some((own) => own.id === id)) });
    return fault === 'killed after' || fault === 'lost answer' ? lost() : Promise.resolve({ refused });
  }

  /** By somebody else. */
  move(id: IssueId, anchor: IssueId): void {
    if (id === anchor) return;
    this.touched.add(id);
    this.rank({ issues: [id], side: 'after', anchor });
  }

  remove(id: IssueId): void {
    this.touched.add(id);
    this.order = this.order.filter((own) => own !== id);
  }

  private rank(placement: Parameters<RankPort['place']>[0]): void {
    this.order = placed(this.order, placement);
    const issues = placement.issues.filter((id) => this.order.includes(id));
    const first = this.order.indexOf(issues[0] ?? placement.anchor);
    const [above, below] = [this.order[first - 1], this.order[first + issues.length]];
    const ranks = between(above && this.rankOf(above), below && this.rankOf(below), issues.length);
    if (!ranks) throw new Error('no room between two ranks');
    issues.forEach((id, at) => this.ranks.set(id, ranks[at] ?? ''));
  }
}

/** As a page drives it: what died is tried again, and what Jira was too busy for, too. */
async function untilThrough(act: () => Promise<StepOutcome>): Promise<StepOutcome> {
  for (;;) {
    try {
      const outcome = await act();
      if (outcome.left?.some(({ why }) => why === 'busy') !== true) return outcome;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

type Step = Omit<ApplyStep, 'subject'>;

const stepsFor = (rank: JirasRank, wanted: readonly IssueId[]): readonly Step[] =>
  planMoves(rank.order, arranged(rank.order, wanted)).map((move, at) => ({
    at,
    move,
    ranks: move.issues.map((id) => rank.rankOf(id)),
    places: move.issues.map((id) => rank.order.indexOf(id)),
  }));

const passing = fc.constantFrom<Fault>('none', 'none', 'killed before', 'killed after', 'lost answer', 'busy', '207 busy');
const backlogs = fc.integer({ min: 1, max: 90 }).chain((size) => {
  const current = Array.from({ length: size }, (_, at) => idOf(at));
  return fc.record({ current: fc.constant(current), wanted: fc.shuffledSubarray(current), faults: fc.array(passing, { maxLength: 12 }) });
});

async function applied(rank: JirasRank, steps: readonly Step[], before: (at: number) => void = () => undefined): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  const left = noneLeft();
  for (const [at, step] of steps.entries()) {
    before(at);
    outcomes.push(await untilThrough(() => applyMove({ rank }, step, left)));
  }
  return outcomes;
}

async function takenBack(rank: JirasRank, steps: readonly Step[], done: readonly StepOutcome[]): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  const left = noneLeft();
  steps.forEach((step, at) => addLeft(left, step, done[at] ?? null));
  for (const step of steps.toReversed()) outcomes.push(await untilThrough(() => takeBackMove({ rank }, step, left)));
  return outcomes;
}

const leftIn = (outcomes: readonly StepOutcome[]): ReadonlySet<IssueId> => new Set(outcomes.flatMap(({ left }) => left ?? []).map(({ id }) => id));
const without = (order: readonly IssueId[], ...some: readonly ReadonlySet<IssueId>[]): readonly IssueId[] =>
  order.filter((id) => !some.some((ids) => ids.has(id)));

test('whatever dies, gets lost or is too busy on the way, Jira ends in the order that was previewed, and the undo in the very one from before', () =>
  fc.assert(
    fc.asyncProperty(backlogs, backlogs, async ({ current, wanted, faults }, undone) => {
      const rank = new JirasRank(current, [...faults, ...undone.faults][Symbol.iterator]());
      const steps = stepsFor(rank, wanted);
      const outcomes = await applied(rank, steps);
      expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
      expect(rank.order).toEqual(arranged(current, wanted));
      expect((await takenBack(rank, steps, outcomes)).every(({ outcome }) => outcome === 'undone')).toBe(true);
      expect(rank.order).toEqual(current);
    }),
    runs(50),
  ));

test('what may not be ranked is listed and stays, all else ends as previewed and is taken back from there', () =>
  fc.assert(
    fc.asyncProperty(backlogs, fc.array(fc.nat(89), { maxLength: 5 }), async ({ current, wanted, faults }, locked) => {
      const rank = new JirasRank(current, faults[Symbol.iterator]());
      locked.forEach((n) => rank.forbidden.add(idOf(n)));
      const steps = stepsFor(rank, wanted);
      const outcomes = await applied(rank, steps);
      const left = leftIn(outcomes);
      expect([...left].every((id) => rank.forbidden.has(id))).toBe(true);
      expect(without(rank.order, left)).toEqual(without(arranged(current, wanted), left));
      await takenBack(rank, steps, outcomes);
      expect(without(rank.order, left)).toEqual(without(current, left));
      if (left.size === 0) expect(rank.order).toEqual(current);
    }),
    runs(50),
  ));

test('what is taken back goes to its own side of what never moved', async () => {
  const current = Array.from({ length: 30 }, (_, at) => idOf(at));
  const rank = new JirasRank(current, [][Symbol.iterator]());
  rank.forbidden.add(idOf(11));
  const steps = stepsFor(rank, [idOf(12), idOf(11), idOf(10)]);
  const outcomes = await applied(rank, steps);
  expect([...leftIn(outcomes)]).toEqual([idOf(11)]);
  await takenBack(rank, steps, outcomes);
  expect(rank.order).toEqual(current);
});

test('where all that stood above was left, nobody takes the top for the place that was planned: whoever moved an issue there is not overruled', async () => {
  const current = Array.from({ length: 12 }, (_, at) => idOf(at));
  const [above, own] = [current.slice(2, 6), idOf(11)];
  const leftAbove = () => ({ ...noneLeft(), left: new Map(above.map((id, at) => [id, { at: 0, place: at + 2 }])) });
  const rank = new JirasRank(current, [][Symbol.iterator]());
  const [planned] = stepsFor(rank, [...current.slice(0, 6), own, ...current.slice(6, 11)]);
  if (!planned) throw new Error('nothing moves');
  const step = { ...planned, at: 1 };
  expect(step.move).toMatchObject({ issues: [own], aboves: above.toReversed() });
  rank.move(own, idOf(0));
  const theirs = rank.order;
  expect(await applyMove({ rank }, step, leftAbove())).toMatchObject({ outcome: 'refused', left: [{ id: own, why: 'theirs' }] });
  expect(await takeBackMove({ rank }, step, leftAbove())).toMatchObject({ outcome: 'kept', left: [{ id: own, why: 'theirs' }] });
  expect(rank.order).toEqual(theirs);

  // Nobody moved it: those below say where it goes.
  const still = new JirasRank(current, [][Symbol.iterator]());
  expect(await applyMove({ rank: still }, step, leftAbove())).toMatchObject({ outcome: 'done' });
  expect(still.order).toEqual([...current.slice(0, 6), own, ...current.slice(6, 11)]);
});

const meddling = fc.record({ at: fc.nat(8), kind: fc.constantFrom('ranks', 'deletes'), who: fc.nat(), to: fc.nat() });

test('whoever ranks meanwhile is not overruled, what is gone holds up nothing, and whatever is not as previewed is listed', () =>
  fc.assert(
    fc.asyncProperty(
      backlogs,
      fc.array(meddling, { minLength: 1, maxLength: 1 }),
      fc.array(fc.constantFrom<Fault>('none', 'none', 'none', 'killed after', 'anchor gone'), { maxLength: 8 }),
      async ({ current, wanted }, acts, mixed) => {
        // Most neighbours of a spot must be where they were: one issue that somebody moves or deletes, and one that goes during a call.
        const first = mixed.indexOf('anchor gone');
        const faults = mixed.map((fault, at) => (fault === 'anchor gone' && at !== first ? 'none' : fault));
        const rank = new JirasRank(current, faults[Symbol.iterator]());
        const steps = stepsFor(rank, wanted);
        const theirs = new Map<IssueId, string>();
        const outcomes = await applied(rank, steps, (now) => {
          for (const { at, kind, who, to } of acts) {
            const id = rank.order[who % Math.max(1, rank.order.length)];
            const anchor = rank.order[to % Math.max(1, rank.order.length)];
            if (at !== now || id === undefined || anchor === undefined) continue;
            if (kind === 'deletes') rank.remove(id);
            else rank.move(id, anchor);
            theirs.set(id, rank.rankOf(id));
          }
        });
        const left = leftIn(outcomes);
        expect(without(rank.order, rank.touched, left)).toEqual(without(arranged(current, wanted), rank.touched, left));
        for (const [id, was] of theirs) if (left.has(id)) expect(rank.rankOf(id)).toBe(was);
        // What stands where nobody put it is listed, one by one.
        outcomes.forEach(({ outcome, why, left: own }) => {
          if (outcome !== 'done') expect([why, own]).not.toContain(null);
        });
        const notBack = leftIn(await takenBack(rank, steps, outcomes));
        expect(without(rank.order, rank.touched, left, notBack)).toEqual(without(current, rank.touched, left, notBack));
      },
    ),
    runs(50),
  ));
