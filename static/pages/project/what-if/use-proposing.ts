import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, CallFailure } from '../../../api';
import { idOf, withChanges, type SourceChange } from './changes';
import { disputeOf, takenBack } from './saved-changes';

/** Changed sources on their way into the project's settings, and back out of them. */
export function useProposing(projectId: string, changes: readonly SourceChange[]) {
  const queries = useQueryClient();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const opened = useQuery({
    queryKey: ['project-settings', projectId],
    queryFn: () => call('openProjectSettings', { projectId }),
    retry: false,
    staleTime: 0,
  });
  const now = opened.data?.settings.sources;
  const disputed = now ? changes.flatMap((change) => disputeOf(change, now)) : [];
  const proposed = changes.filter((change) => !leftOut.has(idOf(change)));
  const looksAgain = async (failure: Error): Promise<void> => {
    if (failure instanceof CallFailure && failure.code === 'conflict') await opened.refetch();
  };
  const isWorkedOutAnew = (): void => void queries.invalidateQueries({ queryKey: ['ranking', projectId] });

  const saving = useMutation({
    mutationFn: async () => {
      if (!opened.data) throw new Error('The settings are not open yet.');
      const { settings } = opened.data;
      await call('saveProjectSettings', { projectId, settings: { ...settings, sources: withChanges(settings.sources, proposed) } });
      return { before: settings.sources, made: proposed };
    },
    onSuccess: isWorkedOutAnew,
    onError: looksAgain,
  });
  const undoing = useMutation({
    mutationFn: async () => {
      if (!saving.data) return;
      const { settings } = await call('openProjectSettings', { projectId });
      await call('saveProjectSettings', { projectId, settings: { ...settings, sources: takenBack(settings.sources, saving.data) } });
    },
    onSuccess: isWorkedOutAnew,
  });
  const leaveOut = (change: SourceChange): void => {
    setLeftOut((before) => new Set([...before, idOf(change)]));
  };
  return { opened, disputed: disputed.filter(({ change }) => !leftOut.has(idOf(change))), proposed, leaveOut, saving, undoing };
}
