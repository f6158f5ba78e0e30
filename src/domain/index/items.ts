import type { IssueId, ProjectId, StatementId } from '../ids';
import { fixesPerProblem, type Fixes, type Item, type Params } from '../score';
import { dayOf } from './digest';
import type { Graph } from './graph';
import type { Table } from './tables';

/** An item's own link to what it solves or realises, as drawn. */
export interface Serve {
  readonly to: StatementId;
  readonly kind: 'solves' | 'realises';
  /** Share that it covers, 0..1. */
  readonly cover: number;
}

/** What the index knows of an item: enough to list and score it without asking Jira. */
export interface IndexedItem {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly level: number;
  readonly status: string;
  readonly category: 'new' | 'indeterminate' | 'done';
  readonly parent: IssueId | null;
  readonly effort: number | null;
  /** Epoch seconds at which it was finished; null while open. */
  readonly done: number | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  /** Sorted by target. */
  readonly serves: readonly Serve[];
  /** The board whose backlog is ranked does not hold it. */
  readonly isOffBoard?: true;
}

export const itemTable: Table<IndexedItem> = { family: 'items', idOf: ({ id }) => id, rowsInOne: 300 };

/** What is ranked: all items, or those on the chosen board and what stands above them. */
export function ranked(items: ReadonlyMap<string, IndexedItem>): ReadonlyMap<string, IndexedItem> {
  const all = [...items.values()];
  if (!all.some(({ isOffBoard }) => isOffBoard)) return items;
  const kept = new Set<string>();
  for (const item of all)
    for (
      let next: IndexedItem | undefined = item.isOffBoard ? undefined : item;
      next && !kept.has(next.id);
      next = next.parent === null ? undefined : items.get(next.parent)
    )
      kept.add(next.id);
  return new Map([...items].filter(([id]) => kept.has(id)));
}

/** An item that solves or realises something, of any project: what finished ones did to problems, and who solves what. */
export interface Solver extends Pick<IndexedItem, 'id' | 'key' | 'done' | 'serves'> {
  readonly projectId: ProjectId;
}

export const solverTable: Table<Solver> = { family: 'solvers', idOf: ({ id }) => id, rowsInOne: 500 };

/** The score's view of an item: links to statements that are not in the graph, or not of the right kind, cover nothing. */
export function scoredItem(
  { id, effort, parent, done, serves }: Pick<IndexedItem, 'id' | 'effort' | 'parent' | 'done' | 'serves'>,
  { statements }: Graph,
): Item {
  const fitting = serves.filter(({ to, kind }) => statements.get(to)?.kind === (kind === 'solves' ? 'problem' : 'opportunity'));
  return { id, effort, parent, doneDay: done === null ? null : dayOf(done), serves: fitting.map(({ to, cover }) => ({ to, w: cover })) };
}

/** What finished items took from each problem's older evidence. */
export function fixesBy(solvers: Iterable<Solver>, graph: Graph, params: Pick<Params, 'defaultCover'>): Fixes {
  const finished = [...solvers].filter(({ done }) => done !== null).map((solver) => scoredItem({ ...solver, effort: null, parent: null }, graph));
  return fixesPerProblem(finished, graph.covers, params.defaultCover);
}

/** What the gate asks of an epic, from the index: a hint for lists, never what a transition is decided on. */
export const statesOpenProblem = ({ serves }: Pick<IndexedItem, 'serves'>, statements: Graph['statements']): boolean =>
  serves.some(({ to, kind }) => {
    const target = statements.get(to);
    return kind === 'solves' && target?.kind === 'problem' && !target.isClosed;
  });

/** Also one that is closed: what was built may have solved it. */
export const statesProblem = ({ serves }: Pick<IndexedItem, 'serves'>, statements: Graph['statements']): boolean =>
  serves.some(({ to, kind }) => kind === 'solves' && statements.get(to)?.kind === 'problem');

/** Of the open epics (and what stands above them), how many state an open problem. */
export function coverageOf(items: Iterable<IndexedItem>, statements: Graph['statements']): { readonly stated: number; readonly of: number } {
  const epics = [...items].filter(({ level, category }) => level >= 1 && category !== 'done');
  return { stated: epics.filter((epic) => statesOpenProblem(epic, statements)).length, of: epics.length };
}
