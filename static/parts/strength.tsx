import styles from './strength.module.css';
import { segmentsOf, strengthSaid } from './strength-words';

/** A word and four segments; its place is always beside the number of customers. */
export function Strength({ value, records }: { readonly value: number; readonly records: number }) {
  const said = strengthSaid({ value, records });
  return (
    <span className={styles.strength}>
      {said.charAt(0).toUpperCase() + said.slice(1)}
      <span className={styles.segments} aria-hidden="true">
        {[1, 2, 3, 4].map((segment) => (
          <i key={segment} className={segment <= segmentsOf[said] ? styles.on : undefined} />
        ))}
      </span>
    </span>
  );
}
