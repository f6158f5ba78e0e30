import { strengthWord, type Strength as Word } from '../../src/domain/score/strength';
import styles from './strength.module.css';

const segments: Readonly<Record<Word, number>> = { weak: 1, some: 2, strong: 3, 'very strong': 4 };

/** A word and four segments; its place is always beside the number of customers. */
export function Strength({ value }: { readonly value: number }) {
  const word = strengthWord(value);
  return (
    <span className={styles.strength}>
      {word.charAt(0).toUpperCase() + word.slice(1)}
      <span className={styles.segments} aria-hidden="true">
        {[1, 2, 3, 4].map((segment) => (
          <i key={segment} className={segment <= segments[word] ? styles.on : undefined} />
        ))}
      </span>
    </span>
  );
}
