import { AppFrame } from './app-frame';
import { useModules } from './queries';
import styles from './page.module.css';
import { Workflows } from './workflows';

export function AdminArea({ area }: { readonly area: string }) {
  return area === 'workflows' ? <Workflows /> : <Apps />;
}

function Apps() {
  const modules = useModules('place=admin');
  return (
    <div className={styles.page}>
      {modules.isError && <p role="alert">{modules.error.message}</p>}
      {modules.data?.length === 0 && <p role="alert">Only a Jira admin may open this page.</p>}
      {modules.data?.map((module) => (
        <AppFrame key={module.key} module={module} />
      ))}
    </div>
  );
}
