import type { Column, PlacedFacts } from './column';
import styles from './placed-row.module.css';
import table from './rank-table.module.css';
import type { Scale } from './scale';

export interface PlacedRowProps {
  readonly facts: PlacedFacts;
  readonly columns: readonly Column[];
  readonly rowIndex: number;
  readonly scale: Scale;
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** An item at its place; Enter or a click says why. */
export function PlacedRow({ facts, columns, rowIndex, scale, isOpen, tabIndex, onFocus, onToggle }: PlacedRowProps) {
  const { item, place } = facts.placed;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={2}
      aria-expanded={isOpen}
      data-row={item.id}
      tabIndex={tabIndex}
      className={`${table.row} ${styles.placed} ${place === 1 ? styles.first : ''} ${isOpen ? styles.open : ''}`}
      onFocus={onFocus}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) onToggle();
      }}
    >
      {columns.map((column) => (
        <span key={column.id} role="gridcell" data-column={column.id} data-align={column.align}>
          {column.placed(facts, scale)}
        </span>
      ))}
    </div>
  );
}
