import type { RankingView } from '../../../../src/contract/ranking';
import styles from './legend.module.css';

export function Legend({ view }: { readonly view: RankingView }) {
  return (
    <p className={styles.legend}>
      <span>
        <svg width="34" height="10" aria-hidden="true">
          <rect x="1" y="2" width="32" height="6" rx="3" className={styles.bar} />
          <circle cx="17" cy="5" r="4" className={styles.dot} />
        </svg>
        value per effort, and where 8 of 10 draws of the item alone land
      </span>
      <span>
        <svg width="34" height="10" aria-hidden="true">
          <circle cx="6" cy="5" r="4" className={styles.dot} />
          <circle cx="27" cy="5" r="3.5" className={styles.ring} />
        </svg>
        what the items above leave of it; alone
      </span>
      <span>Value in customers’ worth · effort in {view.effortUnit}, a typical item’s counts as 1 in value per effort</span>
    </p>
  );
}
