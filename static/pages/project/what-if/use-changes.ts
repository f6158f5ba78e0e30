import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Changes } from './changes';

/** What is asked. It outlives a look at the list, so that Esc loses nothing, and ends with the page. */
export function useChanges(projectId: string) {
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Changes>(() => queries.getQueryData<Changes>(keyOf(projectId)) ?? []);
  const [before, setBefore] = useState<Changes>([]);
  // The very same function every time: whatever shows nothing of a change is not drawn for it.
  const change = useCallback(
    (next: Changes): void => {
      queries.setQueryDefaults(keyOf(projectId), { gcTime: Infinity });
      queries.setQueryData(keyOf(projectId), next);
      setChanges(next);
      setBefore([]);
    },
    [queries, projectId],
  );
  return {
    changes,
    /** What “Back to saved” took away. */
    before,
    change,
    reset: (): void => {
      change([]);
      setBefore(changes.length > 0 ? changes : before);
    },
  };
}

const keyOf = (projectId: string) => ['what-if', projectId] as const;
