import type { ProjectId } from '../domain/ids';
import { coveredProblems, numbersTable, placeItems, type ItemNumbers, type KnownProblem, type Places } from '../domain/index/backlog';
import { createGraph, type IndexedStatement, type Source } from '../domain/index/graph';
import type { IndexedItem } from '../domain/index/items';
import { countsForReadersOf } from '../domain/index/shared';
import { sameSources, type IndexedStrength, type OwnStrength, type StrengthContext } from '../domain/index/strength';
import type { Table } from '../domain/index/tables';
import type { Content } from './index-documents';
import type { SiteSettings } from './settings-ports';
import { ownParams } from './project-settings';
import { contextOf, referenceOf, strengthOf, type Around as Known, type CurrentStrengths } from './updating-strengths';

/** A problem's numbers as the readers of a project may see them, where they differ from all evidence. */
export type SharedStrength = Omit<IndexedStrength, 'sources' | 'fixes' | 'book'>;
export const sharedTable: Table<SharedStrength> = { family: 'shared', idOf: ({ id }) => id, rowsInOne: 200 };

export interface Around extends Known {
  readonly settings: SiteSettings;
}

export interface ToPlace {
  readonly projectId: ProjectId;
  readonly items: ReadonlyMap<string, IndexedItem>;
  readonly before: Content;
  /** Items that are not what they were. */
  readonly changed: ReadonlySet<string>;
  /** The project weighs evidence in another way than when its numbers were computed. */
  readonly hasNewWeights: boolean;
}

/** Measures what a project's items cover, by its own weights and for all its readers, and puts the items in order. */
export async function place({ projectId, items, before, changed, hasNewWeights }: ToPlace, strengths: CurrentStrengths, around: Around) {
  const { now, settings } = around;
  const ownWeights = ownParams(settings, projectId);
  const params = ownWeights ?? around.params;
  const weighing = ownWeights && { ...around, params: ownWeights };
  const context = weighing ? contextOf(weighing, referenceOf(weighing)) : strengths.context;
  const graph = createGraph([...around.graph.statements.values()].filter(countsForReadersOf(projectId, settings.openProjects)));
  const covered = coveredProblems(items.values(), graph, params);
  const problems = new Map<string, KnownProblem>();
  const shared: SharedStrength[] = [];
  const own: OwnStrength[] = [];
  for (const id of covered) {
    const target = graph.statements.get(id);
    const ofSite = strengths.rows.get(id);
    if (target === undefined || ofSite === undefined) throw new Error(`Problem ${id} is covered and was not measured.`);
    const full = weighing ? await measured(target, ofSite.sources, weighing, context) : { ...ofSite, accounts: strengths.speakers.get(id)?.accounts ?? [] };
    if (weighing) own.push({ ...withoutAccounts(full), id: target.id, sources: ofSite.sources });
    const sources = graph.sourcesOf(target);
    const isWhole = sameSources(sources, ofSite.sources);
    const seen = isWhole ? full : await measured(target, sources, { ...around, graph, params }, context);
    problems.set(id, { V: seen.value, sd: seen.deviation, accounts: seen.accounts, touched: ofSite.book.touched });
    if (!isWhole && seen.records !== full.records) shared.push({ ...withoutAccounts(seen), id: target.id });
  }
  const numbersBefore = before.rows<ItemNumbers>(numbersTable);
  const touchedAt = (id: string, covers: string): number => {
    const known = numbersBefore.get(id);
    return known === undefined || known.covers !== covers || changed.has(id) || hasNewWeights ? now : known.touched;
  };
  const { places, numbers } = placeItems(items, graph, problems, params, touchedAt);
  return { covered: [...covered].sort(), shared, own, places: places satisfies Places, numbers };
}

async function measured(target: IndexedStatement, sources: readonly Source[], around: Omit<Known, 'solvers' | 'now'>, context: StrengthContext) {
  await around.digests.load(sources.map(([source]) => source));
  return strengthOf(target, sources, around, context);
}

function withoutAccounts<Numbers extends { readonly accounts: unknown }>({ accounts: _, ...numbers }: Numbers): Omit<Numbers, 'accounts'> {
  return numbers;
}
