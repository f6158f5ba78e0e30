import type { StatementId } from '../ids';
import type { LinkKind } from '../link-kinds';
import type { Statement } from '../statements';
import { compareIds, followHubs, type Destinations, type Step } from '../score';
import type { Table } from './tables';

/** A link from a statement to another, as drawn; whether its ends fit is seen when it is followed. */
export interface StatementLink {
  readonly kind: Extract<LinkKind, 'evidences' | 'refutes' | 'opens' | 'partOf'>;
  readonly to: StatementId;
  readonly weight: number;
}

export interface IndexedStatement extends Statement {
  /** Outgoing, sorted by target, then kind. */
  readonly links: readonly StatementLink[];
}

export const statementTable: Table<IndexedStatement> = { family: 'statements', idOf: ({ id }) => id, rowsInOne: 200 };

/** A statement whose evidence reaches another one, with the strongest path for and against (0: none). */
export type Source = readonly [id: StatementId, inFavour: number, against: number];

/** What of a statement decides where evidence goes. */
export type Node = Pick<IndexedStatement, 'id' | 'kind' | 'links'>;

/** Statements and what their evidence reaches. */
export interface Graph<Own extends Node = IndexedStatement> {
  readonly statements: ReadonlyMap<string, Own>;
  /** The problems that realising an opportunity, or solving a problem, covers. */
  readonly covers: Destinations;
  /** Whose evidence speaks on this statement, itself first, then sorted by id. */
  readonly sourcesOf: (target: Node) => readonly Source[];
  /** The paths by which evidence reaches this statement. */
  readonly pathsTo: (target: Node) => Destinations;
}

/** Links to what is not among the statements lead nowhere: leaving out hidden statements leaves out every path through them. */
export function createGraph<Own extends Node>(statements: Iterable<Own>): Graph<Own> {
  const known = new Map<string, Own>();
  for (const statement of statements) known.set(statement.id, statement);
  const all = [...known.values()];
  const problems = all.filter(({ kind }) => kind === 'problem');
  const opportunities = all.filter(({ kind }) => kind === 'opportunity');
  const grouped = groupedBy(all);
  const stepsOf = (hub: Node): readonly Step[] => (hub.kind === 'insight' ? stepsOfInsight(hub, known) : (grouped.get(hub.id) ?? []));
  const hubs = all.filter(({ kind }) => kind !== 'problem');
  const destinations = followHubs(hubs, problems, stepsOf).destinations;
  const spokenFor = new Set(hubs.flatMap((hub) => stepsOf(hub).map(({ to }) => to)));
  const sourcesOfProblems = invert(destinations, hubs);

  // Seen from an insight, evidence ends there instead of passing through.
  function pathsTo(target: Node): Destinations {
    if (target.kind === 'problem') return destinations;
    if (target.kind === 'opportunity' || !spokenFor.has(target.id)) return followHubs([], [target], stepsOf).destinations;
    return followHubs(
      hubs.filter(({ id }) => id !== target.id),
      [...problems, target],
      stepsOf,
    ).destinations;
  }

  function sourcesOf(target: Node): readonly Source[] {
    const others = target.kind === 'problem' ? sourcesOfProblems : invert(pathsTo(target), hubs);
    return [[target.id, 1, 0], ...(others.get(target.id) ?? []).filter(([id]) => id !== target.id)];
  }

  return { statements: known, covers: followHubs(opportunities, problems, stepsOf).destinations, sourcesOf, pathsTo };
}

function stepsOfInsight({ id, links }: Node, known: ReadonlyMap<string, Node>): readonly Step[] {
  return links.flatMap((link) => {
    const target = known.get(link.to)?.kind;
    const speaks = link.kind === 'evidences' || link.kind === 'refutes';
    return speaks && link.to !== id && (target === 'problem' || target === 'insight')
      ? { to: link.to, weight: link.weight, against: link.kind === 'refutes' }
      : [];
  });
}

// "Problem opens opportunity" is drawn from the problem and read from the opportunity.
function groupedBy(statements: readonly Node[]): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>();
  for (const { id, kind } of statements) if (kind === 'opportunity') steps.set(id, []);
  for (const { id, kind, links } of statements) {
    if (kind === 'insight') continue;
    for (const link of links) if (link.kind === 'opens' && link.to !== id) steps.get(link.to)?.push({ to: id, weight: link.weight, against: false });
  }
  return steps;
}

function invert(destinations: Destinations, hubs: readonly Node[]): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Source[]>();
  for (const { id } of [...hubs].sort((a, b) => compareIds(a.id, b.id))) {
    const reach = destinations.get(id);
    const weights = new Map<string, readonly [number, number]>();
    for (const { problem, weight } of reach?.inFavour ?? []) weights.set(problem, [weight, 0]);
    for (const { problem, weight } of reach?.against ?? []) weights.set(problem, [weights.get(problem)?.[0] ?? 0, weight]);
    for (const [problem, [inFavour, against]] of weights) {
      const own = found.get(problem);
      if (own === undefined) found.set(problem, [[id, inFavour, against]]);
      else own.push([id, inFavour, against]);
    }
  }
  return found;
}

/** What covers depend on besides the items' own links: the problems there are, and what opportunities group. */
export function coverShape({ covers }: Pick<Graph, 'covers'>): string {
  const reached = [...covers].map(([id, { inFavour }]) => [id, inFavour.map(({ problem, weight }) => [problem, weight])] as const);
  return JSON.stringify(reached.sort(([a], [b]) => compareIds(a, b)));
}
