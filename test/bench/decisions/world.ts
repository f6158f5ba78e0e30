import { chance, type Chance } from './chance';
import type { Variant } from './variants';

export interface Account {
  readonly id: string;
  readonly value: number;
  /** How readily it writes, median 1. */
  readonly loudness: number;
}

/** An account that has a problem, how bad it is (0..1), and the days on which it has it. */
export interface Trouble {
  readonly account: Account;
  readonly severity: number;
  readonly from: number;
  readonly until: number;
}

export interface Problem {
  readonly id: string;
  readonly troubles: readonly Trouble[];
  /** Σ account value × severity over the accounts that have it today. */
  readonly worth: number;
}

export interface Item {
  readonly id: string;
  /** Somebody's favourite: it hardly relieves what it is said to relieve. */
  readonly isPet: boolean;
  readonly created: number;
  readonly effort: number;
  /** What the team says it takes; null: nobody said. */
  readonly estimate: number | null;
  /** `cover` is what it would relieve, `typed` what people say it would. */
  readonly solves: readonly { readonly problem: Problem; readonly cover: number; readonly typed: number }[];
}

/** A company whose truth is known. Day 0 is the first that has records, `today` the day of the decision. */
export interface World {
  readonly variant: Variant;
  readonly chance: Chance;
  readonly accounts: readonly Account[];
  readonly problems: readonly Problem[];
  readonly items: readonly Item[];
}

export const today = 540;
const typedCovers = [0.3, 0.6, 0.9];

export function createWorld(variant: Variant, seed: number): World {
  const draw = chance(seed * 7919 + 17);
  const accounts = many(variant.accounts, (n): Account => ({ id: `account-${n}`, value: draw.lognormal(1), loudness: draw.lognormal(1.3) }));
  const problems = many(40, (n) => createProblem(`problem-${n}`, phaseOf(n), variant, accounts, draw));
  return { variant, chance: draw, accounts, problems, items: many(60, (n) => createItem(`item-${n}`, n % 5 === 0, problems, draw)) };
}

type Phase = 'steady' | 'faded' | 'emerging';
const phaseOf = (n: number): Phase => (n % 5 === 0 ? 'faded' : n % 5 === 1 ? 'emerging' : 'steady');

function createProblem(id: string, phase: Phase, { reach }: Variant, accounts: readonly Account[], draw: Chance): Problem {
  const affected = Math.max(1, Math.round(accounts.length * (reach.least + reach.spread * draw.unit() ** 2)));
  const typical = draw.between(0.2, 0.9);
  const change = phase === 'faded' ? today - draw.between(60, 240) : today - draw.between(20, 60);
  const troubles = draw.some(accounts, affected).map((account): Trouble => {
    const severity = Math.min(1, typical * draw.lognormal(0.3));
    if (phase === 'emerging') return { account, severity, from: change, until: today };
    // A few are left behind when a problem fades.
    return { account, severity, from: 0, until: phase === 'faded' && !draw.happens(0.08) ? change : today };
  });
  const worth = troubles.filter(({ until }) => until === today).reduce((sum, { account, severity }) => sum + account.value * severity, 0);
  return { id, troubles, worth };
}

function createItem(id: string, isPet: boolean, problems: readonly Problem[], draw: Chance): Item {
  const effort = 5 * draw.lognormal(0.8);
  const solves = draw.some(problems, 1 + Math.floor(draw.unit() ** 2 * 3)).map((problem) => {
    const cover = isPet ? draw.between(0.05, 0.25) : draw.between(0.3, 0.95);
    return { problem, cover, typed: nearest(typedCovers, (isPet ? 0.5 : cover) * draw.lognormal(0.3)) };
  });
  return { id, isPet, created: draw.between(-365, today), effort, estimate: draw.happens(0.15) ? null : effort * draw.lognormal(0.5), solves };
}

const many = <Made>(count: number, make: (n: number) => Made): Made[] => Array.from({ length: count }, (_, n) => make(n));

export const nearest = (choices: readonly number[], wanted: number): number =>
  choices.reduce((best, choice) => (Math.abs(choice - wanted) < Math.abs(best - wanted) ? choice : best), choices[0] ?? wanted);
