import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api';

export const useDecisions = (projectId: string) => useQuery({ queryKey: ['decisions', projectId], queryFn: () => call('listDecisions', { projectId }) });

const keyOf = (projectId: string, decisionId: string) => ['decision', projectId, decisionId];

export const useDecision = (projectId: string, decisionId: string) =>
  useQuery({ queryKey: keyOf(projectId, decisionId), queryFn: () => call('openDecision', { projectId, decisionId }) });

export const useDifference = (projectId: string, decisionId: string, otherId: string) =>
  useQuery({ queryKey: ['difference', projectId, decisionId, otherId], queryFn: () => call('compareDecisions', { projectId, decisionId, otherId }) });

export function useDisagree(projectId: string, decisionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: string) => call('disagree', { projectId, decisionId, words }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(projectId, decisionId) }),
  });
}
