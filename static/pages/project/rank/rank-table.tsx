import { useVirtualizer } from '@tanstack/react-virtual';
import { scaleLinear } from 'd3-scale';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { Drawn } from './drawn';
import { GroupRow } from './group-row';
import type { ItemMove } from './move';
import type { Order } from './order';
import { PlacedRow } from './placed-row';
import styles from './rank-table.module.css';
import type { Row } from './rows';
import { UnstatedRow } from './unstated-row';
import { Why } from './why-lazy';

export interface RankTableProps {
  readonly rows: readonly Row[];
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly moveOf: (id: string) => ItemMove;
  readonly jiraOrder: ReadonlyMap<string, number> | undefined;
  readonly view: RankingView;
  readonly locale: string;
  /** The row that the focus is on, or was on last. */
  readonly current: string | undefined;
  readonly onCurrent: (id: string) => void;
  readonly onSearch: () => void;
  readonly onCompare: () => void;
}

/** Width of the drawing in the last column. */
export const drawingWidth = 176;

const columns = ['#', 'Move', 'Item', 'Problem it solves', 'Customers · largest', 'Value', 'Effort'] as const;

/** A grid with one tab stop: arrows walk the rows, Enter opens why; only what is in sight is drawn. */
export function RankTable({ rows, order, drawn, moveOf, jiraOrder, view, locale, current, onCurrent, onSearch, onCompare }: RankTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const aim = useRef<string>();
  const [open, setOpen] = useState<string>();
  const [toFlip, setToFlip] = useState(false);
  const scale = useMemo(() => scaleOf(order, drawn), [order, drawn]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : index < 3 ? 56 : 40),
    overscan: 8,
  });
  const firstItem = rows.findIndex((row) => row.kind !== 'group');
  const at = Math.max(
    rows.findIndex((row) => row.id === current),
    -1,
  );
  const stop = at === -1 ? firstItem : at;

  const goTo = (index: number, step: 1 | -1): void => {
    let to = Math.min(rows.length - 1, Math.max(0, index));
    while (rows[to]?.kind === 'group' && to + step >= 0 && to + step < rows.length) to += step;
    const row = rows[to];
    if (!row || row.kind === 'group') return;
    onCurrent(row.id);
    aim.current = row.id;
    virtualizer.scrollToIndex(to);
    // The row may not be drawn yet: focus it once it is, unless a faster finger has gone on to another.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (aim.current === row.id) scroller.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
      });
    });
  };
  const close = (): void => {
    setOpen(undefined);
    goTo(stop, 1);
  };
  // Back from what took the list's place: on the row that the person was on.
  const comeBack = useRef(() => {
    if (at !== -1) goTo(at, 1);
  });
  useEffect(() => {
    comeBack.current();
  }, []);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === '/') {
      event.preventDefault();
      onSearch();
      return;
    }
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const jumps: Readonly<Record<string, readonly [number, 1 | -1]>> = {
      ArrowDown: [stop + 1, 1],
      ArrowUp: [stop - 1, -1],
      Home: [0, 1],
      End: [rows.length - 1, -1],
      PageDown: [stop + 12, 1],
      PageUp: [stop - 12, -1],
    };
    const jump = jumps[event.key];
    if (jump) {
      event.preventDefault();
      goTo(...jump);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setToFlip(false);
      // Of the row that is current: the focus follows it a frame later.
      const id = rows[stop]?.id;
      setOpen((was) => (was === id ? undefined : id));
    } else if (event.key === 'Escape') setOpen(undefined);
    else if (event.key === 'c') onCompare();
    else if (event.key === 'f') {
      setOpen(rows[stop]?.id);
      setToFlip(true);
    }
  };

  return (
    <div ref={scroller} className={styles.scroller} role="treegrid" aria-label="Items in build order" aria-rowcount={rows.length + 1} onKeyDown={keys}>
      <div className={styles.header} role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
        <span role="columnheader" className={styles.score}>
          Value per effort
          <svg width={drawingWidth} height="14" aria-hidden="true">
            {scale.ticks(4).map((tick) => (
              <text key={tick} x={Math.min(drawingWidth - 8, Math.max(4, scale(tick)))} y="12">
                {tick}
              </text>
            ))}
          </svg>
        </span>
      </div>
      <div className={styles.body} style={{ height: virtualizer.getTotalSize() }} role="rowgroup">
        {virtualizer.getVirtualItems().map((virtual) => {
          const row = rows[virtual.index];
          if (!row) return null;
          const focus = {
            tabIndex: virtual.index === stop ? 0 : -1,
            onFocus: () => {
              onCurrent(row.id);
            },
          };
          const toggle = (): void => {
            setOpen((was) => (was === row.id ? undefined : row.id));
          };
          return (
            <div
              key={virtual.key}
              ref={virtualizer.measureElement}
              data-index={virtual.index}
              role="presentation"
              className={styles.slot}
              style={{ transform: `translateY(${String(virtual.start)}px)` }}
            >
              {row.kind === 'group' && <GroupRow row={row} rowIndex={virtual.index + 2} />}
              {row.kind === 'unstated' && (
                <UnstatedRow item={row.item} view={view} rowIndex={virtual.index + 2} jiraPlace={jiraOrder?.get(row.id)} {...focus} />
              )}
              {row.kind === 'placed' && (
                <PlacedRow
                  placed={row.placed}
                  view={view}
                  rowIndex={virtual.index + 2}
                  scale={scale}
                  interval={drawn?.intervals.get(row.id)}
                  isSolvedAbove={drawn?.solvedAbove.has(row.id) ?? false}
                  move={moveOf(row.id)}
                  isOpen={open === row.id}
                  onToggle={toggle}
                  {...focus}
                />
              )}
              {row.kind === 'placed' && open === row.id && (
                <div role="row" aria-level={2}>
                  <div role="gridcell">
                    <Why placed={row.placed} order={order} drawn={drawn} view={view} locale={locale} startsAtFlip={toFlip} onClose={close} />
                  </div>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

// One linear scale from 0 for all rows, never stretched to the list or the filter.
function scaleOf(order: Order, drawn: Drawn | undefined) {
  const most = Math.max(
    1,
    ...[...(drawn?.intervals.values() ?? [])].map(({ p90 }) => p90),
    ...order.placed.slice(0, 200).map(({ standing }) => standing.score),
  );
  return scaleLinear([0, most], [6, drawingWidth - 14]).nice(4);
}
export type Scale = ReturnType<typeof scaleOf>;
