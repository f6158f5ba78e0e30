import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RankingView } from '../../../../src/contract/ranking';
import { readIds } from '../queries';
import { withoutOrder } from './jql';

/** Ids of the project's open items that fit a query, as Jira answers this person; nothing is asked for an empty one. */
export function useJql(project: RankingView['project'], jql: string) {
  return useQuery({
    queryKey: ['jql', project.id, jql],
    queryFn: async () => new Set(await readIds(`project = ${project.id} AND statusCategory != Done AND (${withoutOrder(jql)})`)),
    enabled: jql !== '',
    placeholderData: keepPreviousData,
  });
}
