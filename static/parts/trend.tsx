import { scaleLinear } from 'd3-scale';
import styles from './trend.module.css';

const height = 20;
const step = 6;

/** Pieces of evidence per month, the last is this month; the words beside it say the same. */
export function Trend({ months }: { readonly months: readonly number[] }) {
  const y = scaleLinear([0, Math.max(1, ...months)], [0, height]);
  return (
    <svg className={styles.trend} width={months.length * step} height={height} aria-hidden="true">
      {months.map((n, index) => (
        <rect
          key={index}
          x={index * step}
          width={step - 1}
          y={height - Math.max(1, y(n))}
          height={Math.max(1, y(n))}
          className={n > 0 ? styles.some : styles.none}
        />
      ))}
    </svg>
  );
}
