import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import { readJira } from '../../../api';

/** The arithmetic; it is no part of what the list loads at first. */
export const useArithmetic = (isWanted: boolean) =>
  useQuery({ queryKey: ['lens-arithmetic'], queryFn: () => import('./arithmetic'), enabled: isWanted, staleTime: Infinity });

/** The evidence behind the list, page by page, with how far it has come. */
export function useLensEvidence(projectId: string, isWanted: boolean) {
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();
  const query = useQuery({
    queryKey: ['evidence', projectId],
    queryFn: async () => {
      const [{ readEvidence }, { heldEvidence }] = await Promise.all([import('../../../parts/read-evidence'), import('../../../parts/held-evidence')]);
      return heldEvidence(await readEvidence(projectId, setProgress));
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

/** What one unit of effort was said to be in person-months; it lives as long as the page. */
export function usePersonMonths(projectId: string): readonly [number | null, (said: number | null) => void] {
  const client = useQueryClient();
  const key = ['person-months', projectId];
  const { data } = useQuery<number | null>({ queryKey: key, queryFn: () => null, initialData: null, staleTime: Infinity, gcTime: Infinity });
  return [data, (said) => client.setQueryData<number | null>(key, said)];
}
