import { useCallback, useState } from 'react';
import { IssueTable } from './issue-table';
import { ModuleActions } from './module-actions';
import { useSearch } from './queries';
import { go } from './router';
import styles from './page.module.css';
import { textIn } from './text-in';

/** As many as Jira's own bulk operations take. */
const mostSelected = 1_000;

export function SearchPage({ jql }: { readonly jql: string }) {
  const wanted = jql === '' ? 'created >= -3650d ORDER BY updated DESC' : jql;
  const search = useSearch(wanted);
  const { fetchNextPage } = search;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const issues = search.data?.pages.flatMap((page) => page.issues) ?? [];
  const keys = issues.map(({ key }) => key);
  const selectAll = async (): Promise<void> => {
    let result: Pick<typeof search, 'data' | 'hasNextPage'> = search;
    for (;;) {
      const found = result.data?.pages.flatMap((page) => page.issues.map(({ key }) => key)) ?? [];
      setSelected(new Set(found.slice(0, mostSelected)));
      if (!result.hasNextPage || found.length >= mostSelected) return;
      result = await fetchNextPage();
    }
  };
  const toggle = (key: string, isOn: boolean): void => setSelected(new Set(isOn ? [...selected, key] : [...selected].filter((other) => other !== key)));
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
      {search.isSuccess && issues.length === 0 && <p role="status">Nothing fits.</p>}
      {issues.length > 0 && (
        <div className={styles.row}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={selected.size > 0 && keys.every((key) => selected.has(key))}
              onChange={(event) => {
                if (event.currentTarget.checked) void selectAll();
                else setSelected(new Set());
              }}
            />
            Select all
          </label>
          <span role="status" className={`${styles.subtle} ${styles.grow}`}>
            {selected.size === 0 ? 'None selected' : `${selected.size} selected`}
          </span>
          <ModuleActions
            place="place=navigator"
            extension={() => ({ jql: wanted, filterId: null, issueKeys: selected.size > 0 ? keys.filter((key) => selected.has(key)) : keys, action: null })}
          />
        </div>
      )}
      <IssueTable
        issues={issues}
        hasMore={search.hasNextPage && !search.isFetchingNextPage}
        onMore={more}
        lead={({ key }) => (
          <input type="checkbox" aria-label={`Select ${key}`} checked={selected.has(key)} onChange={(event) => toggle(key, event.currentTarget.checked)} />
        )}
      />
    </main>
  );
}
