import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api';

/** What is wrong behind the project. While somebody or something looks, the page asks again by itself. */
export function useHealth(projectId: string) {
  return useQuery({
    queryKey: ['health', projectId],
    queryFn: () => call('openHealth', { projectId }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'looking' || data?.progress ? 3000 : false),
  });
}

/** Starts another look at everything. */
export function useCheckAgain(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('checkHealth', { projectId, requestId: crypto.randomUUID() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['health', projectId] }),
  });
}
