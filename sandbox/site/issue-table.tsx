import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Issue } from './jira';
import { to } from './router';
import { StatusWord } from './status-word';
import styles from './issue-table.module.css';
import { TypeIcon } from './type-icon';

export interface IssueTableProps {
  readonly issues: readonly Issue[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** What stands before a row, such as a box to select it. */
  readonly lead?: (issue: Issue) => ReactNode;
  /** What stands at a row's end, such as the menu to re-rank. */
  readonly acts?: (issue: Issue, position: number) => ReactNode;
}

/** Thousands of issues, of which only those in sight are drawn; the next page is fetched when its end comes near. */
export function IssueTable({ issues, hasMore, onMore, lead, acts }: IssueTableProps) {
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useVirtualizer({ count: issues.length, getScrollElement: () => scroller.current, estimateSize: () => 40, overscan: 10 });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= issues.length - 20) onMore();
  }, [hasMore, last, issues.length, onMore]);
  return (
    <ul ref={scroller} className={styles.list} tabIndex={0} aria-label="Work items">
      <li aria-hidden="true" style={{ height: rows.getTotalSize() }} />
      {shown.map(({ index, start }) => {
        const issue = issues[index];
        if (!issue) return null;
        return (
          <li key={issue.id} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
            {lead?.(issue)}
            <TypeIcon name={issue.fields.issuetype.name} />
            <a {...to(`/browse/${issue.key}`)}>{issue.key}</a>
            <span className={styles.summary}>{issue.fields.summary}</span>
            <StatusWord status={issue.fields.status} />
            {acts?.(issue, index)}
          </li>
        );
      })}
    </ul>
  );
}
