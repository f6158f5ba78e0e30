import type { Row } from './rows';
import { groupOf } from './rows';

/** What a key does to the list: go to a row, open or close a group, or say why. */
export type RowAct =
  | { readonly kind: 'go'; readonly to: number; readonly step: 1 | -1 }
  | { readonly kind: 'toggle-group'; readonly id: string }
  | { readonly kind: 'toggle-why'; readonly id: string }
  | { readonly kind: 'close-why' };

const page = 12;

/** Arrows walk the items and stop at a closed group; left goes to the group and closes it, right opens it. */
export function rowAct(key: string, rows: readonly Row[], at: number, closed: ReadonlySet<string>): RowAct | undefined {
  const row = rows[at];
  const isGroup = row?.kind === 'group';
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', to: at + 1, step: 1 };
    case 'ArrowUp':
      return { kind: 'go', to: at - 1, step: -1 };
    case 'Home':
      return { kind: 'go', to: 0, step: 1 };
    case 'End':
      return { kind: 'go', to: rows.length - 1, step: -1 };
    case 'PageDown':
      return { kind: 'go', to: at + page, step: 1 };
    case 'PageUp':
      return { kind: 'go', to: at - page, step: -1 };
    case 'ArrowLeft': {
      if (isGroup) return closed.has(row.id) ? undefined : { kind: 'toggle-group', id: row.id };
      const group = rows[groupOf(rows, at) ?? -1];
      return group && { kind: 'toggle-group', id: group.id };
    }
    case 'ArrowRight':
      return isGroup && closed.has(row.id) ? { kind: 'toggle-group', id: row.id } : undefined;
    case 'Enter':
      return row && (isGroup ? { kind: 'toggle-group', id: row.id } : { kind: 'toggle-why', id: row.id });
    case 'Escape':
      return { kind: 'close-why' };
    default:
      return undefined;
  }
}

/** The nearest row to stop at: an item, or a group that is closed. */
export function stopAt(rows: readonly Row[], index: number, step: 1 | -1, closed: ReadonlySet<string>): Row | undefined {
  const isStop = (row: Row | undefined): boolean => row !== undefined && (row.kind !== 'group' || closed.has(row.id));
  let to = Math.min(rows.length - 1, Math.max(0, index));
  while (!isStop(rows[to]) && to + step >= 0 && to + step < rows.length) to += step;
  return isStop(rows[to]) ? rows[to] : undefined;
}
