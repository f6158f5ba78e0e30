import { coverThrough, planBacklog, type PlannedItem } from './backlog';
import { buildOrder, type Placed } from './build-order';
import { chancesOf, type ChancesOfAll } from './chances';
import { drawScores, listedPlaces, type Draws } from './draws';
import { lineUp, type Lineup } from './lineup';
import { scoreItems, standingOrder, type Problems, type ScoredItem } from './items';
import type { Params } from './params';
import type { ProblemStrength } from './problem';
import type { Destinations, ProblemLink } from './reach';
import type { Item } from './scenario';
import { valueOfInformation, type ValueOfInformation } from './value-of-information';

/** What a backlog is ranked from; a browser that holds aggregates instead of evidence can fill this in too. */
export interface BacklogInput {
  readonly items: readonly Item[];
  /** Opportunities and problems. */
  readonly destinations: Destinations;
  /** Every problem that an item covers, directly or through an opportunity. */
  readonly problems: Problems<Pick<ProblemStrength, 'V' | 'sd'>>;
  readonly params: Params;
}

/** A backlog in its standing order and in the order to build it. */
export interface RankedBacklog extends BacklogInput {
  readonly planned: readonly PlannedItem[];
  readonly lineup: Lineup;
  readonly covers: ReadonlyMap<Item, readonly ProblemLink[]>;
  readonly itemsById: readonly ScoredItem[];
  /** Best first. */
  readonly standing: readonly ScoredItem[];
  readonly order: readonly Placed[];
  /** Of the first `listedPlaces` of `standing`. */
  readonly draws: Draws;
  readonly chances: ChancesOfAll;
  readonly voi: ValueOfInformation;
}

/** Sections 5 to 7 of scoring.md; what a change cannot reach is taken over from an earlier result. */
export function rankBacklog(input: BacklogInput, earlier?: RankedBacklog): RankedBacklog {
  const { problems, params } = input;
  const { planned, covers, lineup } = plan(input, earlier);
  const isSamePlan = planned === earlier?.planned;
  const itemsById = scoreItems(planned, problems, params.a0, isSamePlan ? earlier.itemsById : undefined);
  const standing = standingOrder(itemsById, isSamePlan ? earlier : undefined);
  const draws = drawScores(standing.slice(0, listedPlaces), problems, params, earlier?.draws);
  return {
    ...input,
    planned,
    covers,
    lineup,
    itemsById,
    standing,
    order: buildOrder(itemsById, problems, lineup),
    draws,
    chances: chancesOf(draws, params.topK),
    voi: valueOfInformation(draws),
  };
}

function plan(input: BacklogInput, earlier: RankedBacklog | undefined): Pick<RankedBacklog, 'planned' | 'covers' | 'lineup'> {
  const { items, destinations, params } = input;
  const known = knownCovers(input, earlier);
  if (earlier !== undefined && earlier.items === items && known.size === items.length) return earlier;
  const coverOf = coverThrough(destinations, params.defaultCover);
  const covers = new Map(items.map((item) => [item, known.get(item) ?? coverOf(item)]));
  const planned = planBacklog(items, (item) => covers.get(item) ?? coverOf(item), params);
  return { planned, covers, lineup: lineUp(planned) };
}

// An item's cover stands while the item, and everything it links to, is the very same as before.
function knownCovers({ items, destinations, params }: BacklogInput, earlier: RankedBacklog | undefined): RankedBacklog['covers'] {
  const known = new Map<Item, readonly ProblemLink[]>();
  if (earlier === undefined || earlier.params !== params) return known;
  if (earlier.items === items && earlier.destinations === destinations) return earlier.covers;
  for (const item of items) {
    const cover = earlier.covers.get(item);
    if (cover !== undefined && item.serves.every(({ to }) => destinations.get(to) === earlier.destinations.get(to))) known.set(item, cover);
  }
  return known;
}
