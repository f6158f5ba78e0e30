import { useProjects } from './queries';
import { to } from './router';
import styles from './page.module.css';

export function ProjectList() {
  const projects = useProjects();
  return (
    <main className={styles.page}>
      <h1>Projects</h1>
      {projects.isError && <p role="alert">{projects.error.message}</p>}
      {projects.data?.length === 0 && <p>There is no project you may browse.</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Key</th>
            <th scope="col">Kind</th>
          </tr>
        </thead>
        <tbody>
          {projects.data?.map(({ id, key, name, style }) => (
            <tr key={id}>
              <td>
                <a {...to(`/projects/${key}`)}>{name}</a>
              </td>
              <td>{key}</td>
              <td>{style === 'next-gen' ? 'team-managed' : 'company-managed'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
