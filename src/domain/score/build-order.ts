import { compareScores } from './comparing';
import { knownOf, type Problems, type ScoredItem } from './items';
import { lineUp, type Lineup } from './lineup';
import type { ProblemStrength } from './problem';
import { createQueue } from './queue';
import { createShelves } from './shelves';

/** An item at its place in the build order. */
export interface Placed {
  readonly id: string;
  /** Value per median effort that is left when the items above are built. */
  readonly score: number;
  /** The same, times effort: the customer-equivalents it still relieves. */
  readonly gain: number;
}

/**
 * Takes the highest score (ties by id), lets what it covers shrink by V ← V · (1 − cover), re-scores, and repeats; scoring.md section 5.
 * The items come sorted by id.
 *
 * Scores only fall, so a score from earlier is an upper bound: items wait on the shelf of that bound and are re-scored when it
 * is reached. An item that another one always beats is not looked at before that one is picked. Both change nothing but the time:
 * with few problems, one heap over all items re-scores each of them hundreds of times.
 */
export function buildOrder(
  itemsById: readonly ScoredItem[],
  problems: Problems<Pick<ProblemStrength, 'V'>>,
  lineup: Lineup = lineUp(itemsById),
): readonly Placed[] {
  const { start, problemAt, weightAt, efforts } = lineup;
  const left = Float64Array.from(lineup.problems, (problem) => knownOf(problems, problem).V);
  const scores = new Float64Array(itemsById.length);
  const scoreAt = (index: number) => scores[index] ?? 0;
  const comesBefore = (a: number, b: number) => compareScores(scoreAt(a), scoreAt(b)) || a - b;
  const shelves = createShelves(itemsById.length);
  const followers = followersOf(lineup);
  const picked: number[] = [];

  for (let index = followers.first(-1); index >= 0; index = followers.next(index)) settle(index, Infinity);
  for (let shelf = shelves.highest; shelf >= 0; shelf -= 1) {
    const onShelf = takeAll(shelf);
    if (onShelf.length === 0) continue;
    const queue = createQueue(onShelf.sort(comesBefore), comesBefore);
    for (let best = queue.takeFirst(); best !== undefined; best = queue.takeFirst()) {
      const bound = scoreAt(best);
      if (settle(best, shelf) === 'elsewhere') continue;
      if (scoreAt(best) < bound) queue.putBack(best);
      else {
        build(best);
        picked.push(best);
        for (let index = followers.first(best); index >= 0; index = followers.next(index)) if (settle(index, shelf) === 'here') queue.putBack(index);
      }
    }
  }

  function takeAll(shelf: number): number[] {
    const taken: number[] = [];
    for (let index = shelves.take(shelf); index !== undefined; index = shelves.take(shelf)) {
      if (settle(index, shelf) === 'here') taken.push(index);
    }
    return taken;
  }

  // Re-scores an item, to the last bit as `scoreItems` would; one that is worth nothing any more waits nowhere.
  function settle(index: number, shelf: number): 'here' | 'elsewhere' {
    const end = start[index + 1] ?? 0;
    let value = 0;
    for (let at = start[index] ?? 0; at < end; at += 1) value += (weightAt[at] ?? 0) * (left[problemAt[at] ?? 0] ?? 0);
    const score = value / (efforts[index] ?? 1);
    scores[index] = score;
    if (score === 0) return 'elsewhere';
    const wanted = shelves.shelfOf(score);
    if (wanted >= shelf) return 'here';
    shelves.put(index, wanted);
    return 'elsewhere';
  }

  function build(index: number): void {
    const end = start[index + 1] ?? 0;
    for (let at = start[index] ?? 0; at < end; at += 1) {
      const problem = problemAt[at] ?? 0;
      left[problem] = (left[problem] ?? 0) * (1 - (weightAt[at] ?? 0));
    }
  }

  return places(itemsById, picked, scores);
}

// Whoever was never picked is worth nothing any more, and comes last by id.
function places(itemsById: readonly ScoredItem[], picked: readonly number[], scores: Float64Array): readonly Placed[] {
  const isPicked = new Uint8Array(itemsById.length);
  const placed: Placed[] = [];
  const place = (item: ScoredItem | undefined, score: number) => {
    if (item !== undefined) placed.push({ id: item.id, score, gain: score * item.effort });
  };
  for (const index of picked) {
    isPicked[index] = 1;
    place(itemsById[index], scores[index] ?? 0);
  }
  itemsById.forEach((item, index) => {
    if (isPicked[index] === 0) place(item, 0);
  });
  return placed;
}

/** Who waits for an item; those who wait for nobody follow −1. */
function followersOf({ waitsFor }: Lineup): { readonly first: (index: number) => number; readonly next: (follower: number) => number } {
  const firstOf = new Int32Array(waitsFor.length + 1).fill(-1);
  const nextOf = new Int32Array(waitsFor.length);
  waitsFor.forEach((leader, index) => {
    nextOf[index] = firstOf[leader + 1] ?? -1;
    firstOf[leader + 1] = index;
  });
  return { first: (index) => firstOf[index + 1] ?? -1, next: (follower) => nextOf[follower] ?? -1 };
}
