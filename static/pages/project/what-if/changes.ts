import type { Source } from '../../../../src/domain/evidence';
import { tidied, type SourceSettings } from '../../../parts/source-settings';
import type { LensId } from '../lenses/names';

/** One thing that is asked: "what if …?" Nothing of it is saved. */
export type Change =
  | { readonly kind: 'half' | 'trust'; readonly source: Source; readonly value: number; readonly saved: number }
  | { readonly kind: 'effort'; readonly item: string; readonly value: number; readonly saved: number | null }
  | { readonly kind: 'cover'; readonly item: string; readonly problem: string; readonly value: number; readonly saved: number }
  | { readonly kind: 'lens'; readonly value: LensId; readonly saved: 'evidence' };
export type SourceChange = Extract<Change, { readonly source: Source }>;
export type TypedChange = Extract<Change, { readonly item: string }>;

/** In the order in which they were first made. */
export type Changes = readonly Change[];

/** What a change is about: there is one at most of each. */
export function idOf(change: Change): string {
  switch (change.kind) {
    case 'half':
    case 'trust':
      return `${change.kind} ${change.source}`;
    case 'effort':
      return `effort ${change.item}`;
    case 'cover':
      return `cover ${change.item} ${change.problem}`;
    case 'lens':
      return 'lens';
  }
}

/** With this one instead of an earlier one; what says the saved value is no change. */
export function put(changes: Changes, change: Change): Changes {
  const id = idOf(change);
  const at = changes.findIndex((own) => idOf(own) === id);
  if (change.value === change.saved) return changes.filter((own) => idOf(own) !== id);
  return at < 0 ? [...changes, change] : changes.with(at, change);
}

export const without = (changes: Changes, change: Change): Changes => changes.filter((own) => idOf(own) !== idOf(change));

export const isOfSource = (change: Change): change is SourceChange => change.kind === 'half' || change.kind === 'trust';
export const isTyped = (change: Change): change is TypedChange => change.kind === 'effort' || change.kind === 'cover';

/** The lens that is looked through; undefined: the evidence itself decides. */
export const lensOf = (changes: Changes): LensId | undefined => changes.find((change) => change.kind === 'lens')?.value;

export const withLens = (changes: Changes, lens: LensId | undefined): Changes =>
  lens ? put(changes, { kind: 'lens', value: lens, saved: 'evidence' }) : changes.filter(({ kind }) => kind !== 'lens');

/** A project's settings with these changes; all else as it is. */
export function withChanges(sources: SourceSettings, changes: readonly SourceChange[]): SourceSettings {
  return tidied(changes.reduce<SourceSettings>((said, { kind, source, value }) => ({ ...said, [source]: { ...said[source], [kind]: value } }), sources));
}
