import { useEffect, useState } from 'react';
import { AdminArea } from './admin-area';
import { Backlog } from './backlog';
import { FlagsProvider } from './flags';
import { IssuePage } from './issue-page';
import { ProjectList } from './project-list';
import { ProjectModule } from './project-module';
import { useSession } from './queries';
import { useAddress } from './router';
import { SearchPage } from './search-page';
import { ProjectSettings } from './settings/project-settings';
import { Sidebar } from './sidebar';
import { ThemeContext, type Theme } from './theme';
import { TopBar } from './top-bar';
import styles from './app.module.css';

/** The site: Jira's frame around Jira's pages. */
export function App() {
  const session = useSession();
  const [theme, setTheme] = useState<Theme>(() => (localStorage.getItem('theme') === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    localStorage.setItem('theme', theme);
    document.documentElement.dataset['colorMode'] = theme;
    document.documentElement.dataset['theme'] = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  }, [theme]);
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key === 'theme') setTheme(newValue === 'dark' ? 'dark' : 'light');
    };
    // One person has one theme, in all tabs.
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);
  if (session.isError) return <p role="alert">The local site does not answer. Is it still running?</p>;
  if (!session.data) return <p role="status">Opening the site …</p>;
  return (
    <ThemeContext.Provider value={theme}>
      <FlagsProvider>
        <TopBar session={session.data} theme={theme} onTheme={setTheme} />
        <div className={styles.shell}>
          <Sidebar role={session.data.user.role ?? ''} />
          <div className={styles.page}>
            <Page key={session.data.user.accountId} />
          </div>
        </div>
      </FlagsProvider>
    </ThemeContext.Provider>
  );
}

function Page() {
  const { pathname, searchParams } = useAddress();
  const [first, second, third, fourth, fifth] = pathname.split('/').filter(Boolean);
  if (first === 'browse' && second !== undefined) return <IssuePage key={second} issueKey={second} />;
  const jql = searchParams.get('jql') ?? '';
  if (first === 'issues') return <SearchPage key={jql} jql={jql} />;
  if (first === 'admin') return <AdminArea area={second ?? 'apps'} />;
  if (first === 'projects' && second !== undefined && third === 'settings')
    return (
      <ProjectSettings key={second} projectKey={second} {...(fourth !== undefined && { page: fourth })} {...(fifth !== undefined && { moduleKey: fifth })} />
    );
  if (first === 'projects' && second !== undefined && third === 'apps') return <ProjectModule projectKey={second} moduleKey={fourth ?? ''} />;
  if (first === 'projects' && second !== undefined) return <Backlog key={second} projectKey={second} />;
  return <ProjectList />;
}
