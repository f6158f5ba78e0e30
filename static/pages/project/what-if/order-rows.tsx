import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useRef, type FocusEvent } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { rounded } from '../../../parts/rounded';
import type { LensId } from '../lenses/names';
import { IssueName } from '../rank/issue-name';
import { Move } from '../rank/move';
import type { Changes } from './changes';
import { moveOf, type Compared } from './compare';
import { farEnough, MoveLines, rowHeight } from './move-lines';
import styles from './order-rows.module.css';
import { TypedFields } from './typed-fields';
import { measureOf, scoreWords } from './words';

export interface OrderRowsProps {
  readonly view: RankingView;
  readonly compared: Compared;
  /** What the what-if order was made by; undefined: the evidence, as the saved one. */
  readonly lens: LensId | undefined;
  readonly changes: Changes;
  readonly isTyping: boolean;
  readonly onChange: (changes: Changes) => void;
}

/** The saved order and the what-if order, place by place, with a line from where an item was to where it is; only what is in sight is drawn. */
export const OrderRows = memo(function OrderRows({ view, compared, lens, changes, isTyping, onChange }: OrderRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { saved, whatIf } = compared;
  const virtualizer = useVirtualizer({ count: whatIf.order.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 4 });
  const typingAt = useRef<string>();
  const noteTyping = ({ target }: FocusEvent): void => {
    typingAt.current = target instanceof HTMLElement ? target.dataset.typed : undefined;
  };
  // A field whose row went to another place is another field there: the focus goes with it.
  useLayoutEffect(() => {
    const field = typingAt.current;
    const item = field?.split(' ')[1];
    if (field === undefined || document.activeElement !== document.body) return;
    const place = compared.whatIfPlaces[view.items.findIndex(({ id }) => id === item)] ?? 0;
    virtualizer.scrollToIndex(Math.max(0, place - 1));
    requestAnimationFrame(() => {
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-typed="${field}"]`)?.focus());
    });
  }, [compared, view, virtualizer]);
  const drawn = virtualizer.getVirtualItems();
  // Numbers of a lens are no values per effort: their bars are drawn against their own best.
  const best = lens ? 0 : (saved.scores[0] ?? 0);
  const most = Math.max(best, whatIf.scores[0] || 0, Number.MIN_VALUE);
  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label="Saved order and what-if order, side by side" tabIndex={0} onFocus={noteTyping}>
      <div role="table" aria-label="Places" aria-rowcount={whatIf.order.length + 1} className={isTyping ? styles.isTyping : undefined}>
        <div role="row" aria-rowindex={1} className={styles.header}>
          <span role="columnheader" className={styles.savedTitle}>
            Saved
          </span>
          <span role="columnheader" className={styles.whatIfTitle}>
            What if
          </span>
          <span role="columnheader" className={styles.scoreTitle}>
            {measureOf(lens)}
          </span>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const was = view.items[saved.order[index] ?? -1];
            const position = whatIf.order[index] ?? -1;
            const item = view.items[position];
            const move = moveOf(compared, position);
            const score = whatIf.scores[index] ?? 0;
            return (
              <div key={index} role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${String(start)}px)` }}>
                <span role="cell" className={styles.saved}>
                  <span className={styles.place}>{index + 1}</span>
                  <span className={styles.key}>{was?.key}</span>
                  <span className={styles.summary} title={was?.summary}>
                    {was?.summary}
                  </span>
                  <span className={styles.place}>{rounded(saved.scores[index] ?? 0)}</span>
                </span>
                <span role="cell" className={styles.whatIf} data-far={Math.abs(move) >= farEnough} data-item={item?.key}>
                  <span className={styles.placeNow}>{index + 1}</span>
                  <span className={styles.move}>
                    <Move move={move} />
                  </span>
                  <span className={styles.name}>{item && <IssueName item={item} type={view.types[item.type]} />}</span>
                  {isTyping && item && <TypedFields key={item.id} item={item} problems={view.problems} changes={changes} onChange={onChange} />}
                </span>
                <span role="cell" className={styles.score} data-far={Math.abs(move) >= farEnough}>
                  <b>
                    {Number.isNaN(score) && <span aria-hidden="true">?</span>}
                    <span className={Number.isNaN(score) ? 'visually-hidden' : undefined}>{scoreWords(score)}</span>
                  </b>
                  <span className={styles.bar} aria-hidden="true">
                    <i style={{ width: `${String((100 * (score || 0)) / most)}%` }} />
                  </span>
                </span>
              </div>
            );
          })}
        </div>
        <MoveLines compared={compared} first={drawn[0]?.index ?? 0} last={drawn.at(-1)?.index ?? -1} />
      </div>
    </div>
  );
});
