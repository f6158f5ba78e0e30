import type { Issue } from './jira';
import styles from './status-word.module.css';

export const StatusWord = ({ status }: { readonly status: Issue['fields']['status'] }) => (
  <span className={styles.status} data-category={status.statusCategory.key}>
    {status.name}
  </span>
);
