import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Facts, PlacedFacts, UnstatedFacts } from './column';
import type { Drawn } from './drawn';
import type { ItemMove } from './move';
import type { PlacedItem } from './order';
import type { Row } from './rows';

/** What a row's cells are made from, beside the row itself. */
export interface Known {
  readonly view: RankingView;
  readonly drawn: Drawn | undefined;
  readonly moveOf: (id: string) => ItemMove;
  readonly jiraOrder: ReadonlyMap<string, number> | undefined;
}

export const placedFacts = ({ view, drawn, moveOf, jiraOrder }: Known, placed: PlacedItem): PlacedFacts => ({
  placed,
  view,
  interval: drawn?.intervals.get(placed.item.id),
  isSolvedAbove: drawn?.solvedAbove.has(placed.item.id) ?? false,
  move: moveOf(placed.item.id),
  jiraPlace: jiraOrder?.get(placed.item.id),
});

export const unstatedFacts = ({ view, jiraOrder }: Known, item: ItemView): UnstatedFacts => ({ item, view, jiraPlace: jiraOrder?.get(item.id) });

export const factsOf = (known: Known, row: Exclude<Row, { kind: 'group' }>): Facts =>
  row.kind !== 'unstated' && row.placed ? placedFacts(known, row.placed) : unstatedFacts(known, row.kind === 'placed' ? row.placed.item : row.item);
