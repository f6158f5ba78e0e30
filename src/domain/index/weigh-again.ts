import type { StatementId } from '../ids';
import { speakersOf, type Account, type Fixes, type Params } from '../score';
import type { RowsOf } from './digest';
import type { Graph, Node } from './graph';
import { measure, summarise, type Strength } from './strength';

/** Evidence as it lies in a browser: everything that a problem's value is computed from. */
export interface HeldEvidence {
  readonly graph: Graph<Node>;
  readonly rowsOf: RowsOf;
  /** In customers of typical value. */
  readonly accounts: readonly Account[];
  readonly fixes: Fixes;
  readonly asOfDay: number;
}

/** The values of problems under other weights; equal to what the index would say under the same. */
export function weighAgain(
  { graph, rowsOf, accounts, fixes, asOfDay }: HeldEvidence,
  problems: Iterable<StatementId>,
  params: Params,
): ReadonlyMap<StatementId, Strength> {
  const context = { params, speakers: speakersOf(accounts, 1, params), asOfDay, fixes };
  const weighed = new Map<StatementId, Strength>();
  for (const id of problems) {
    const target = graph.statements.get(id);
    if (target) weighed.set(id, summarise(measure(target, graph.sourcesOf(target), graph, rowsOf, context), params.a0));
  }
  return weighed;
}
