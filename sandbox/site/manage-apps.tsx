import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { useFlags } from './flags';
import { jira } from './jira';
import styles from './page.module.css';
import { useMay } from './queries';

interface App {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly isInstalled: boolean;
  readonly scopes: readonly string[];
}

/** Where a Jira admin removes an app and installs it again. */
export function ManageApps() {
  const may = useMay('ADMINISTER');
  const apps = useQuery({ queryKey: ['apps'], queryFn: () => jira<readonly App[]>('/__site/apps') });
  const queries = useQueryClient();
  const flags = useFlags();
  const [leaving, setLeaving] = useState<App>();
  const change = useMutation({
    mutationFn: ({ isInstalled }: App) => jira(isInstalled ? '/__sandbox/uninstall' : '/__sandbox/install', { method: 'POST' }),
    onError: (failure, { name }) => flags.show({ id: 'app', type: 'error', title: `${name} wasn’t changed`, description: failure.message }),
    onSuccess: (_nothing, { name, isInstalled }) =>
      flags.show({ id: 'app', type: 'success', title: isInstalled ? `${name} is uninstalled` : `${name} is installed` }),
    // Pages, panels, fields: nothing on the site is as it was.
    onSettled: () => queries.invalidateQueries(),
  });
  if (may.data === false) return <p role="alert">Only a Jira admin may open this page.</p>;
  return (
    <main className={styles.page}>
      <h1>Manage apps</h1>
      {apps.isError && <p role="alert">{apps.error.message}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">App</th>
            <th scope="col">Version</th>
            <th scope="col">Status</th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          {apps.data?.map((app) => (
            <tr key={app.id}>
              <td>
                <strong>{app.name}</strong>
                <details>
                  <summary>May use {app.scopes.length} scopes</summary>
                  {app.scopes.join(', ')}
                </details>
              </td>
              <td>{app.version}</td>
              <td>{app.isInstalled ? 'Installed' : 'Not installed'}</td>
              <td>
                <button
                  type="button"
                  className={styles.button}
                  disabled={change.isPending}
                  aria-label={`${app.isInstalled ? 'Uninstall' : 'Install'} ${app.name}`}
                  onClick={() => (app.isInstalled ? setLeaving(app) : change.mutate(app))}
                >
                  {app.isInstalled ? 'Uninstall' : 'Install'}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && (
        <ConfirmDialog title={`Uninstall ${leaving.name}?`} act="Uninstall" onAct={() => change.mutate(leaving)} onClose={() => setLeaving(undefined)}>
          <p>The app and what it stored are removed from this site for everyone. Work items and links stay. Installing it again starts with empty storage.</p>
        </ConfirmDialog>
      )}
    </main>
  );
}
