import type { CustomerId, IssueId } from '../ids';
import { chanceOfBefore, coverThrough, planBacklog, rankBacklog, scoreItems, tieBands, type BacklogInput, type Params } from '../score';
import { fnv1a } from '../score/keyed-normal';
import type { Graph } from './graph';
import { ranked, scoredItem, type IndexedItem } from './items';
import type { Table } from './tables';

/** The build order of a project over the numbers that all its readers may see. */
export interface Places {
  /** Unfinished items without a parent that solve a stated problem, first to build first. */
  readonly order: readonly IssueId[];
  /** Items that the evidence cannot tell apart; bands of one are left out. */
  readonly bands: readonly (readonly IssueId[])[];
  /** Share of draws in which an item comes first, where it is not 0. */
  readonly first: Readonly<Record<string, number>>;
}

/** An item's own shared numbers; items without any are left out. */
export interface ItemNumbers {
  readonly id: IssueId;
  readonly score: number;
  readonly customers: number;
  /** Epoch seconds of the last change that was not mere ageing. */
  readonly touched: number;
  /** Stands for the problems it covers, and how far: they change without it where a statement between comes or goes. */
  readonly covers: string;
}

export const numbersTable: Table<ItemNumbers> = { family: 'numbers', idOf: ({ id }) => id, rowsInOne: 500 };

/** What is known of a problem that items cover. */
export interface KnownProblem {
  readonly V: number;
  readonly sd: number;
  readonly accounts: readonly CustomerId[];
  readonly touched: number;
}

/** Problems that the items cover by their own links, directly or through opportunities. */
export function coveredProblems(items: Iterable<IndexedItem>, graph: Graph, params: Params): ReadonlySet<string> {
  const covered = new Set<string>();
  const coverOf = coverThrough(graph.covers, params.defaultCover);
  for (const item of items) if (item.serves.length > 0) for (const { problem } of coverOf(scoredItem(item, graph))) covered.add(problem);
  return covered;
}

/** Scores and orders a backlog; `touchedAt` says when an item's own effort or links, or what it covers, last changed. */
export function placeItems(
  items: ReadonlyMap<string, IndexedItem>,
  graph: Graph,
  problems: ReadonlyMap<string, KnownProblem>,
  params: Params,
  touchedAt: (id: string, covers: string) => number,
): { readonly places: Places; readonly numbers: readonly ItemNumbers[] } {
  const scored = [...items.values()].map((item) => scoredItem(item, graph));
  const listed = ranked(items);
  // As the page shows it at first: an epic would share its draws with its own stories.
  const input: BacklogInput = { items: scored.filter(({ id }) => listed.has(id)), destinations: graph.covers, problems, params: { ...params, level: 'top' } };
  const { itemsById, order, draws, chances } = rankBacklog(input);
  const idOf = (id: string) => items.get(id)?.id ?? [];
  const scores = new Map(itemsById.map((item) => [item.id, item]));
  const drawn = order.filter(({ id }) => draws.items.has(id) && (scores.get(id)?.score ?? 0) > 0);
  const { bands } = tieBands(drawn, scores, (a, b) => {
    const [first, second] = [draws.items.get(a), draws.items.get(b)];
    return first && second ? chanceOfBefore(first, second) : 1;
  });
  const all = scoreItems(planBacklog(scored, coverThrough(graph.covers, params.defaultCover), { ...params, level: 'all' }), problems, params.a0);
  const numbers = all.flatMap(({ id, score, cover }): ItemNumbers[] => {
    const item = items.get(id);
    if (item === undefined || cover.length === 0) return [];
    const known = cover.flatMap(({ problem }) => problems.get(problem) ?? []);
    const covers = String(fnv1a(JSON.stringify(cover.map(({ problem, weight }) => [problem, weight]))));
    const touched = known.reduce((latest, own) => Math.max(latest, own.touched), touchedAt(id, covers));
    return [{ id: item.id, score, customers: new Set(known.flatMap(({ accounts }) => accounts)).size, touched, covers }];
  });
  const firsts = [...chances.perItem].flatMap(([id, { pFirst }]) => (pFirst > 0 ? [[id, pFirst] as const] : []));
  return {
    places: {
      order: order.flatMap(({ id }) => ((scores.get(id)?.cover.length ?? 0) > 0 ? idOf(id) : [])),
      bands: bands.filter((band) => band.length > 1).map((band) => band.flatMap(idOf)),
      first: Object.fromEntries(firsts),
    },
    numbers,
  };
}
