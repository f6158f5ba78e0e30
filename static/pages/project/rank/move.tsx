import styles from './move.module.css';

/** Against Jira's own Rank: up is green, down is grey, and the arrow says it without colour. */
export function Move({ move }: { readonly move: number | undefined }) {
  if (move === undefined) return <span className={styles.still}>…</span>;
  if (move === 0) return <span className={styles.still}>same</span>;
  return (
    <span className={move > 0 ? styles.up : styles.still}>
      <span aria-hidden="true">{move > 0 ? '↑' : '↓'}</span>
      <span className="visually-hidden">{move > 0 ? 'up' : 'down'}</span> {Math.abs(move)}
    </span>
  );
}
