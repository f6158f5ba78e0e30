import { useMemo } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { useOpinionColumns } from '../second-opinion/use-opinion-columns';
import type { ExtraColumn } from './extra-columns';

/** What a supplier of columns may look at. */
export interface AboutColumns {
  readonly view: RankingView;
  /** Ids of the columns that are shown or ordered by: only these need their data; the others are merely offered by their title. */
  readonly wanted: ReadonlySet<string>;
  readonly lenses: readonly ExtraColumn[];
  readonly locale: string;
}

/**
 * The columns beside those of the evidence. A supplier is a hook of its own that answers the same array while nothing changed,
 * and loads its code and data once one of its columns is wanted: one line here each.
 */
export function useExtraColumns({ view, wanted, lenses, locale }: AboutColumns): readonly ExtraColumn[] {
  const secondOpinion = useOpinionColumns(view.project.id, wanted, locale);
  return useMemo(() => [...lenses, ...secondOpinion], [lenses, secondOpinion]);
}
