import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output, Sent } from '../../../../src/contract';
import { call } from '../../../api';

type Views = Output<'openViews'>;
const keyOf = (projectId: string) => ['views', projectId];

/** Looked up once somebody opens the menu: who only comes for the order pays for nothing else. */
export const useViews = (projectId: string, isWanted: boolean) =>
  useQuery({ queryKey: keyOf(projectId), queryFn: () => call('openViews', { projectId }), staleTime: Infinity, enabled: isWanted });

// What was saved is put into the list here: storage finds it by its index a moment later only.
export function useSaveView(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: Omit<Sent<'saveView'>, 'projectId'>) => call('saveView', { projectId, ...view }),
    onSuccess: (saved) =>
      queries.setQueryData<Views>(
        keyOf(projectId),
        (known) => known && { ...known, views: [...known.views.filter(({ id }) => id !== saved.id), saved].sort((a, b) => a.name.localeCompare(b.name)) },
      ),
  });
}

export function useDeleteView(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (viewId: string) => call('deleteView', { projectId, viewId }),
    onSuccess: (_, viewId) =>
      queries.setQueryData<Views>(keyOf(projectId), (known) => known && { ...known, views: known.views.filter(({ id }) => id !== viewId) }),
  });
}

export const useChooseColumns = (projectId: string) =>
  useMutation({ mutationFn: (columns: readonly string[]) => call('chooseColumns', { projectId, columns: [...columns] }) });
