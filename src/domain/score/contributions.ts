import type { CustomerMass } from './customers';
import { knownOf, type Problems, type ScoredItem } from './items';
import type { ProblemStrength } from './problem';

/** Amounts by evidence id; without a prototype, so that no id can mean anything else, and fast with thousands of ids. */
export type Contributions = Readonly<Record<string, number>>;

type Attributed = Pick<ProblemStrength, 'P' | 'N' | 'supporters' | 'opponents'>;

/** What each record adds to a problem's value, or takes from it; sums up to V − a0. Scoring.md section 4, "Attribution". */
export function contributionsToProblem(strength: Attributed): Contributions {
  const sums = noContributions();
  addShares(sums, strength, 1);
  return sums;
}

/** What each record adds to an item's score; sums up to score − baseline. */
export function contributionsToItem({ cover, effort }: Pick<ScoredItem, 'cover' | 'effort'>, problems: Problems<Attributed>): Contributions {
  const sums = noContributions();
  for (const { problem, weight } of cover) addShares(sums, knownOf(problems, problem), weight / effort);
  return sums;
}

function noContributions(): Record<string, number> {
  // The one way to make an object without a prototype, and the library types it as any.
  return Object.create(null) as Record<string, number>;
}

function addShares(sums: Record<string, number>, { P, N, supporters, opponents }: Attributed, factor: number): void {
  for (const customer of supporters) addCustomer(sums, customer, factor);
  const believed = P + N > 0 ? P / (P + N) : 1;
  for (const customer of opponents) addCustomer(sums, customer, -factor * believed);
}

// A customer's mass is split in proportion to what its records weigh.
function addCustomer(sums: Record<string, number>, { mass, mentions }: CustomerMass, factor: number): void {
  let said = 0;
  for (const { weight } of mentions) said += weight;
  for (const { evidence, weight } of mentions) {
    const amount = said > 0 ? (factor * mass * weight) / said : 0;
    sums[evidence] = (sums[evidence] ?? 0) + amount;
  }
}
