import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { jira, type Issue, type Project, type Session } from './jira';
import type { SiteModule } from './site-module';

export const useSession = () => useQuery({ queryKey: ['session'], queryFn: () => jira<Session>('/__site/session'), staleTime: Infinity });

export const useProjects = () =>
  useQuery({ queryKey: ['projects'], queryFn: async () => (await jira<{ values: readonly Project[] }>('/rest/api/3/project/search?maxResults=50')).values });

export const useIssue = (key: string) =>
  useQuery({ queryKey: ['issue', key], queryFn: () => jira<Issue>(`/rest/api/3/issue/${encodeURIComponent(key)}?expand=names,schema`) });

/** The app's modules for a place, display conditions applied. */
export const useModules = (place: string, enabled = true) =>
  useQuery({ queryKey: ['modules', place], queryFn: () => jira<readonly SiteModule[]>(`/__site/modules?${place}`), staleTime: 30_000, enabled });

interface Page {
  readonly issues: readonly Issue[];
  readonly nextPageToken?: string;
}

const fields = ['summary', 'issuetype', 'status', 'priority', 'assignee', 'parent', 'labels', 'project', 'updated'];

/** Search results page by page; Jira tells whether there are more. */
export const useSearch = (jql: string) =>
  useInfiniteQuery({
    queryKey: ['search', jql],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      jira<Page>('/rest/api/3/search/jql', {
        method: 'POST',
        body: { jql, fields, maxResults: 100, ...(pageParam !== undefined && { nextPageToken: pageParam }) },
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });

/** Whether the person holds a permission, site-wide or in a project. */
export const useMay = (permission: string, projectKey?: string) =>
  useQuery({
    queryKey: ['may', permission, projectKey],
    queryFn: async () => {
      const where = projectKey === undefined ? '' : `&projectKey=${encodeURIComponent(projectKey)}`;
      const path = `/rest/api/3/mypermissions?permissions=${permission}${where}`;
      const { permissions } = await jira<{ permissions: Readonly<Record<string, { havePermission: boolean }>> }>(path);
      return permissions[permission]?.havePermission ?? false;
    },
    staleTime: 30_000,
  });
