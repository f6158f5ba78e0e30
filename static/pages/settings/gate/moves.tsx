import { scaleLinear } from 'd3-scale';
import type { GateView } from '../../../../src/contract/gate';
import styles from './gate-section.module.css';

const height = 32;
const step = 6;

/** Moves a day; those that stated no open problem stand on top. The words and the table beside it say the same. */
export function Moves({ daily }: Pick<GateView, 'daily'>) {
  const y = scaleLinear([0, Math.max(1, ...daily.map(({ looked }) => looked))], [0, height]);
  return (
    <svg className={styles.coverage} width={daily.length * step} height={height + 1} aria-hidden="true">
      {daily.map(({ looked, unstated }, day) => (
        <g key={day}>
          <rect x={day * step} y={height - y(looked)} width={step - 2} height={y(looked)} className={styles.all} />
          <rect x={day * step} y={height - y(looked)} width={step - 2} height={y(unstated)} className={styles.unstated} />
          <rect x={day * step} y={height} width={step - 2} height={1} className={styles.all} />
        </g>
      ))}
    </svg>
  );
}
