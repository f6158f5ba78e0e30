import { scaleLinear } from 'd3-scale';
import { roundedToSum, type Part } from './parts-of-score';
import styles from './waterfall.module.css';

export interface WaterfallProps {
  readonly parts: readonly Part[];
  readonly total: number;
  readonly how: string;
  /** The bar whose quotes are shown. */
  readonly chosen: string | undefined;
  readonly onChoose: (part: Part) => void;
}

/** Each bar starts where the one before ended; the last line is the score they add up to. Choosing a bar shows its quotes. */
export function Waterfall({ parts, total, how, chosen, onChoose }: WaterfallProps) {
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
      <caption className="visually-hidden">What adds up to the value per effort</caption>
      <tbody>
        {parts.map((part, index) => {
          const start = starts[index] ?? 0;
          const from = Math.min(start, start + part.amount);
          return (
            <tr key={part.id} className={part.id === chosen ? styles.chosen : undefined}>
              <th scope="row">
                {part.said.length === 0 ? (
                  part.name
                ) : (
                  <button
                    type="button"
                    aria-pressed={part.id === chosen}
                    onClick={() => {
                      onChoose(part);
                    }}
                  >
                    {part.name}
                  </button>
                )}
              </th>
              <td className={styles.detail}>{part.kind === 'against' && part.said.length > 0 ? `${part.detail}, speaks against` : part.detail}</td>
              <td className={styles.track}>
                <span
                  className={styles[part.kind]}
                  style={{ marginLeft: `${String(x(from))}%`, width: `${String(Math.max(0.4, x(Math.abs(part.amount))))}%` }}
                />
              </td>
              <td className={styles.amount}>{signed(shown[index] ?? 0)}</td>
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

/** Two decimals, with a minus sign that reads as one. */
export const signed = (amount: number): string => amount.toFixed(2).replace('-', '− ');
