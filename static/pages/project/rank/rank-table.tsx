import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { PinnedLine } from '../pins/pinned-line';
import type { Column } from './column';
import { placedFacts, unstatedFacts, type Known } from './facts';
import { GroupRow } from './group-row';
import type { Order } from './order';
import { PlacedRow } from './placed-row';
import styles from './rank-table.module.css';
import { rowAct, stopAt } from './row-keys';
import type { Row } from './rows';
import { drawingWidth, scaleOf } from './scale';
import { tracksOf } from './shown-columns';
import { UnstatedRow } from './unstated-row';
import { Why } from './why-lazy';

export interface RankTableProps {
  /** Which order this is. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly order: Order;
  readonly known: Known;
  readonly locale: string;
  /** What else an open row says, under why. */
  readonly notesOf: (id: string) => ReactNode;
  /** The row that the focus is on, or was on last. */
  readonly current: string | undefined;
  readonly onCurrent: (id: string) => void;
  /** Groups whose rows are out of sight. */
  readonly closed: ReadonlySet<string>;
  readonly onToggleGroup: (id: string) => void;
  /** What further keys do with the row in focus, by key. */
  readonly acts: Readonly<Record<string, (id: string) => void>>;
}

/** A grid with one tab stop: arrows walk the rows, Enter opens why; only what is in sight is drawn. */
export function RankTable({ label, rows, columns, order, known, locale, notesOf, current, onCurrent, closed, onToggleGroup, acts }: RankTableProps) {
  const { drawn, view } = known;
  const scroller = useRef<HTMLDivElement>(null);
  const aim = useRef<string>();
  const [open, setOpen] = useState<string>();
  const [toFlip, setToFlip] = useState(false);
  const scale = useMemo(() => scaleOf(order, drawn), [order, drawn]);
  const tracks = useMemo(() => tracksOf(columns), [columns]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : index < 3 ? 56 : 40),
    overscan: 8,
  });
  const firstItem = rows.findIndex((row) => row.kind !== 'group');
  const at = rows.findIndex((row) => row.id === current);
  const stop = at === -1 ? Math.max(0, firstItem) : at;

  const focusOn = (id: string): void => {
    const index = rows.findIndex((row) => row.id === id);
    onCurrent(id);
    aim.current = id;
    virtualizer.scrollToIndex(index);
    // The row may not be drawn yet: focus it once it is, unless a faster finger has gone on to another.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (aim.current === id) scroller.current?.querySelector<HTMLElement>(`:is([data-row="${id}"], [data-group="${id}"])`)?.focus();
      });
    });
  };
  const close = (): void => {
    setOpen(undefined);
    if (current !== undefined) focusOn(current);
  };
  // Back from what took the list's place: on the row that the person was on, once.
  const backTo = useRef(at === -1 ? undefined : current);
  useEffect(() => {
    const id = backTo.current;
    backTo.current = undefined;
    if (id !== undefined) focusOn(id);
  });
  const keys = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || (event.target.dataset['row'] ?? event.target.dataset['group']) === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[stop];
    const own = row && row.kind !== 'group' ? acts[event.key] : undefined;
    if (own && row) {
      event.preventDefault();
      own(row.id);
      return;
    }
    if (event.key === 'f' && row?.kind === 'placed') {
      setOpen(row.id);
      setToFlip(true);
      return;
    }
    const act = rowAct(event.key, rows, stop, closed);
    if (!act) return;
    event.preventDefault();
    switch (act.kind) {
      case 'go': {
        const to = stopAt(rows, act.to, act.step, closed);
        if (to) focusOn(to.id);
        return;
      }
      case 'toggle-group':
        onToggleGroup(act.id);
        focusOn(act.id);
        return;
      case 'toggle-why':
        // Of the row that is current: the focus follows it a frame later.
        setToFlip(false);
        setOpen((was) => (was === act.id ? undefined : act.id));
        return;
      case 'close-why':
        setOpen(undefined);
        return;
      default:
        act satisfies never;
    }
  };

  return (
    <div ref={scroller} className={styles.scroller} style={tracks} role="treegrid" aria-label={label} aria-rowcount={rows.length + 1} onKeyDown={keys}>
      <div className={styles.header} role="row" aria-rowindex={1}>
        {columns.map(({ id, title, align }) => (
          <span key={id} role="columnheader" data-align={align} className={id === 'score' ? styles.score : undefined}>
            {title}
            {id === 'score' && (
              <svg width={drawingWidth} height="14" aria-hidden="true">
                {scale.ticks(4).map((tick) => (
                  <text key={tick} x={Math.min(drawingWidth - 8, Math.max(4, scale(tick)))} y="12">
                    {tick}
                  </text>
                ))}
              </svg>
            )}
          </span>
        ))}
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
              {row.kind === 'group' && (
                <GroupRow
                  row={row}
                  rowIndex={virtual.index + 2}
                  isClosed={closed.has(row.id)}
                  onToggle={() => {
                    onToggleGroup(row.id);
                  }}
                  {...focus}
                />
              )}
              {row.kind === 'pinned' && <PinnedLine row={row} view={view} locale={locale} rowIndex={virtual.index + 2} {...focus} />}
              {row.kind === 'unstated' && <UnstatedRow facts={unstatedFacts(known, row.item)} columns={columns} rowIndex={virtual.index + 2} {...focus} />}
              {row.kind === 'placed' && (
                <PlacedRow
                  facts={placedFacts(known, row.placed)}
                  columns={columns}
                  rowIndex={virtual.index + 2}
                  scale={scale}
                  isOpen={open === row.id}
                  onToggle={toggle}
                  {...focus}
                />
              )}
              {row.kind === 'placed' && open === row.id && (
                <div role="row" aria-level={3}>
                  <div role="gridcell">
                    <Why placed={row.placed} order={order} drawn={drawn} view={view} locale={locale} startsAtFlip={toFlip} onClose={close} />
                    {notesOf(row.id)}
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
