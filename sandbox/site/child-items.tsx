import type { Issue } from './jira';
import { useSearch } from './queries';
import { to } from './router';
import { StatusWord } from './status-word';
import styles from './linked.module.css';
import { TypeIcon } from './type-icon';

export function ChildItems({ issue }: { readonly issue: Issue }) {
  const children = useSearch(`parent = ${issue.key} ORDER BY Rank ASC`);
  const found = children.data?.pages[0]?.issues ?? [];
  if (found.length === 0) return null;
  return (
    <section>
      <h2>Child work items</h2>
      <ul className={styles.list}>
        {found.map((child) => (
          <li key={child.id}>
            <TypeIcon name={child.fields.issuetype.name} />
            <a {...to(`/browse/${child.key}`)}>{child.key}</a>
            <span className={styles.summary}>{child.fields.summary}</span>
            <StatusWord status={child.fields.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
