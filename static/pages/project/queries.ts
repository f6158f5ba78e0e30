import { useQuery } from '@tanstack/react-query';
import type { RankingView } from '../../../src/contract/ranking';
import { call, readJira } from '../../api';
import { readPlace, readRoute } from '../../forge';

/** An invitation to a second opinion leads here: the order is not what is shown first. */
export const secondOpinionRoute = '/second-opinion';

/** The project that the frame stands on, the person's language, and what a link asked for. */
export const usePlace = () => useQuery({ queryKey: ['place'], queryFn: readPlaceAndRoute, staleTime: Infinity });

async function readPlaceAndRoute() {
  const [place, route] = await Promise.all([readPlace(), readRoute()]);
  return { ...place, route };
}

/** The backlog of the project. While the index is being built, the page looks again by itself. */
export function useRanking(projectId: string) {
  return useQuery({
    queryKey: ['ranking', projectId],
    queryFn: () => call('openRanking', { projectId }),
    refetchInterval: (query) => (query.state.data?.state === 'building' ? 3000 : false),
  });
}

interface IdPage {
  readonly issues?: readonly { readonly id: string }[];
  readonly nextPageToken?: string;
  readonly isLast?: boolean;
}

/** Ids that a query finds, in its order, as the person; each once, for pages may overlap while people rank. Ids only, so thousands fit a page. */
export async function readIds(jql: string): Promise<readonly string[]> {
  const ids = new Set<string>();
  let next: string | undefined;
  do {
    const body = { jql, fields: ['id'], maxResults: 5000, ...(next !== undefined && { nextPageToken: next }) };
    const page: IdPage = (await readJira('/rest/api/3/search/jql', { method: 'POST', body })) ?? {};
    for (const { id } of page.issues ?? []) ids.add(id);
    next = page.isLast === true ? undefined : page.nextPageToken;
  } while (next !== undefined && next !== '');
  return [...ids];
}

/** Jira's own order of the project, read as the person: position by issue id, 0 is on top. */
export function useJiraOrder(project: RankingView['project']) {
  return useQuery({
    queryKey: ['jira-order', project.id],
    queryFn: async (): Promise<ReadonlyMap<string, number>> => {
      const ids = await readIds(`project = ${project.id} AND statusCategory != Done ORDER BY Rank ASC`);
      return new Map(ids.map((id, at) => [id, at]));
    },
  });
}

export function useExplanation(projectId: string, issueId: string) {
  return useQuery({ queryKey: ['why', projectId, issueId], queryFn: () => call('explainItem', { projectId, issueId }) });
}
