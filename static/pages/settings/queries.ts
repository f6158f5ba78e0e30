import { useQuery } from '@tanstack/react-query';
import { call } from '../../api';
import { readPlace } from '../../forge';
import { evidencePages } from '../../parts/evidence-pages';
import { heldEvidence } from '../../parts/held-evidence';

/** What the project's admin decides, with what there is to choose from. */
export function useProjectSettings() {
  const place = useQuery({ queryKey: ['place'], queryFn: readPlace, staleTime: Infinity });
  const projectId = place.data?.projectId;
  const opened = useQuery({
    queryKey: ['project-settings', projectId],
    queryFn: () => call('openProjectSettings', { projectId: projectId ?? '' }),
    enabled: projectId !== undefined,
  });
  const failure = place.error ?? opened.error;
  return { place, opened, failure, retry: () => void (place.isError ? place.refetch() : opened.refetch()) };
}

/** The order as it is saved, and the evidence behind it; looked up once somebody changes a weight. */
export function useHeldEvidence(projectId: string, isWanted: boolean) {
  const ranking = useQuery({ queryKey: ['ranking', projectId], queryFn: () => call('openRanking', { projectId }), enabled: isWanted, staleTime: Infinity });
  const evidence = useQuery({
    queryKey: ['evidence', projectId],
    queryFn: async () => heldEvidence(await evidencePages(projectId)),
    enabled: isWanted,
    staleTime: Infinity,
  });
  return {
    ranking: ranking.data,
    evidence: evidence.data,
    failure: ranking.error ?? evidence.error,
    retry: () => {
      if (ranking.isError) void ranking.refetch();
      if (evidence.isError) void evidence.refetch();
    },
  };
}
