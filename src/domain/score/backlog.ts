import { compareIds } from './comparing';
import { effortInMedians, effortReference, isUnfinished } from './effort';
import { coverFromEpic, coverOfStories, gatherFamilies, type CoveringItem, type Family } from './family';
import type { Params } from './params';
import { reachOf, type Destinations, type ProblemLink } from './reach';
import type { Item } from './scenario';
import { stepsOfItem } from './steps';

/** An item that takes part in the ranking: what it covers and what it costs, before any evidence. */
export interface PlannedItem {
  readonly id: string;
  /** Share of each problem that the item solves, 0..1, sorted by problem id; empty when no problem is stated. */
  readonly cover: readonly ProblemLink[];
  /** In medians, after λ and the floor. */
  readonly effort: number;
  readonly effortMissing: boolean;
}

type CoverOf = (item: Item) => readonly ProblemLink[];

/** The unfinished items of the asked level, sorted by id, with epics and stories completing each other; scoring.md section 5. */
export function planBacklog(items: readonly Item[], ownCoverOf: CoverOf, params: Params): readonly PlannedItem[] {
  const covering = items.filter(isUnfinished).map((item): CoveringItem => ({ item, ownCover: ownCoverOf(item) }));
  covering.sort((a, b) => compareIds(a.item.id, b.item.id));
  const byId = new Map(covering.map((own) => [own.item.id, own]));
  const families = gatherFamilies(covering);
  const reference = effortReference(items, params);
  const planned: PlannedItem[] = [];
  for (const own of covering) {
    const { item } = own;
    const family = families.get(item.id);
    if (!isOnLevel(item, family, params.level)) continue;
    const effort = item.effort ?? family?.effort ?? null;
    planned.push({
      id: item.id,
      cover: completedCover(own, byId, families),
      effort: effortInMedians(effort, reference, params),
      effortMissing: effort === null,
    });
  }
  return planned;
}

/** What items' own links cover, directly or through opportunities. */
export function coverThrough(destinations: Destinations, defaultCover: number): CoverOf {
  return (item) => reachOf(stepsOfItem(item, defaultCover), destinations).inFavour;
}

function completedCover(own: CoveringItem, byId: ReadonlyMap<string, CoveringItem>, families: ReadonlyMap<string, Family>): readonly ProblemLink[] {
  if (own.item.serves.length > 0) return own.ownCover;
  const family = families.get(own.item.id);
  if (family !== undefined) return coverOfStories(family);
  const epicId = own.item.parent ?? null;
  const epic = epicId === null ? undefined : byId.get(epicId);
  const siblings = epicId === null ? undefined : families.get(epicId);
  return epic === undefined || siblings === undefined ? [] : coverFromEpic(own.item, epic, siblings);
}

function isOnLevel(item: Item, family: Family | undefined, level: Params['level']): boolean {
  switch (level) {
    case 'all':
      return true;
    case 'top':
      return (item.parent ?? null) === null;
    case 'leaf':
      return family === undefined;
  }
}
