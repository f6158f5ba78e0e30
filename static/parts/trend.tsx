import styles from './trend.module.css';

const height = 20;
const step = 6;

/** Pieces of evidence per month, the last is this month; the words beside it say the same. */
export function Trend({ months }: { readonly months: readonly number[] }) {
  // A share, no scale with ticks: a library for it would be a tenth of the panel.
  const most = Math.max(1, ...months);
  const tall = (n: number): number => Math.max(1, (n / most) * height);
  return (
    <svg className={styles.trend} width={months.length * step} height={height} aria-hidden="true">
      {months.map((n, index) => (
        <rect key={index} x={index * step} width={step - 1} y={height - tall(n)} height={tall(n)} className={n > 0 ? styles.some : styles.none} />
      ))}
    </svg>
  );
}
