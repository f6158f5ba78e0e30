import { AppFrame } from '../app-frame';
import { useFrameRoute } from '../frame-route';
import styles from '../page.module.css';
import { useMay, useModules, useProjects } from '../queries';
import { to, useAddress } from '../router';
import { Details } from './details';
import { People } from './people';
import nav from './project-settings.module.css';
import { ProjectWorkflows } from './project-workflows';
import { WorkTypes } from './work-types';

const pages = [
  { path: 'details', title: 'Details', Page: Details },
  { path: 'people', title: 'People', Page: People },
  { path: 'worktypes', title: 'Work types', Page: WorkTypes },
  { path: 'workflows', title: 'Workflows', Page: ProjectWorkflows },
] as const;

/** A project's settings, with the app's own page among them. */
export function ProjectSettings({
  projectKey,
  page = 'details',
  moduleKey,
}: {
  readonly projectKey: string;
  readonly page?: string;
  readonly moduleKey?: string;
}) {
  const projects = useProjects();
  const may = useMay('ADMINISTER_PROJECTS', projectKey);
  const modules = useModules(`projectKey=${projectKey}&type=jira:projectSettingsPage`);
  const project = projects.data?.find(({ key }) => key === projectKey);
  if (projects.isSuccess && project === undefined) return <Alone words="This project does not exist, or you may not see it." />;
  if (may.data === false) return <Alone words="Only people who administer this project may open its settings." />;
  if (project === undefined || may.data === undefined) return <p role="status">Opening the settings …</p>;
  const base = `/projects/${project.key}/settings`;
  const own = pages.find(({ path }) => path === page);
  const module = page === 'apps' ? modules.data?.find(({ key }) => key === moduleKey) : undefined;
  return (
    <div className={nav.area}>
      <nav aria-label="Project settings" className={nav.side}>
        <a {...to(`/projects/${project.key}`)} className={nav.back}>
          ← Back to project
        </a>
        <h2>Project settings</h2>
        <ul>
          {pages.map(({ path, title }) => (
            <Link key={path} path={`${base}/${path}`} title={title} isHere={path === own?.path} />
          ))}
        </ul>
        {modules.data !== undefined && modules.data.length > 0 && (
          <>
            <h3>Apps</h3>
            <ul>
              {modules.data.map(({ key, title, icon }) => (
                <Link key={key} path={`${base}/apps/${key}`} title={title} icon={icon} isHere={key === module?.key} />
              ))}
            </ul>
          </>
        )}
      </nav>
      <main className={module ? nav.app : styles.page}>
        {own && (
          <>
            <h1>{own.title}</h1>
            <own.Page project={project} />
          </>
        )}
        {module && <AppPage key={module.key} module={module} base={`${base}/apps/${module.key}`} />}
        {!own && !module && modules.isSuccess && <p role="alert">There is no such page in these settings.</p>}
      </main>
    </div>
  );
}

function AppPage({ module, base }: { readonly module: Parameters<typeof AppFrame>[0]['module']; readonly base: string }) {
  return <AppFrame module={module} fit="page" route={useFrameRoute(base)} />;
}

function Link({ path, title, icon, isHere }: { readonly path: string; readonly title: string; readonly icon?: string | undefined; readonly isHere: boolean }) {
  const { pathname } = useAddress();
  return (
    <li>
      <a {...to(path)} aria-current={isHere || pathname === path ? 'page' : undefined}>
        {icon !== undefined && <img src={icon} width="16" height="16" alt="" />}
        {title}
      </a>
    </li>
  );
}

const Alone = ({ words }: { readonly words: string }) => (
  <main className={styles.page}>
    <p role="alert">{words}</p>
  </main>
);
