import type { GateView } from '../contract/gate';
import type { GateMode } from '../domain/gate';
import type { Graph } from '../domain/index/graph';
import { statesOpenProblem, statesProblem, type IndexedItem } from '../domain/index/items';
import type { AuditLine } from './gate-ports';

type Past = Pick<GateView['past'][number], 'how' | 'at' | 'reason' | 'owner'>;

/**
 * Whether an item came further than the gate would let it. Who finished it solved its problem, which is closed by now: of finished ones
 * only those count that state none at all.
 */
export function isPast(item: IndexedItem, mode: GateMode, statements: Graph['statements'], finishedSince: number): boolean {
  if (mode === 'off' || item.category === 'new') return false;
  if (item.category === 'done') return (item.done ?? 0) >= finishedSince && !statesProblem(item, statements);
  return !statesOpenProblem(item, statements);
}

const hows: Readonly<Partial<Record<AuditLine['how'], Past['how']>>> = { exempt: 'exempt', exempted: 'exempt', warned: 'warned', unchecked: 'unchecked' };

/** unseen: it was created there, moved before the rule was, or lost its problem or its type later. Lines come newest first. */
export function howPast({ id, key }: Pick<IndexedItem, 'id' | 'key'>, lines: readonly AuditLine[]): Past {
  const last = lines.find((line) => (line.issueId === undefined ? line.issueKey === key : line.issueId === id) && hows[line.how] !== undefined);
  const how = last && hows[last.how];
  return { how: how ?? 'unseen', at: last?.at ?? null, reason: last?.reason ?? null, owner: last?.owner ?? null };
}
