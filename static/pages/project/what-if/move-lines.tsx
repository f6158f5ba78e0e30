import type { Compared } from './compare';
import styles from './order-rows.module.css';

export const rowHeight = 40;
/** From how many places on a move is tinted. */
export const farEnough = 2;
const width = 80;

export interface MoveLinesProps {
  readonly compared: Compared;
  /** Rows that are drawn, from 0. */
  readonly first: number;
  readonly last: number;
}

/** From each item's saved place to its what-if place, where either is drawn; far moves are in colour and on top. */
export function MoveLines({ compared: { saved, whatIf, savedPlaces, whatIfPlaces }, first, last }: MoveLinesProps) {
  const shown = new Set([...saved.order.subarray(first, last + 1), ...whatIf.order.subarray(first, last + 1)]);
  const lines = [...shown].map((position) => ({ position, from: savedPlaces[position] ?? 0, to: whatIfPlaces[position] ?? 0 }));
  const isFar = ({ from, to }: { readonly from: number; readonly to: number }) => Math.abs(from - to) >= farEnough;
  const middle = (place: number): number => (place - 1 - first) * rowHeight + rowHeight / 2;
  const height = Math.max(0, last + 1 - first) * rowHeight;
  return (
    <div className={styles.lines} aria-hidden="true">
      <svg width={width} height={height} style={{ transform: `translateY(${String(first * rowHeight)}px)` }}>
        {[...lines.filter((line) => !isFar(line)), ...lines.filter(isFar)].map((line) => {
          const [from, to] = [middle(line.from), middle(line.to)];
          return (
            <path
              key={line.position}
              className={isFar(line) ? styles.farLine : styles.line}
              d={`M2 ${String(from)} C ${String(width / 2)} ${String(from)}, ${String(width / 2)} ${String(to)}, ${String(width - 2)} ${String(to)}`}
            />
          );
        })}
      </svg>
    </div>
  );
}
