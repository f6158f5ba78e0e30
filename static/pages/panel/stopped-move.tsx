import { useQuery } from '@tanstack/react-query';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import type { ReactNode } from 'react';
import { readJira } from '../../api';
import panel from './panel.module.css';
import styles from './requirement.module.css';

interface StoppedMoveProps {
  /** null: Jira did not say where it was to go. */
  readonly toStatusId: string | null;
  readonly missing: string;
  readonly children: ReactNode;
}

/** What was stopped, what is missing and what to do, for whoever comes back from Jira's refusal. */
export function StoppedMove({ toStatusId, missing, children }: StoppedMoveProps) {
  const to = useStatusName(toStatusId);
  return (
    <div className={`${panel.section} ${styles.requirement} ${styles.stopped}`} role="alert">
      <ErrorIcon label="" color="var(--ds-icon-danger)" />
      <div>
        <h2>{to === '' ? 'The move was stopped' : `The move to ${to} was stopped`}</h2>
        <p>{missing}</p>
        {children}
      </div>
    </div>
  );
}

/** Empty until it is known, and where it can't be. */
function useStatusName(id: string | null): string {
  const query = useQuery({
    queryKey: ['status', id],
    queryFn: async () => {
      const status = await readJira(`/rest/api/3/status/${id ?? ''}`);
      return typeof status === 'object' && status !== null && 'name' in status ? String(status.name) : '';
    },
    enabled: id !== null,
  });
  return query.data ?? '';
}
