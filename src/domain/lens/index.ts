import { compareIds } from '../score';
import type { LensBacklog, LensItem } from './backlog';
import { ice } from './ice';
import type { Input, Lens } from './lens';
import { rice } from './rice';
import { ulwick } from './ulwick';
import { wsjf } from './wsjf';

/** Every lens; a new one is a line here. */
export const lenses: readonly Lens[] = [rice, ice, wsjf, ulwick];

/** What a lens says of an item, with everything it rests on. */
export type LensNumber =
  | { readonly kind: 'known'; readonly score: number; readonly sum: string; readonly inputs: readonly (readonly [name: string, input: Input])[] }
  | { readonly kind: 'unknown'; readonly why: string };

/** Looks at one item through a lens. */
function through(lens: Lens, item: LensItem, backlog: LensBacklog): LensNumber {
  const reading = lens.inputs(item, backlog);
  if (reading.kind === 'unknown') return reading;
  const inputs = Object.entries(reading.inputs);
  const values = Object.fromEntries(inputs.map(([name, { value }]) => [name, value]));
  return { kind: 'known', score: lens.scoreOf(values), sum: lens.spell(values), inputs };
}

/** The whole backlog through a lens; items that state no problem are not in it. */
export function readAll(lens: Lens, backlog: LensBacklog): ReadonlyMap<string, LensNumber> {
  return new Map(backlog.items.map((item) => [item.id, through(lens, item, backlog)]));
}

/** A lens's own order: best first, ties by id; what it does not know is left out. */
export function lensOrder(numbers: ReadonlyMap<string, LensNumber>): readonly string[] {
  const known = [...numbers].flatMap(([id, number]) => (number.kind === 'known' ? [{ id, score: number.score }] : []));
  return known.sort((a, b) => b.score - a.score || compareIds(a.id, b.id)).map(({ id }) => id);
}

/** On how many of the first places two orders name the same items, whichever comes first among them. */
export function agreement(evidence: readonly string[], other: readonly string[], first = 10): { readonly shared: number; readonly of: number } {
  const of = Math.min(first, evidence.length, other.length);
  const ours = new Set(evidence.slice(0, of));
  return { shared: other.slice(0, of).filter((id) => ours.has(id)).length, of };
}
