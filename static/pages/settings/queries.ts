import { useQuery } from '@tanstack/react-query';
import { call } from '../../api';
import { readPlace } from '../../forge';

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
