import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import { IssueLink } from '../../../parts/issue-link';
import styles from './issue-name.module.css';

type NamedType = Pick<RankingView['types'][number], 'name' | 'level'>;

const named = ['bug', 'task', 'story'];

/** Jira's own colours for the kinds everybody has; a translated or made-up name looks like a story. */
function kindOf(type: NamedType | undefined): string {
  if (type && type.level > 0) return 'epic';
  return named.find((kind) => type?.name.toLowerCase() === kind) ?? 'story';
}

/** Type, key and name; the key opens the issue. */
export function IssueName({ item, type }: { readonly item: Pick<ItemView, 'key' | 'summary'>; readonly type: NamedType | undefined }) {
  return (
    <span className={styles.name}>
      <span className={styles.type} data-kind={kindOf(type)} title={type?.name} aria-hidden="true">
        {(type?.name ?? '?').charAt(0)}
      </span>
      <IssueLink issueKey={item.key} className={styles.key} tabIndex={-1} />
      <span className={styles.summary} title={item.summary}>
        {item.summary}
      </span>
    </span>
  );
}
