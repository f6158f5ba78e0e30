import type { IssueId, StatementId } from '../domain/ids';
import { customerTable, type IndexedCustomer } from '../domain/index/customers';
import { dayOf, secondsOf } from '../domain/index/digest';
import { createGraph, statementTable, type Graph, type IndexedStatement, type Source } from '../domain/index/graph';
import {
  sameSources,
  strengthTable,
  type IndexedStrength,
  type Backing,
  type OwnStrength,
  type Strength,
  type StrengthContext,
} from '../domain/index/strength';
import { completeParams, speakersOf, type Params } from '../domain/score';
import { documentOf, readRows, type Content } from './index-documents';
import type { Ports } from './ports';
import { createDigests, type Digests } from './reading-digests';
import { aboutOfStrengths, readStrengths, strengthOf } from './updating-strengths';

export type SeeingPorts = Pick<Ports, 'documents' | 'permissions' | 'settings' | 'clock'>;

/** The index as one person may see it: statements they may not browse, and every path through them, are not there. */
export interface Sight {
  readonly graph: Graph;
  readonly visible: ReadonlySet<IssueId>;
  readonly strengths: ReadonlyMap<string, IndexedStrength>;
  readonly customers: ReadonlyMap<string, IndexedCustomer>;
  readonly digests: Digests;
  readonly params: Params;
  readonly asOfDay: number;
  /** Yearly value of a customer that counts as one voice; null: nobody's value is known. */
  readonly arrRef: number | null;
  /** Numbers over what the person sees; those of everybody where that is the same. */
  readonly strengthsOf: (targets: readonly IndexedStatement[]) => Promise<ReadonlyMap<string, Backing>>;
  /** What records of these targets are weighed with. */
  readonly context: StrengthContext;
}

export interface Stored {
  readonly statements: ReadonlyMap<string, IndexedStatement>;
  readonly strengths: Content;
  readonly customers: ReadonlyMap<string, IndexedCustomer>;
}

/** The site-wide documents; not yet filtered, never to be shown like this. */
export async function readStored(ports: Pick<Ports, 'documents'>): Promise<Stored> {
  const [graph, strengths, customers] = await Promise.all(
    [documentOf.graph, documentOf.strengths, documentOf.customers].map((name) => ports.documents.read(name)),
  );
  if (!graph || !strengths || !customers) throw new Error('A document was not answered.');
  const [statements, content, named] = await Promise.all([readRows(graph, statementTable), readStrengths(strengths), readRows(customers, customerTable)]);
  return { statements, strengths: content, customers: named };
}

/** A project's own weights, and what the index computed with them. */
export interface OwnWeights {
  readonly params: Params;
  readonly strengths: ReadonlyMap<string, OwnStrength>;
}

/** Filters what is stored for a person who may browse `visible`; a project that weighs evidence in its own way is seen that way. */
export function see(ports: SeeingPorts, stored: Stored, visible: ReadonlySet<IssueId>, own?: OwnWeights): Sight {
  const params = own?.params ?? completeParams();
  const graph = createGraph([...stored.statements.values()].filter(({ id }) => visible.has(id)));
  const strengths = stored.strengths.rows(strengthTable);
  const digests = createDigests(ports);
  const about = aboutOfStrengths(stored.strengths);
  const accounts = [...stored.customers.values()].map(({ id, value }) => ({ id, arr: value }));
  const arrRef = params.arrRef ?? about?.arrRef ?? null;
  const context: StrengthContext = {
    params,
    speakers: speakersOf(accounts, arrRef, params),
    asOfDay: about?.asOfDay ?? dayOf(ports.clock.now()),
    fixes: new Map([...strengths.values()].map(({ id, fixes }) => [id, fixes])),
  };

  async function strengthsOf(targets: readonly IndexedStatement[]): Promise<ReadonlyMap<string, Backing>> {
    const missing: { readonly target: IndexedStatement; readonly sources: readonly Source[] }[] = [];
    const found = new Map<string, Backing>();
    for (const target of targets) {
      const full = own ? own.strengths.get(target.id) : strengths.get(target.id);
      const sources = graph.sourcesOf(target);
      if (full !== undefined && sameSources(full.sources, sources)) found.set(target.id, full);
      else missing.push({ target, sources });
    }
    await digests.load(missing.flatMap(({ sources }) => sources.map(([id]) => id)));
    for (const { target, sources } of missing)
      found.set(target.id, strengthOf(target, sources, { graph, digests, params, customers: stored.customers }, context));
    return found;
  }

  return { graph, visible, strengths, customers: stored.customers, digests, params, asOfDay: context.asOfDay, arrRef, strengthsOf, context };
}

/** Everything whose evidence speaks on these statements, in the whole index: what to ask permission for. */
export function speakingOn(targets: Iterable<StatementId>, strengths: ReadonlyMap<string, IndexedStrength>): ReadonlySet<StatementId> {
  const ids = new Set<StatementId>();
  for (const id of targets) {
    ids.add(id);
    for (const [source] of strengths.get(id)?.sources ?? []) ids.add(source);
  }
  return ids;
}

export const newestOf = ({ newestDay }: Strength): number | null => (newestDay === null ? null : secondsOf(newestDay));
