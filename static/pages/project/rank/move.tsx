import styles from './move.module.css';

/** Places up or down against Jira's own Rank; unknown: Jira's order could not be read, or the item is not in it. */
export type ItemMove = number | 'loading' | 'unknown';

/** Against Jira's own Rank: up is green, down is grey, and the arrow says it without colour. */
export function Move({ move }: { readonly move: ItemMove }) {
  if (move === 'loading') return <Still sign="…" words="Reading Jira’s own order" />;
  if (move === 'unknown') return <Still sign="–" words="Its place in Jira’s own order isn’t known" />;
  if (move === 0) return <span className={styles.still}>same</span>;
  return (
    <span className={move > 0 ? styles.up : styles.still}>
      <span aria-hidden="true">{move > 0 ? '↑' : '↓'}</span>
      <span className="visually-hidden">{move > 0 ? 'up' : 'down'}</span> {Math.abs(move)}
    </span>
  );
}

const Still = ({ sign, words }: { readonly sign: string; readonly words: string }) => (
  <span className={styles.still} title={words}>
    <span aria-hidden="true">{sign}</span>
    <span className="visually-hidden">{words}</span>
  </span>
);
