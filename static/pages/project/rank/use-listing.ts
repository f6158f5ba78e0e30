import { useMemo, useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Listing, SavedViewShown } from '../../../../src/contract/saved-views';
import type { Choices } from './choices';
import { firstListing, openedFrom } from './listing';
import { useChooseColumns, useViews } from './views-queries';

/** How the list is looked at: as the person left the columns, or as a saved view says, and from there as they change it. */
export function useListing({ project, columns: kept }: Pick<RankingView, 'project' | 'columns'>) {
  const views = useViews(project.id, false);
  const choosing = useChooseColumns(project.id);
  const [own, setOwn] = useState<Listing>();
  const [opened, setOpened] = useState<string>();
  const first = useMemo(() => ({ ...firstListing, columns: kept ?? [] }), [kept]);
  const listing = own ?? first;
  return {
    listing,
    choosing,
    /** The view that was opened last; what was changed since is not in it. */
    opened: views.data?.views.find(({ id }) => id === opened),
    change: (part: Partial<Listing>): void => {
      setOwn({ ...listing, ...part });
    },
    chooseColumns: (columns: readonly string[]): void => {
      setOwn({ ...listing, columns: [...columns] });
      choosing.mutate(columns);
    },
    /** Answers what of the view no longer works and was left out. */
    open: (view: SavedViewShown, choices: Choices, columns: readonly { readonly id: string }[]): readonly string[] => {
      const { listing: fitting, leftOut } = openedFrom(view, choices, columns);
      setOwn(fitting);
      setOpened(view.id);
      return leftOut;
    },
    /** The view that was just saved is the one that is open. */
    setOpened,
    reset: (): void => {
      setOwn(undefined);
      setOpened(undefined);
    },
  };
}
