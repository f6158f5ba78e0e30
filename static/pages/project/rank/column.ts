import type { ReactNode } from 'react';
import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Interval } from './drawn';
import type { Exported } from './exported';
import type { ItemMove } from './move';
import type { PlacedItem } from './order';
import type { Scale } from './scale';

/** What is known of an item that has a place. */
export interface PlacedFacts {
  readonly placed: PlacedItem;
  readonly view: RankingView;
  readonly interval: Interval | undefined;
  readonly isSolvedAbove: boolean;
  readonly move: ItemMove;
  /** Its position in Jira's own order, 0 is on top; undefined: not known. */
  readonly jiraPlace: number | undefined;
}

/** What is known of an item that states no problem. */
export interface UnstatedFacts {
  readonly item: ItemView;
  readonly view: RankingView;
  readonly jiraPlace: number | undefined;
}

export type Facts = PlacedFacts | UnstatedFacts;
export const itemOf = (facts: Facts): ItemView => ('placed' in facts ? facts.placed.item : facts.item);
export const placedOf = (facts: Facts): PlacedItem | undefined => ('placed' in facts ? facts.placed : undefined);

/** One column of the list: what stands above it, how wide it is, and what it shows of an item. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** Least width in pixels; `share` of what is left over, 0: as wide as it says. */
  readonly width: { readonly least: number; readonly share: number };
  readonly align?: 'end';
  /** Always there, or there when a person chooses it. */
  readonly isOptional: boolean;
  readonly placed: (facts: PlacedFacts, scale: Scale) => ReactNode;
  readonly unstated: (facts: UnstatedFacts) => ReactNode;
  /** The same for a file. */
  readonly exported: Exported;
}
