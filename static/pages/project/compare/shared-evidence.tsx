import { dayOf } from '../../../parts/days';
import { sourceWithValue } from '../../../parts/sources';
import { speakerOf } from '../rank/parts-of-score';
import { signed } from '../rank/waterfall';
import styles from './compare.module.css';
import type { SharedRecord } from './evidence-of-two';

/** Records that count for both: no reason to prefer either. */
export function SharedEvidence({ shared, locale }: { readonly shared: readonly SharedRecord[]; readonly locale: string }) {
  return (
    <section className={styles.shared} aria-label="Shared">
      <h2>Shared</h2>
      {shared.length === 0 ? (
        <p className={styles.small}>No record counts for both.</p>
      ) : (
        <ul>
          {shared.map(({ said, first, second }) => (
            <li key={said.id}>
              <span>
                {speakerOf(said)}, {sourceWithValue(said.source, said.raw)}, {dayOf(said.at, locale)}
                {said.text !== null && `: “${said.text}”`}
              </span>
              <span className={styles.counts}>
                counts <b>{signed(first)}</b> and <b>{signed(second)}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
