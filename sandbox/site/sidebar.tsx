import { useModules, useProjects } from './queries';
import { to, useAddress } from './router';
import styles from './sidebar.module.css';

export function Sidebar({ role }: { readonly role: string }) {
  const projects = useProjects();
  const { pathname } = useAddress();
  const shown = /^\/projects\/([^/]+)/.exec(pathname)?.[1] ?? /^\/browse\/([^/]+)-\d+/.exec(pathname)?.[1];
  const link = (path: string, words: string, isNested = false) => (
    <li>
      <a {...to(path)} aria-current={pathname === path ? 'page' : undefined} className={isNested ? styles.nested : undefined}>
        {words}
      </a>
    </li>
  );
  return (
    <nav className={styles.side} aria-label="Site">
      <h2>Projects</h2>
      <ul>
        {projects.data?.map(({ id, key, name }) => (
          <li key={id}>
            <a {...to(`/projects/${key}`)} aria-current={pathname === `/projects/${key}` ? 'page' : undefined} className={styles.project}>
              <span aria-hidden="true">{key.charAt(0)}</span> {name}
            </a>
            {shown === key && (
              <ul>
                <ProjectLinks projectKey={key} />
                {link(`/issues/?jql=${encodeURIComponent(`project = ${key} ORDER BY Rank`)}`, 'All work', true)}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h2>Site</h2>
      <ul>
        {link('/issues/', 'Search')}
        {role === 'Jira admin' && link('/admin/apps', 'Jira settings: apps')}
        {role === 'Jira admin' && link('/admin/workflows', 'Jira settings: workflows')}
      </ul>
    </nav>
  );
}

function ProjectLinks({ projectKey }: { readonly projectKey: string }) {
  const modules = useModules(`projectKey=${projectKey}`);
  const { pathname } = useAddress();
  return (
    <>
      <li>
        <a {...to(`/projects/${projectKey}`)} className={styles.nested}>
          Backlog
        </a>
      </li>
      {modules.data?.map(({ key, title, type }) => (
        <li key={key}>
          <a
            {...to(`/projects/${projectKey}/apps/${key}`)}
            className={styles.nested}
            aria-current={pathname === `/projects/${projectKey}/apps/${key}` ? 'page' : undefined}
          >
            {title}
            {type === 'jira:projectSettingsPage' && ' settings'}
          </a>
        </li>
      ))}
    </>
  );
}
