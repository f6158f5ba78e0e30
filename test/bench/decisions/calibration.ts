import { chanceOfBefore } from '../../../src/domain/score';
import { trueRate } from './outcome';
import { observe } from './records';
import type { Seeds } from './regret';
import { look } from './rivals';
import type { Variant } from './variants';
import { createWorld } from './world';

interface Bin {
  readonly from: number;
  readonly pairs: number;
  readonly predicted: number;
  readonly came: number;
}

const bins = 5;

/** How often the item that was said to come first with some probability truly is worth more per effort, over all pairs up to `places` apart. */
export function calibrate(variant: Variant, { first, count }: Seeds, places: number): readonly Bin[] {
  const sums = Array.from({ length: bins }, () => ({ pairs: 0, predicted: 0, came: 0 }));
  for (let seed = first; seed < first + count; seed += 1) {
    const world = createWorld(variant, seed);
    const { draws } = look(world, observe(world)).ranking.backlog;
    const truth = new Map(world.items.map((item) => [item.id, trueRate(item)]));
    const listed = [...draws.items.values()].filter(({ item }) => item.cover.length > 0);
    listed.forEach((upper, at) => {
      for (const lower of listed.slice(at + 1, at + 1 + places)) {
        const chance = chanceOfBefore(upper, lower);
        const isUpper = chance >= 0.5;
        const predicted = isUpper ? chance : 1 - chance;
        const sum = sums[Math.min(bins - 1, Math.floor((predicted - 0.5) * 2 * bins))];
        if (sum === undefined) continue;
        const [a, b] = [truth.get(upper.item.id) ?? 0, truth.get(lower.item.id) ?? 0];
        sum.pairs += 1;
        sum.predicted += predicted;
        sum.came += a > b === isUpper ? 1 : 0;
      }
    });
  }
  return sums.map(({ pairs, predicted, came }, n) => ({ from: 0.5 + n / (2 * bins), pairs, predicted: predicted / pairs, came: came / pairs }));
}

export function printCalibration({ name }: Variant, found: readonly Bin[]): void {
  console.log(`\n${name}\n   said      came   pairs   off by`);
  for (const { pairs, predicted, came } of found)
    console.log(
      `${(100 * predicted).toFixed(1).padStart(6)} % ${(100 * came).toFixed(1).padStart(6)} % ${String(pairs).padStart(7)} ${(100 * (came - predicted)).toFixed(1).padStart(6)}`,
    );
}
