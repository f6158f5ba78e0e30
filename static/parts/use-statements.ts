import { useQuery } from '@tanstack/react-query';
import { call } from '../api';

/** Statements to pick from: asked once per frame, on the first need, so that opening an issue stays cheap. */
export function useStatements(forIssueId: string, isWanted: boolean) {
  return useQuery({ queryKey: ['statements', forIssueId], queryFn: () => call('listStatements', { forIssueId }), enabled: isWanted, staleTime: 5 * 60_000 });
}
