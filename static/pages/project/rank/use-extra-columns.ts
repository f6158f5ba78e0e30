import { useMemo } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { ExtraColumn } from './extra-columns';
import type { Order } from './order';

/** What a supplier of columns may look at. */
export interface AboutColumns {
  readonly view: RankingView;
  readonly order: Order;
  /** Ids of the columns that are shown or ordered by: only these need their data; the others are merely offered by their title. */
  readonly wanted: ReadonlySet<string>;
  readonly lenses: readonly ExtraColumn[];
}

const none: readonly ExtraColumn[] = [];

/**
 * The columns beside those of the evidence. A supplier is a hook of its own that answers the same array while nothing changed,
 * and loads its code and data once one of its columns is wanted: one line here each.
 */
export function useExtraColumns({ lenses }: AboutColumns): readonly ExtraColumn[] {
  const secondOpinion = none;
  return useMemo(() => [...lenses, ...secondOpinion], [lenses, secondOpinion]);
}
