import PulseIcon from '@atlaskit/icon/core/pulse';
import type { ProblemView } from '../../../../src/contract/ranking';
import styles from './cells.module.css';

/** Customers are accounts; what was measured is marked and never counted among them. */
export function CustomersCell({ problem }: { readonly problem: ProblemView }) {
  const share = problem.largest ? Math.round(problem.largest.share * 100) : 0;
  const isLoud = share > 60;
  if (problem.customers === 0 && problem.measured > 0) {
    return (
      <span className={styles.customers}>
        {problem.measured} measured <PulseIcon label="measured" size="small" color="var(--ds-icon-accent-teal)" />
      </span>
    );
  }
  return (
    <span className={styles.customers}>
      <span className={styles.count}>{problem.customers}</span>
      <span className={styles.share} aria-hidden="true">
        <i className={isLoud ? styles.loudBar : undefined} style={{ width: `${String(share)}%` }} />
      </span>
      <span className={isLoud ? styles.loudShare : undefined} title={problem.largest ? `Largest: ${problem.largest.name}` : undefined}>
        {share} %
      </span>
      {problem.measured > 0 && <PulseIcon label="measured too" size="small" color="var(--ds-icon-accent-teal)" />}
    </span>
  );
}
