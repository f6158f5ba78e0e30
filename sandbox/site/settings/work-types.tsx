import { useQuery } from '@tanstack/react-query';
import { jira, type IssueType, type Project } from '../jira';
import styles from '../page.module.css';
import { TypeIcon } from '../type-icon';

const levels: Readonly<Record<string, string>> = { '1': 'Epic level', '0': 'Standard level', '-1': 'Subtask level' };

export function WorkTypes({ project: { id } }: { readonly project: Project }) {
  const types = useQuery({
    queryKey: ['types', id],
    queryFn: () => jira<readonly (IssueType & { readonly description?: string })[]>(`/rest/api/3/issuetype/project?projectId=${id}`),
  });
  if (types.isError) return <p role="alert">{types.error.message}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Level</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {types.data?.map(({ id: typeId, name, hierarchyLevel = 0, description = '' }) => (
          <tr key={typeId}>
            <td>
              <TypeIcon name={name} /> {name}
            </td>
            <td>{levels[hierarchyLevel] ?? `Level ${hierarchyLevel}`}</td>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
