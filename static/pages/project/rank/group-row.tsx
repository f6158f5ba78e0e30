import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import styles from './group-row.module.css';
import type { Row } from './rows';

export interface GroupRowProps {
  readonly row: Extract<Row, { kind: 'group' }>;
  readonly rowIndex: number;
  readonly isClosed: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** A band says first what cannot be told apart. */
export function GroupRow({ row, rowIndex, isClosed, tabIndex, onFocus, onToggle }: GroupRowProps) {
  const Chevron = isClosed ? ChevronRightIcon : ChevronDownIcon;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={1}
      aria-expanded={!isClosed}
      data-group={row.id}
      tabIndex={tabIndex}
      className={styles.group}
      onFocus={onFocus}
      onClick={onToggle}
    >
      <span role="gridcell">
        <Chevron label="" size="small" color="currentColor" /> <b>{row.title}</b> {row.detail}
      </span>
    </div>
  );
}
