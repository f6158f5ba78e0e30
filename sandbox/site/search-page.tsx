import { useCallback } from 'react';
import { IssueTable } from './issue-table';
import { useSearch } from './queries';
import { go } from './router';
import { textIn } from './text-in';
import styles from './page.module.css';

export function SearchPage({ jql }: { readonly jql: string }) {
  const wanted = jql === '' ? 'created >= -3650d ORDER BY updated DESC' : jql;
  const search = useSearch(wanted);
  const { fetchNextPage } = search;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <main className={styles.page}>
      <h1>Search</h1>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          go(`/issues/?jql=${encodeURIComponent(textIn(new FormData(event.currentTarget), 'jql'))}`);
        }}
      >
        <input key={wanted} className={`field ${styles.grow}`} name="jql" aria-label="JQL" defaultValue={wanted} />
        <button type="submit" className={styles.button}>
          Search
        </button>
      </form>
      {search.isError && <p role="alert">{search.error.message}</p>}
      {search.isSuccess && search.data.pages[0]?.issues.length === 0 && <p role="status">Nothing fits.</p>}
      <IssueTable issues={search.data?.pages.flatMap((page) => page.issues) ?? []} hasMore={search.hasNextPage && !search.isFetchingNextPage} onMore={more} />
    </main>
  );
}
