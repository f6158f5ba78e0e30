import { useQuery } from '@tanstack/react-query';
import { jira, type Project } from '../jira';
import styles from '../page.module.css';

interface FullProject extends Project {
  readonly description?: string;
  readonly lead?: { readonly displayName: string };
  readonly projectTypeKey?: string;
}

export function Details({ project: { key, style } }: { readonly project: Project }) {
  const project = useQuery({ queryKey: ['project', key], queryFn: () => jira<FullProject>(`/rest/api/3/project/${key}`) });
  if (project.isError) return <p role="alert">{project.error.message}</p>;
  if (!project.data) return <p role="status">Reading the project …</p>;
  const { name, lead, projectTypeKey = 'software', description = '' } = project.data;
  const rows = [
    ['Name', name],
    ['Key', key],
    ['Description', description],
    ['Kind', `${projectTypeKey}, ${style === 'next-gen' ? 'team-managed' : 'company-managed'}`],
    ['Project lead', lead?.displayName ?? ''],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows.filter(([, words]) => words !== '').flatMap(([title, words]) => [<dt key={title}>{title}</dt>, <dd key={`${title} is`}>{words}</dd>])}
    </dl>
  );
}
