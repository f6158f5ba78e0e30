import { AppFrame } from './app-frame';
import { useFrameRoute } from './frame-route';
import { useModules } from './queries';
import styles from './project-module.module.css';

/** A page of the app in a project, over the whole width. */
export function ProjectModule({ projectKey, moduleKey }: { readonly projectKey: string; readonly moduleKey: string }) {
  const modules = useModules(`projectKey=${projectKey}`);
  const module = modules.data?.find(({ key }) => key === moduleKey);
  const route = useFrameRoute(`/projects/${projectKey}/apps/${moduleKey}`);
  if (modules.isSuccess && !module) return <p role="alert">This page does not exist here, or you may not see it.</p>;
  return <div className={styles.module}>{module && <AppFrame module={module} fit="page" route={route} />}</div>;
}
