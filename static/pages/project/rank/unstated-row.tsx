import type { Column, UnstatedFacts } from './column';
import table from './rank-table.module.css';
import styles from './unstated-row.module.css';

export interface UnstatedRowProps {
  readonly facts: UnstatedFacts;
  readonly columns: readonly Column[];
  readonly rowIndex: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** Unknown is not zero: no value, no dot, Jira's own order, and one link. */
export function UnstatedRow({ facts, columns, rowIndex, tabIndex, onFocus }: UnstatedRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={2}
      data-row={facts.item.id}
      tabIndex={tabIndex}
      onFocus={onFocus}
      className={`${table.row} ${styles.unstated}`}
    >
      {columns.map((column) => (
        <span key={column.id} role="gridcell" data-column={column.id} data-align={column.align}>
          {column.unstated(facts)}
        </span>
      ))}
    </div>
  );
}
