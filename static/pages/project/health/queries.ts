import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
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

/** The app hears of mended links a moment after they changed. */
const settlesInMs = 8_000;

/** Asks again once what was just done can be known. */
export function useLookLater(projectId: string): () => void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['health', projectId] }), settlesInMs);
  };
}
