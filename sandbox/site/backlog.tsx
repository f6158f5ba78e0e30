import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useFlags } from './flags';
import { IssueTable } from './issue-table';
import { jira, type Issue } from './jira';
import { ModuleActions } from './module-actions';
import { useSearch } from './queries';
import styles from './page.module.css';

/** Jira's backlog: open work in Rank order; a menu moves an item by hand. */
export function Backlog({ projectKey }: { readonly projectKey: string }) {
  const search = useSearch(`project = ${projectKey} AND statusCategory != Done ORDER BY Rank ASC`);
  const queries = useQueryClient();
  const flags = useFlags();
  const issues = search.data?.pages.flatMap((page) => page.issues) ?? [];
  const rank = useMutation({
    mutationFn: ({ issue, before }: { readonly issue: Issue; readonly before: Issue }) =>
      jira('/rest/agile/1.0/issue/rank', { method: 'PUT', body: { issues: [issue.id], rankBeforeIssue: before.id } }),
    onError: (failure) => flags.show({ id: 'rank', type: 'error', title: 'It wasn’t moved', description: failure.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['search'] }),
  });
  const { fetchNextPage } = search;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const move = (issue: Issue, before: Issue | undefined): void => {
    if (before && before.id !== issue.id) rank.mutate({ issue, before });
  };
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1>Backlog</h1>
        <ModuleActions place={`place=backlog&projectKey=${projectKey}`} />
      </div>
      {search.isError && <p role="alert">{search.error.message}</p>}
      <IssueTable
        issues={issues}
        hasMore={search.hasNextPage && !search.isFetchingNextPage}
        onMore={more}
        acts={(issue, position) => (
          <>
            <button type="button" className={styles.button} aria-label={`Move ${issue.key} up`} onClick={() => move(issue, issues[position - 1])}>
              ↑
            </button>
            <button type="button" className={styles.button} aria-label={`Move ${issue.key} to the top`} onClick={() => move(issue, issues[0])}>
              Top
            </button>
          </>
        )}
      />
    </main>
  );
}
