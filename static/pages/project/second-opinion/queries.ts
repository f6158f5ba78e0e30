import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '../../../../src/contract';
import { call } from '../../../api';

const keyOf = (projectId: string) => ['second-opinion', projectId];

export const useSecondOpinion = (projectId: string) =>
  useQuery({ queryKey: keyOf(projectId), queryFn: () => call('openSecondOpinion', { projectId }), staleTime: 0 });

type Act = 'askSecondOpinion' | 'closeSecondOpinion' | 'joinSecondOpinion' | 'finishEstimating';

/** An act that changes what this person may see: the opinion and the ranking are read anew. */
export function useRoundAct<Name extends Act>(name: Name, projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Sent<Name>) => call(name, input),
    onSettled: async () => {
      // Numbers that were read before are not blind; those of before are not today's.
      for (const old of ['why', 'evidence', 'decision']) queries.removeQueries({ queryKey: [old, projectId] });
      await Promise.all([queries.invalidateQueries({ queryKey: keyOf(projectId) }), queries.invalidateQueries({ queryKey: ['ranking', projectId] })]);
    },
  });
}

export function usePutEstimate(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Omit<Sent<'putEstimate'>, 'projectId'>) => call('putEstimate', { ...input, projectId }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
