import type { Interval } from './drawn';
import styles from './interval-drawing.module.css';
import { drawingWidth, type Scale } from './scale';

export interface IntervalDrawingProps {
  readonly scale: Scale;
  readonly score: number;
  /** Its standing score, where items above already solve most of it. */
  readonly alone: number | undefined;
  readonly interval: Interval | undefined;
}

/** Value per effort on one scale for all rows: a dot, and the bar from P10 to P90 of the item alone. */
export function IntervalDrawing({ scale, score, alone, interval }: IntervalDrawingProps) {
  const words =
    interval && alone === undefined
      ? `${score.toFixed(1)}, between ${interval.p10.toFixed(1)} and ${interval.p90.toFixed(1)} in 8 of 10 draws`
      : score.toFixed(1);
  return (
    <svg className={styles.drawing} width={drawingWidth} height="20" role="img" aria-label={words}>
      {scale.ticks(4).map((tick) => (
        <line key={tick} x1={scale(tick)} x2={scale(tick)} y1="0" y2="20" className={styles.tick} />
      ))}
      {interval && alone === undefined && (
        <rect x={scale(interval.p10)} y="7" width={Math.max(2, scale(interval.p90) - scale(interval.p10))} height="6" rx="3" className={styles.bar} />
      )}
      {alone !== undefined && (
        <>
          <line x1={scale(score)} x2={scale(alone)} y1="10" y2="10" className={styles.link} />
          <circle cx={scale(alone)} cy="10" r="3.5" className={styles.ring} />
        </>
      )}
      <circle cx={scale(score)} cy="10" r="4.5" className={styles.dot} />
    </svg>
  );
}
