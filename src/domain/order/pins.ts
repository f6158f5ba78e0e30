import { compareIds } from '../score/comparing';

/** Why an item stands above the order, whatever the evidence says: reasons that no score can weigh. */
export const pinKinds = ['security', 'legal', 'deadline'] as const;
export type PinKind = (typeof pinKinds)[number];

/** What decides the place in the lane. */
interface Pinned {
  readonly issueId: string;
  readonly kind: PinKind;
  /** The day it must be done by, in epoch seconds; null: none was said. */
  readonly day: number | null;
}

/** The lane: what is due first stands first, then what has no day; who pinned it, and when, changes no place, so that an undo restores it. */
export function laneOrder<Pin extends Pinned>(pins: readonly Pin[]): readonly Pin[] {
  return [...pins].sort((a, b) => dueOf(a) - dueOf(b) || pinKinds.indexOf(a.kind) - pinKinds.indexOf(b.kind) || compareIds(a.issueId, b.issueId));
}

// A finite number, for two of Infinity have no difference.
const dueOf = ({ day }: Pinned): number => day ?? Number.MAX_SAFE_INTEGER;
