import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { readJira } from '../../../api';

/** What the evidence says to lenses, and the arithmetic over it: both load when somebody chooses a lens. */
export function useHeard(view: RankingView, isWanted: boolean) {
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();
  const query = useQuery({
    queryKey: ['heard', view.project.id, view.updatedAt],
    queryFn: async () => {
      const [{ listen }, { look }] = await Promise.all([import('./listen'), import('./arithmetic')]);
      return { heard: await listen(view, setProgress), look };
    },
    enabled: isWanted,
    staleTime: Infinity,
  });
  return { query, progress };
}

interface DuePage {
  readonly issues?: readonly { readonly id: string; readonly fields?: { readonly duedate?: string | null } }[];
  readonly nextPageToken?: string;
  readonly isLast?: boolean;
}

/** Due dates of the open items, read as the person: ids and dates only. Days since 1970 by issue id. */
export function useDueDays(project: RankingView['project'], isWanted: boolean) {
  return useQuery({
    queryKey: ['due-days', project.id],
    queryFn: async (): Promise<ReadonlyMap<string, number>> => {
      const days = new Map<string, number>();
      let next: string | undefined;
      do {
        const body = {
          jql: `project = ${project.id} AND duedate is not EMPTY AND statusCategory != Done ORDER BY key ASC`,
          fields: ['duedate'],
          maxResults: 1000,
          ...(next !== undefined && { nextPageToken: next }),
        };
        const page: DuePage = (await readJira('/rest/api/3/search/jql', { method: 'POST', body })) ?? {};
        for (const { id, fields } of page.issues ?? []) {
          const day = Date.parse(fields?.duedate ?? '') / 86_400_000;
          if (Number.isFinite(day)) days.set(id, Math.floor(day));
        }
        next = page.isLast === true ? undefined : page.nextPageToken;
      } while (next !== undefined && next !== '');
      return days;
    },
    enabled: isWanted,
  });
}
