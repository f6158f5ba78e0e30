import type { LensBacklog, LensItem } from './backlog';

/** One number that a lens derived, with a sentence on how it came about. */
export interface Input {
  readonly value: number;
  readonly how: string;
}

/** What a lens reads of an item. Not known is never 0: an item that nobody was asked about is not the least of all. */
export type Reading<Name extends string = string> =
  { readonly kind: 'known'; readonly inputs: Readonly<Record<Name, Input>> } | { readonly kind: 'unknown'; readonly why: string };

/** A team's old arithmetic over the same evidence. It is shown beside the score and never enters it. */
export interface Lens<Name extends string = string> {
  readonly id: string;
  readonly title: string;
  /** What one of it is. */
  readonly unit: string;
  inputs(item: LensItem, backlog: LensBacklog): Reading<Name>;
  /** The lens's own formula, as its author wrote it. */
  scoreOf(values: Readonly<Record<Name, number>>): number;
  /** The formula with the numbers in it. */
  spell(values: Readonly<Record<Name, number>>): string;
}

export const unknown = (why: string): Extract<Reading, { kind: 'unknown' }> => ({ kind: 'unknown', why });

export const nobodySpeaks = unknown('Nobody speaks for the problem it solves yet.');
export const noEfforts = unknown('No item in the list has an effort yet.');

/** The step of an ascending scale that is nearest to `value`; half-way goes to the lower one. */
export function nearest(scale: readonly number[], value: number): number {
  let best = scale[0] ?? value;
  for (const step of scale) if (Math.abs(step - value) < Math.abs(best - value)) best = step;
  return best;
}

/** A number as a person would write it: one decimal from 10 on, two below. */
export const figure = (value: number): string => String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 1)));

export const counted = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`;
