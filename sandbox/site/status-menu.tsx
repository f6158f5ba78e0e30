import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFlags } from './flags';
import { jira, type Issue, type Named } from './jira';
import styles from './status-menu.module.css';

interface Transition extends Named {
  readonly to: Named;
}

/** The status button: picking one runs the transition, and what stops it is shown as Jira shows it. */
export function StatusMenu({ issue }: { readonly issue: Issue }) {
  const queries = useQueryClient();
  const flags = useFlags();
  const transitions = useQuery({
    queryKey: ['issue', issue.key, 'transitions', issue.fields.status.id],
    queryFn: async () => (await jira<{ transitions: readonly Transition[] }>(`/rest/api/3/issue/${issue.key}/transitions`)).transitions,
  });
  const move = useMutation({
    mutationFn: ({ id }: Transition) => jira(`/rest/api/3/issue/${issue.key}/transitions`, { method: 'POST', body: { transition: { id } } }),
    onError: (failure, { to }) =>
      flags.show({ id: `move-${issue.key}`, type: 'error', title: `${issue.key} wasn’t moved to ${to.name}`, description: failure.message }),
    onSuccess: (_nothing, { to }) => flags.show({ id: `move-${issue.key}`, type: 'success', title: `${issue.key} is ${to.name}` }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['issue', issue.key] }),
  });
  return (
    <div className={styles.menu}>
      <span className={styles.status} data-category={issue.fields.status.statusCategory.key}>
        {issue.fields.status.name}
      </span>
      {transitions.data?.map((transition) => (
        <button key={transition.id} type="button" disabled={move.isPending} onClick={() => move.mutate(transition)}>
          → {transition.to.name}
        </button>
      ))}
    </div>
  );
}
