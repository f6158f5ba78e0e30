import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Changes } from './changes';

/** What is asked. It outlives a look at the list, so that Esc loses nothing, and ends with the page. */
export function useChanges(projectId: string) {
  const queries = useQueryClient();
  const key = ['what-if', projectId];
  const [changes, setChanges] = useState<Changes>(() => queries.getQueryData<Changes>(key) ?? []);
  const [before, setBefore] = useState<Changes>([]);
  const change = (next: Changes): void => {
    queries.setQueryDefaults(key, { gcTime: Infinity });
    queries.setQueryData(key, next);
    setChanges(next);
  };
  return {
    changes,
    /** What “Back to saved” took away. */
    before,
    change: (next: Changes): void => {
      setBefore([]);
      change(next);
    },
    reset: (): void => {
      if (changes.length > 0) setBefore(changes);
      change([]);
    },
  };
}
