import { delivered, greedyOnTruth } from './outcome';
import { observe } from './records';
import { blendName, look, ours, partsOfBlend, rules } from './rivals';
import type { Variant } from './variants';
import { createWorld } from './world';

export interface Seeds {
  readonly first: number;
  readonly count: number;
}

interface Spread {
  readonly mean: number;
  /** Half of the 95 % interval of the mean. */
  readonly margin: number;
}

interface Row {
  readonly name: string;
  readonly isExpert: boolean;
  readonly regret: Spread;
  /** The rule's regret less ours, in the same worlds: above 0, ours is better. */
  readonly beyondOurs: Spread;
  readonly beyondBlend: Spread;
}

/** Every rule in the same worlds. */
export function compareRules(variant: Variant, { first, count }: Seeds): readonly Row[] {
  const regrets = new Map(rules.map(({ name }) => [name, [] as number[]]));
  for (let seed = first; seed < first + count; seed += 1) {
    const world = createWorld(variant, seed);
    const sight = look(world, observe(world));
    const best = delivered(world, greedyOnTruth(world));
    for (const { name, order } of rules) regrets.get(name)?.push(1 - delivered(world, order(sight)) / best);
  }
  const of = (name: string) => regrets.get(name) ?? [];
  return rules.map(({ name, isExpert }) => ({
    name,
    isExpert,
    regret: spread(of(name)),
    beyondOurs: spread(lessEach(of(name), of(ours.name))),
    beyondBlend: spread(lessEach(of(name), of(blendName))),
  }));
}

const lessEach = (a: readonly number[], b: readonly number[]): number[] => a.map((value, n) => value - (b[n] ?? 0));

function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, margin: 1.96 * Math.sqrt(variance / values.length) };
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

export function printRegret({ name }: Variant, rows: readonly Row[]): void {
  console.log(`\n${name}\n${'rule'.padEnd(36)} regret %        beyond ours      verdict`);
  for (const row of [...rows].sort((a, b) => a.regret.mean - b.regret.mean)) {
    const { mean, margin } = row.beyondOurs;
    console.log(`${row.name.padEnd(36)} ${percent(row.regret.mean)} ±${percent(row.regret.margin)} ${percent(mean)} ±${percent(margin)}   ${verdict(row)}`);
  }
  for (const part of partsOfBlend) {
    const row = rows.find((one) => one.name === part);
    if (row) console.log(`  the blend ${row.beyondBlend.mean > row.beyondBlend.margin ? 'beats' : 'does not beat'} ${part}`);
  }
}

function verdict({ name, isExpert, beyondOurs: { mean, margin } }: Row): string {
  if (name === ours.name) return '';
  if (mean > margin) return 'ours is better';
  const than = mean < -margin ? 'beats ours' : 'no difference';
  return isExpert ? than : `${than} (must lose)`;
}
