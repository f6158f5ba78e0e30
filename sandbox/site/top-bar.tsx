import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Commands } from './commands';
import { CreateDialog } from './create-dialog';
import { jira, quoted, type Session } from './jira';
import { useMay } from './queries';
import { go, to } from './router';
import type { Theme } from './theme';
import { textIn } from './text-in';
import styles from './top-bar.module.css';

export interface TopBarProps {
  readonly session: Session;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

const issueKey = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;
const looksLikeJql = /[=~]|\b(in|order by)\b/i;

export function TopBar({ session, theme, onTheme }: TopBarProps) {
  const queries = useQueryClient();
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMay('CREATE_ISSUES');
  const become = async (accountId: string): Promise<void> => {
    await jira('/__site/session', { method: 'POST', body: { accountId } });
    await queries.resetQueries();
  };
  const search = (text: string): void => {
    const wanted = text.trim();
    if (issueKey.test(wanted)) go(`/browse/${wanted.toUpperCase()}`);
    else if (wanted !== '') go(`/issues/?jql=${encodeURIComponent(looksLikeJql.test(wanted) ? wanted : `text ~ ${quoted(wanted)}`)}`);
  };
  return (
    <header>
      <p className={styles.banner}>{session.banner}</p>
      <div className={styles.top}>
        <a {...to('/projects')} className={styles.mark}>
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="var(--ds-background-brand-bold)" />
            <path d="M6 7h5v10H6zM13 7h5v6h-5z" fill="var(--ds-icon-inverse)" />
          </svg>
          Jira
        </a>
        <form
          role="search"
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault();
            search(textIn(new FormData(event.currentTarget), 'text'));
          }}
        >
          <input className="field" name="text" type="search" aria-label="Search by key, words or JQL" placeholder="Search" />
        </form>
        <Commands key={session.user.accountId} isJiraAdmin={session.user.role === 'Jira admin'} />
        {mayCreate.data === true && (
          <button type="button" className={styles.create} onClick={() => setCreating(true)}>
            Create
          </button>
        )}
        <label className={styles.who}>
          <span className="visually-hidden">Signed in as</span>
          <select className="field" value={session.user.accountId} onChange={(event) => void become(event.currentTarget.value)}>
            {session.users.map(({ accountId, displayName, role }) => (
              <option key={accountId} value={accountId}>
                {displayName} · {role}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className={styles.plain} aria-pressed={theme === 'dark'} onClick={() => onTheme(theme === 'dark' ? 'light' : 'dark')}>
          Dark
        </button>
      </div>
      {isCreating && <CreateDialog onClose={() => setCreating(false)} />}
    </header>
  );
}
