import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RankingView } from '../../../../src/contract/ranking';
import { readIds } from '../queries';

/** Ids of the project's open items that fit a query, as Jira answers this person; nothing is asked for an empty one. */
export function useJql(project: RankingView['project'], jql: string) {
  return useQuery({
    queryKey: ['jql', project.id, jql],
    queryFn: async () => new Set(await readIds(`project = ${project.id} AND statusCategory != Done AND (${withoutOrder(jql)})`)),
    enabled: jql !== '',
    placeholderData: keepPreviousData,
  });
}

/** The rows have an order of their own: what a query says of it is dropped, also where quotes say "order by". */
export function withoutOrder(jql: string): string {
  const bare = jql.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, (quoted) => '_'.repeat(quoted.length));
  const at = bare.search(/\border\s+by\b/i);
  return at === -1 ? jql : jql.slice(0, at).trim();
}
