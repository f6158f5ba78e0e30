import type { Explained } from './evidence-of-two';
import { saidFor } from '../rank/parts-of-score';

/** A share of the weight that speaks for an item, 0..1. */
export interface Share {
  readonly name: string;
  readonly share: number;
}

export type MixBy = 'segment' | 'value';

const unknown = 'unknown';
/** In customers of typical value. */
const classes = [
  { name: 'below half the typical value', below: 0.5 },
  { name: 'around the typical value', below: 2 },
  { name: 'above twice the typical value', below: Infinity },
] as const;

/** Who speaks for an item, by share of weight. Measurements and records without a customer are "unknown": no segment is known of them. */
export function mixOf({ placed, explanation }: Explained, by: MixBy): readonly Share[] {
  const customers = new Map(explanation.customers.map((own) => [own.id as string, own]));
  const weights = new Map<string, number>();
  for (const { customer, amount } of saidFor(placed.standing, explanation)) {
    if (amount <= 0) continue;
    const known = customer ? customers.get(customer.id) : undefined;
    const name = (by === 'segment' ? known?.segment : classOf(known?.worth ?? null)) ?? unknown;
    weights.set(name, (weights.get(name) ?? 0) + amount);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights].map(([name, weight]) => ({ name, share: weight / total })).sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
}

const classOf = (worth: number | null): string | undefined => (worth === null ? undefined : classes.find(({ below }) => worth < below)?.name);

function place(name: string): number {
  if (name === unknown) return classes.length;
  return Math.max(
    0,
    classes.findIndex((own) => own.name === name),
  );
}

/** Whole percents that add up to 100. */
export function wholePercents(mix: readonly Pick<Share, 'share'>[]): readonly number[] {
  const floors = mix.map(({ share }) => Math.floor(share * 100));
  let missing = mix.length === 0 ? 0 : 100 - floors.reduce((sum, percent) => sum + percent, 0);
  const byRemainder = mix.map(({ share }, at) => ({ at, remainder: share * 100 - Math.floor(share * 100) })).sort((a, b) => b.remainder - a.remainder);
  for (const { at } of byRemainder) {
    if (missing <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    missing -= 1;
  }
  return floors;
}

/** What stands out in a mix, and what it says nothing of. */
export function mixWords(names: readonly [string, string], mixes: readonly [readonly Share[], readonly Share[]]): string {
  const carried = mixes.flatMap((mix, at) => {
    const [most] = [...mix].sort((a, b) => b.share - a.share);
    if (!most || most.share < 0.6) return [];
    const name = names[at] ?? '';
    return [most.name === unknown ? `Of most that speaks for ${name} it isn’t known.` : `${name} is carried by “${most.name}”.`];
  });
  return [...carried, 'The spread above knows nothing of a bias that all evidence shares, and nothing of customers who never spoke.'].join(' ');
}
