import { AppFrame } from './app-frame';
import { useFrameRoute } from './frame-route';
import { ManageApps } from './manage-apps';
import { useMay, useModules } from './queries';
import styles from './page.module.css';
import { Workflows } from './workflows';

export function AdminArea({ area }: { readonly area: string }) {
  if (area === 'workflows') return <Workflows />;
  return area === 'manage-apps' ? <ManageApps /> : <Apps />;
}

function Apps() {
  const modules = useModules('place=admin');
  const may = useMay('ADMINISTER');
  const route = useFrameRoute('/admin/apps');
  return (
    <div className={styles.page}>
      {modules.isError && <p role="alert">{modules.error.message}</p>}
      {modules.data?.length === 0 && (
        <p role="alert">{may.data === true ? 'No app with a page of its own is installed.' : 'Only a Jira admin may open this page.'}</p>
      )}
      {modules.data?.map((module) => (
        <AppFrame key={module.key} module={module} fit="page" route={route} />
      ))}
    </div>
  );
}
