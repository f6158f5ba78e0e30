import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyMove, takeBackMove } from '../../src/actions/applying-order';
import { Refusal } from '../../src/actions/outcome';
import type { RankPort } from '../../src/actions/rank-port';
import type { StepOutcome } from '../../src/contract/work';
import { issueId, type IssueId } from '../../src/domain/ids';
import { arranged, placed, planMoves, type Move } from '../../src/domain/order/plan-moves';
import { runs } from '../runs';

const idOf = (n: number): IssueId => {
  const id = issueId(String(10_000 + n));
  if (!id) throw new Error('no id');
  return id;
};

type Fault = 'none' | 'killed before' | 'killed after' | 'lost answer' | 'busy' | 'refuses one' | 'somebody ranks' | 'one is gone';

/** Jira's Rank in a few lines: an order, who may not be ranked, and what goes wrong with the next call. */
class JirasRank implements RankPort {
  private next: Fault = 'none';
  constructor(
    public order: readonly IssueId[],
    private readonly faults: Iterator<Fault, undefined>,
  ) {}

  read(ids: readonly IssueId[]): ReturnType<RankPort['read']> {
    const places = new Map(this.order.map((id, at) => [id, String(at).padStart(6, '0')]));
    return Promise.resolve(
      new Map(ids.flatMap((id) => (places.has(id) ? [[id, { key: `LED-${id}`, rank: places.get(id) ?? '', isInSprint: false, blockers: [] }] as const] : []))),
    );
  }

  place(placement: Parameters<RankPort['place']>[0]): ReturnType<RankPort['place']> {
    this.next = this.faults.next().value ?? 'none';
    const [first] = placement.issues;
    if (this.next === 'killed before' || this.next === 'busy') return Promise.reject(new Refusal('jira-unavailable', 'Jira did not answer.'));
    const refused = this.next === 'refuses one' && first !== undefined ? [first] : [];
    this.order = placed(this.order, { ...placement, issues: placement.issues.filter((id) => !refused.includes(id)) });
    if (this.next === 'killed after' || this.next === 'lost answer') return Promise.reject(new Refusal('jira-unavailable', 'Jira did not answer.'));
    return Promise.resolve({ refused });
  }
}

/** As a page drives it: what died is tried again. */
async function untilThrough(act: () => Promise<StepOutcome>): Promise<StepOutcome> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

const passing = fc.constantFrom<Fault>('none', 'none', 'killed before', 'killed after', 'lost answer', 'busy');
const backlogs = fc.integer({ min: 1, max: 90 }).chain((size) => {
  const current = Array.from({ length: size }, (_, at) => idOf(at));
  return fc.record({ current: fc.constant(current), wanted: fc.shuffledSubarray(current), faults: fc.array(passing, { maxLength: 12 }) });
});

async function applied(rank: JirasRank, moves: readonly Move<IssueId>[], between: (at: number) => void = () => undefined): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const [at, move] of moves.entries()) {
    between(at);
    outcomes.push(await untilThrough(() => applyMove({ rank }, move)));
  }
  return outcomes;
}

async function takenBack(rank: JirasRank, moves: readonly Move<IssueId>[]): Promise<void> {
  for (const move of moves.toReversed()) await untilThrough(() => takeBackMove({ rank }, move));
}

test('whatever dies or gets lost on the way, Jira ends in the order that was previewed, and the undo in the one from before', () =>
  fc.assert(
    fc.asyncProperty(backlogs, backlogs, async ({ current, wanted, faults }, undone) => {
      const rank = new JirasRank(current, [...faults, ...undone.faults][Symbol.iterator]());
      const moves = planMoves(current, arranged(current, wanted));
      expect((await applied(rank, moves)).every(({ outcome }) => outcome === 'done')).toBe(true);
      expect(rank.order).toEqual(arranged(current, wanted));
      await takenBack(rank, moves);
      expect(rank.order).toEqual(current);
    }),
    runs(50),
  ));

test('what Jira refuses, what is gone and what somebody else ranks is listed, and what is said to be done is', () =>
  fc.assert(
    fc.asyncProperty(
      backlogs,
      fc.array(fc.record({ at: fc.nat(8), kind: fc.constantFrom<Fault>('somebody ranks', 'one is gone'), who: fc.nat(), to: fc.nat() }), { maxLength: 3 }),
      fc.array(fc.constantFrom<Fault>('none', 'none', 'refuses one'), { maxLength: 8 }),
      async ({ current, wanted }, acts, refusals) => {
        const rank = new JirasRank(current, refusals[Symbol.iterator]());
        const moves = planMoves(current, arranged(current, wanted));
        const touched = new Set<IssueId>();
        const outcomes = await applied(rank, moves, (now) => {
          for (const { at, kind, who, to } of acts) {
            const id = rank.order[who % Math.max(1, rank.order.length)];
            const anchor = rank.order[to % Math.max(1, rank.order.length)];
            if (at !== now || id === undefined || anchor === undefined || id === anchor) continue;
            touched.add(id);
            rank.order = kind === 'one is gone' ? rank.order.filter((own) => own !== id) : placed(rank.order, { issues: [id], side: 'after', anchor });
          }
        });
        outcomes.forEach(({ outcome, why }) => {
          if (outcome !== 'done') expect(why).not.toBeNull();
        });
        // Where nothing but refusals happened, only what was refused stands elsewhere.
        if (touched.size > 0) return;
        const listed = outcomes.flatMap(({ why }) => (why ?? '').match(/LED-\d+/g) ?? []);
        expect(listed.length).toBeLessThanOrEqual(refusals.filter((fault) => fault === 'refuses one').length);
        if (listed.length === 0) expect(rank.order).toEqual(arranged(current, wanted));
      },
    ),
    runs(50),
  ));
