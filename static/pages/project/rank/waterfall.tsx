import { scaleLinear } from 'd3-scale';
import { roundedToSum, type Part } from './parts-of-score';
import styles from './waterfall.module.css';

/** Each bar starts where the one before ended; the last line is the score they add up to. */
export function Waterfall({ parts, total, how }: { readonly parts: readonly Part[]; readonly total: number; readonly how: string }) {
  const shown = roundedToSum(
    parts.map(({ amount }) => amount),
    total,
  );
  const starts: number[] = [];
  let reached = 0;
  for (const { amount } of parts) {
    starts.push(reached);
    reached += amount;
  }
  const x = scaleLinear([0, Math.max(...starts, reached, Number.EPSILON)], [0, 100]);
  return (
    <table className={styles.waterfall}>
      <caption className="visually-hidden">What each customer and measurement adds to the value per effort</caption>
      <tbody>
        {parts.map((part, index) => {
          const start = starts[index] ?? 0;
          const from = Math.min(start, start + part.amount);
          return (
            <tr key={part.id}>
              <th scope="row">{part.name}</th>
              <td className={styles.detail}>{part.detail}</td>
              <td className={styles.track}>
                <span
                  className={styles[part.kind]}
                  style={{ marginLeft: `${String(x(from))}%`, width: `${String(Math.max(0.4, x(Math.abs(part.amount))))}%` }}
                />
              </td>
              <td className={styles.amount}>{(shown[index] ?? 0).toFixed(2).replace('-', '− ')}</td>
            </tr>
          );
        })}
        <tr className={styles.total}>
          <th scope="row">Value per effort</th>
          <td className={styles.detail}>{how}</td>
          <td className={styles.track}>
            <span className={styles.sum} style={{ width: `${String(x(total))}%` }} />
          </td>
          <td className={styles.amount}>{total.toFixed(2)}</td>
        </tr>
      </tbody>
    </table>
  );
}
