import { useQuery } from '@tanstack/react-query';
import { jira, type IssueType, type Project } from '../jira';
import styles from '../page.module.css';

interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly transitions?: readonly { readonly id: string; readonly name: string; readonly validators?: readonly unknown[] }[];
}

const used = async (projectId: string): Promise<readonly Workflow[]> => {
  const types = await jira<readonly IssueType[]>(`/rest/api/3/issuetype/project?projectId=${projectId}`);
  const projectAndIssueTypes = types.map(({ id }) => ({ projectId, issueTypeId: id }));
  return (await jira<{ workflows: readonly Workflow[] }>('/rest/api/3/workflows', { method: 'POST', body: { projectAndIssueTypes } })).workflows;
};

/** The workflows the project's work goes through, to look at: they are edited under the site's own settings. */
export function ProjectWorkflows({ project: { id } }: { readonly project: Project }) {
  const workflows = useQuery({ queryKey: ['workflows of', id], queryFn: () => used(id) });
  if (workflows.isError) return <p role="alert">{workflows.error.message}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Workflow</th>
          <th scope="col">Transitions</th>
          <th scope="col">Rules of apps</th>
        </tr>
      </thead>
      <tbody>
        {workflows.data?.map(({ id: workflowId, name, transitions = [] }) => (
          <tr key={workflowId}>
            <td>{name}</td>
            <td>{transitions.map((transition) => transition.name).join(', ')}</td>
            <td>{transitions.reduce((sum, { validators = [] }) => sum + validators.length, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
