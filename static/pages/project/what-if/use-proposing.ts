import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { defaultSources } from '../../../../src/domain/score/defaults';
import { call, CallFailure } from '../../../api';
import { tidied, type SourceSettings } from '../../../parts/source-settings';
import { idOf, withChanges, type SourceChange } from './changes';

/** A change that somebody else made differently since the evidence was read. */
export interface Disputed {
  readonly change: SourceChange;
  readonly theirs: number;
}

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

export const partOf = (sources: SourceSettings, { source, kind }: Pick<SourceChange, 'source' | 'kind'>): number | undefined =>
  sources[source]?.[kind] ?? defaultSources[source]?.[kind] ?? undefined;

export function disputeOf(change: SourceChange, now: SourceSettings): readonly Disputed[] {
  const theirs = partOf(now, change);
  return theirs === undefined || theirs === change.saved || theirs === change.value ? [] : [{ change, theirs }];
}

/** What was saved here as it was before; what somebody else has changed since stays theirs. */
export function takenBack(
  sources: SourceSettings,
  { before, made }: { readonly before: SourceSettings; readonly made: readonly SourceChange[] },
): SourceSettings {
  const mine = made.filter((change) => partOf(sources, change) === change.value);
  return tidied(
    mine.reduce<SourceSettings>((said, { source, kind }) => {
      const { [kind]: _, ...rest } = said[source] ?? {};
      const old = before[source]?.[kind];
      return { ...said, [source]: old === undefined ? rest : { ...rest, [kind]: old } };
    }, sources),
  );
}
