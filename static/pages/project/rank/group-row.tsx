import styles from './group-row.module.css';
import type { Row } from './rows';

/** A band says first what cannot be told apart. */
export function GroupRow({ row, rowIndex }: { readonly row: Extract<Row, { kind: 'group' }>; readonly rowIndex: number }) {
  return (
    <div role="row" aria-rowindex={rowIndex} className={styles.group}>
      <span role="gridcell">
        <b>{row.title}</b> {row.detail}
      </span>
    </div>
  );
}
