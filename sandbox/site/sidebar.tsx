import { useMay, useModules, useProjects } from './queries';
import { projectIn, to, useAddress } from './router';
import styles from './sidebar.module.css';

export function Sidebar({ role }: { readonly role: string }) {
  const projects = useProjects();
  const { pathname } = useAddress();
  const shown = projectIn(pathname);
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
        {role === 'Jira admin' && link('/admin/manage-apps', 'Jira settings: manage apps')}
        {role === 'Jira admin' && link('/admin/workflows', 'Jira settings: workflows')}
      </ul>
    </nav>
  );
}

function ProjectLinks({ projectKey }: { readonly projectKey: string }) {
  const modules = useModules(`projectKey=${projectKey}&type=jira:projectPage`);
  const may = useMay('ADMINISTER_PROJECTS', projectKey);
  const { pathname } = useAddress();
  const link = (path: string, words: string) => (
    <li key={path}>
      <a {...to(path)} className={styles.nested} aria-current={pathname === path || pathname.startsWith(`${path}/`) ? 'page' : undefined}>
        {words}
      </a>
    </li>
  );
  return (
    <>
      <li>
        <a {...to(`/projects/${projectKey}`)} className={styles.nested}>
          Backlog
        </a>
      </li>
      {modules.data?.map(({ key, title }) => link(`/projects/${projectKey}/apps/${key}`, title))}
      {may.data === true && link(`/projects/${projectKey}/settings`, 'Project settings')}
    </>
  );
}
