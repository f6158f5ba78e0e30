import { severities } from '../../src/domain/evidence';
import styles from './severity.module.css';

/** Five bars and the word, so that colour is never alone; nothing for a value that is no severity. */
export function SeverityBars({ label }: { readonly label: string }) {
  const severity = severities.find((known) => known.label === label);
  if (!severity) return null;
  return (
    <span className={styles.severity}>
      <span className={styles.bars} aria-hidden="true">
        {severities.map(({ digit }) => (
          <i key={digit} className={digit <= severity.digit ? styles.on : undefined} />
        ))}
      </span>
      {severity.label}
    </span>
  );
}
