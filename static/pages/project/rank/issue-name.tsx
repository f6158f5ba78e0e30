import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import { openIssue } from '../../../forge';
import styles from './issue-name.module.css';

/** Type, key and name; the key opens the issue. */
export function IssueName({ item, type }: { readonly item: ItemView; readonly type: RankingView['types'][number] | undefined }) {
  return (
    <span className={styles.name}>
      <span className={styles.type} data-level={type && type.level > 0 ? 'epic' : 'base'} title={type?.name} aria-hidden="true">
        {(type?.name ?? '?').charAt(0)}
      </span>
      <a
        className={styles.key}
        href={`/browse/${item.key}`}
        tabIndex={-1}
        onClick={(event) => {
          event.preventDefault();
          void openIssue(item.key);
        }}
      >
        {item.key}
      </a>
      <span className={styles.summary} title={item.summary}>
        {item.summary}
      </span>
    </span>
  );
}
