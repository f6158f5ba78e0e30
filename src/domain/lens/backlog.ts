import type { Item, Params, ProblemStrength } from '../score';
import { roundedForComparison } from '../score/comparing';
import { effortReference } from '../score/effort';
import { knownOf, type Problems } from '../score/items';
import { planListed } from '../score/listed-order';
import type { ProblemLink } from '../score/reach';
import type { Heard, Voice } from './heard';

/** An item that states a problem, as a lens looks at it. */
export interface LensItem {
  readonly id: string;
  readonly cover: readonly ProblemLink[];
  /** Customers' worth relieved, Σ cover · V, with one standard deviation. */
  readonly value: number;
  readonly deviation: number;
  /** In the team's own unit; one nobody estimated counts as the median, as in the score. Null: nothing in the list is estimated. */
  readonly effort: number | null;
  readonly isEstimated: boolean;
}

/** What lenses look at besides one item. */
export interface LensBacklog {
  readonly items: readonly LensItem[];
  readonly heard: ReadonlyMap<string, Heard>;
  /** Value of each problem, in customers' worth. */
  readonly worth: ReadonlyMap<string, number>;
  readonly largest: { readonly value: number; readonly effort: number };
  /** Every effort that occurs, once each, smallest first. */
  readonly efforts: readonly number[];
  readonly effortUnit: string;
  /** Person-months that one unit of effort stands for. */
  readonly personMonths: number;
  /** Days until an item is due, negative when it is late; items without a date are left out. */
  readonly dueIn: ReadonlyMap<string, number>;
}

export interface AboutBacklog extends Pick<LensBacklog, 'heard' | 'effortUnit' | 'personMonths' | 'dueIn'> {
  /** With links that go straight to problems. */
  readonly items: readonly Item[];
  readonly values: Problems<Pick<ProblemStrength, 'V' | 'sd'>>;
  readonly params: Params;
}

/** Lays out a backlog for lenses, with the score's own covers and efforts, families included. */
export function lensBacklog({ items, values, params, ...about }: AboutBacklog): LensBacklog {
  const reference = effortReference(items, params);
  // Old arithmetic knows neither λ nor the score's floor.
  const { planned } = planListed(items, { ...params, lambda: 1, effortFloor: 0 });
  const listed = planned
    .filter(({ cover }) => cover.length > 0)
    .map(({ id, cover, effort, effortMissing }): LensItem => {
      let value = 0;
      let variance = 0;
      for (const { problem, weight } of cover) {
        const { V, sd } = knownOf(values, problem);
        value += weight * V;
        variance += (weight * sd) ** 2;
      }
      const own = reference ? roundedForComparison(effort * reference) : null;
      return { id, cover, value, deviation: Math.sqrt(variance), effort: own, isEstimated: !effortMissing };
    });
  return {
    ...about,
    items: listed,
    worth: new Map([...values].map(([id, { V }]) => [id, V])),
    largest: { value: Math.max(0, ...listed.map(({ value }) => value)), effort: Math.max(0, ...listed.map(({ effort }) => effort ?? 0)) },
    efforts: [...new Set(listed.flatMap(({ effort, isEstimated }) => (isEstimated ? (effort ?? []) : [])))].sort((a, b) => a - b),
  };
}

/** A voice with the most that an item relieves of its pain on any one problem. */
export interface Relieved extends Voice {
  readonly relief: number;
}

/** Everybody who speaks for what an item solves, once each. */
export function voicesFor({ cover }: LensItem, heard: LensBacklog['heard']): readonly Relieved[] {
  const voices = new Map<string, Relieved>();
  for (const { problem, weight } of cover) {
    if (weight <= 0) continue;
    for (const voice of heard.get(problem)?.voices ?? []) {
      const known = voices.get(voice.key);
      const relief = Math.max(voice.pain * weight, known?.relief ?? 0);
      voices.set(voice.key, { ...voice, relief, pain: Math.max(voice.pain, known?.pain ?? 0), people: Math.max(voice.people, known?.people ?? 0) });
    }
  }
  return [...voices.values()];
}

/** How an effort reads in a sentence. */
export const effortWords = ({ effort, isEstimated }: LensItem, unit: string): string =>
  `${String(effort)} ${unit}${isEstimated ? '' : ' (nobody estimated it: a typical effort)'}`;
