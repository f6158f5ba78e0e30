import styles from './what-if.module.css';

/** The evidence comes page by page; the saved order stands beside it meanwhile. */
export function Reading({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <div className={styles.group}>
      <h2>Reading the evidence</h2>
      {of === 0 ? (
        <progress aria-label="Statements whose evidence is read" />
      ) : (
        <progress aria-label="Statements whose evidence is read" value={done} max={Math.max(1, of)} />
      )}
      <p role="status" className={styles.small}>
        {of > 0 && done >= of ? 'Laying it out, so that every change is there at once …' : 'The numbers of every record, none of the words …'}
      </p>
    </div>
  );
}
