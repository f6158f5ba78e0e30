import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import { IssueLink } from '../../../parts/issue-link';
import { IssueName } from './issue-name';
import table from './rank-table.module.css';
import styles from './unstated-row.module.css';

export interface UnstatedRowProps {
  readonly item: ItemView;
  readonly view: RankingView;
  readonly rowIndex: number;
  readonly jiraPlace: number | undefined;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** Unknown is not zero: no value, no dot, Jira's own order, and one link. */
export function UnstatedRow({ item, view, rowIndex, jiraPlace, tabIndex, onFocus }: UnstatedRowProps) {
  return (
    <div role="row" aria-rowindex={rowIndex} data-row={item.id} tabIndex={tabIndex} onFocus={onFocus} className={`${table.row} ${styles.unstated}`}>
      <span role="gridcell" className={styles.dash}>
        –
      </span>
      <span role="gridcell" className={styles.jira}>
        {jiraPlace === undefined ? '' : `Jira ${String(jiraPlace + 1)}`}
      </span>
      <span role="gridcell" className={styles.item}>
        <IssueName item={item} type={view.types[item.type]} />
      </span>
      <span role="gridcell">
        <span className={styles.none}>No problem stated</span>
      </span>
      <span role="gridcell" />
      <span role="gridcell" />
      <span role="gridcell" className={styles.effort}>
        {item.effort ?? '?'}
      </span>
      <span role="gridcell" />
      <span role="gridcell">
        <IssueLink issueKey={item.key} tabIndex={-1}>
          State the problem
        </IssueLink>
      </span>
    </div>
  );
}
