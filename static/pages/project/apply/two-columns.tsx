import { useRef, useState, type KeyboardEvent } from 'react';
import type { OrderPreview } from '../../../../src/contract/order';
import type { RankingView } from '../../../../src/contract/ranking';
import { IssueName } from '../rank/issue-name';
import styles from './apply.module.css';
import type { Asking } from './asking';
import { MoveLines, rowHeight } from './move-lines';

interface TwoColumnsProps {
  readonly now: readonly string[];
  readonly after: readonly string[];
  readonly shown: number;
  readonly moves: OrderPreview['moves'];
  readonly view: RankingView;
  readonly asking: Asking;
}

/** Jira's order now and after; in the second, arrows walk and Alt with an arrow puts an item elsewhere. */
export function TwoColumns({ now, after, shown, moves, view, asking }: TwoColumnsProps) {
  const [left, right] = [now.slice(0, shown), after.slice(0, shown)];
  const moved = new Set<string>(moves.map(({ id }) => id));
  const placeNow = new Map(now.map((id, at) => [id, at + 1]));
  const items = new Map(view.items.map((item) => [item.id as string, item]));
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState<string>();
  const [said, setSaid] = useState('');
  const stop = current !== undefined && right.includes(current) ? current : right[0];
  const nameOf = (id: string): string => items.get(id)?.key ?? 'An item that is not ranked here';

  const put = (id: string, at: number, step: 1 | -1): void => {
    const other = right[at + step];
    if (other === undefined) return;
    if (asking.move(id, step < 0 ? 'before' : 'after', other)) setSaid(`${nameOf(id)} goes to place ${String(at + step + 1)}. Say why below.`);
    else setSaid(`${nameOf(id)} can’t go there: ${nameOf(other)} is where a “blocks” link puts it.`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || stop === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.id === undefined) return;
    event.preventDefault();
    const at = right.indexOf(stop);
    const other = right[at + step];
    if (event.altKey) put(stop, at, step);
    else if (other !== undefined) {
      setCurrent(other);
      list.current?.querySelector<HTMLElement>(`[data-id="${other}"]`)?.focus();
    }
  };
  const nameIn = (id: string) => {
    const item = items.get(id);
    return item ? <IssueName item={item} type={view.types[item.type]} /> : <span className={styles.note}>{nameOf(id)}</span>;
  };
  return (
    <div className={styles.columns}>
      <div className={styles.now}>
        <h2>In Jira now</h2>
        <ol aria-label="In Jira now">
          {left.map((id, at) => (
            <li key={id} style={{ height: rowHeight }}>
              <span className={styles.place}>{at + 1}</span>
              {nameIn(id)}
            </li>
          ))}
        </ol>
      </div>
      <MoveLines left={left} right={right} after={after} isMoved={(id) => moved.has(id)} />
      <div>
        <h2>After</h2>
        <ol ref={list} aria-label="After" onKeyDown={onKeyDown}>
          {right.map((id, at) => (
            <li
              key={id}
              data-id={id}
              tabIndex={id === stop ? 0 : -1}
              className={moved.has(id) ? styles.movedRow : undefined}
              style={{ height: rowHeight }}
              onFocus={() => {
                setCurrent(id);
              }}
            >
              <span className={styles.place}>{at + 1}</span>
              {nameIn(id)}
              {/* For a pointer; the keys say the same. */}
              <span className={styles.nudge}>
                {([-1, 1] as const).map((step) => (
                  <button
                    key={step}
                    type="button"
                    tabIndex={-1}
                    aria-label={`Move ${nameOf(id)} ${step < 0 ? 'up' : 'down'}`}
                    onClick={() => {
                      put(id, at, step);
                    }}
                  >
                    {step < 0 ? '↑' : '↓'}
                  </button>
                ))}
              </span>
              {placeNow.get(id) !== at + 1 && <span className={styles.was}>was {placeNow.get(id) ?? 'elsewhere'}</span>}
            </li>
          ))}
        </ol>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
