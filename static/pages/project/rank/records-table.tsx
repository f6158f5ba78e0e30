import { dayOf } from '../../../parts/days';
import { sourceWithValue } from '../../../parts/sources';
import { roundedToSum, speakerOf, type Said } from './parts-of-score';
import styles from './records-table.module.css';
import { signed } from './waterfall';

export interface RecordsTableProps {
  readonly said: readonly Said[];
  /** What no record says: the starting value. */
  readonly baseline: number;
  readonly total: number;
  readonly locale: string;
}

/** Every record with what it counts; the column adds up to the score. */
export function RecordsTable({ said, baseline, total, locale }: RecordsTableProps) {
  const since = total - baseline - said.reduce((sum, { amount }) => sum + amount, 0);
  const isComplete = Math.abs(since) < 0.005;
  const shown = roundedToSum([...said.map(({ amount }) => amount), baseline, ...(isComplete ? [] : [since])], total);
  return (
    <div className={styles.frame} role="region" aria-label="Every record" tabIndex={0}>
      <table className={styles.records}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Source</th>
            <th scope="col">Day</th>
            <th scope="col">On</th>
            <th scope="col">Speaks</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {said.map((own, at) => (
            <tr key={`${own.id} ${own.about.id}`}>
              <th scope="row">{speakerOf(own)}</th>
              <td>{sourceWithValue(own.source, own.raw)}</td>
              <td>{dayOf(own.at, locale)}</td>
              <td>{own.about.key}</td>
              <td>{own.counts < 0 ? 'against' : 'for'}</td>
              <td>{signed(shown[at] ?? 0)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Starting value</th>
            <td colSpan={4}>the same for every stated problem</td>
            <td>{signed(shown[said.length] ?? 0)}</td>
          </tr>
          {!isComplete && (
            <tr>
              <th scope="row">Changed meanwhile</th>
              <td colSpan={4}>the list is from before; load the page again</td>
              <td>{signed(shown[said.length + 1] ?? 0)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              Value per effort
            </th>
            <td>{total.toFixed(2)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
