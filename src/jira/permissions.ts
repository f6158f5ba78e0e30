import * as z from 'zod';
import type { PermissionsPort, ProjectRight } from '../actions/ports';
import type { IssueId } from '../domain/ids';
import { ask, route } from './request';

const heldShape = z.looseObject({
  globalPermissions: z.array(z.string()),
  projectPermissions: z.array(z.looseObject({ permission: z.string(), issues: z.array(z.number()).optional(), projects: z.array(z.number()).optional() })),
});

const projectKeys = {
  browse: 'BROWSE_PROJECTS',
  'create-issues': 'CREATE_ISSUES',
  'schedule-issues': 'SCHEDULE_ISSUES',
  administer: 'ADMINISTER_PROJECTS',
} as const satisfies Record<ProjectRight, string>;
const issueKeys = { edit: 'EDIT_ISSUES', link: 'LINK_ISSUES', schedule: 'SCHEDULE_ISSUES', delete: 'DELETE_ISSUES' } as const;

const held = (body: object) => ask('user', route`/rest/api/3/permissions/check`, body, heldShape);

/** What Jira says this person may do; asked of Jira every time, for nothing about rights may be remembered. */
export const jiraPermissions: PermissionsPort = {
  async isJiraAdmin() {
    const { globalPermissions } = await held({ globalPermissions: ['ADMINISTER'], projectPermissions: [] });
    return globalPermissions.includes('ADMINISTER');
  },

  async hasProject(projectId, right) {
    const permission = projectKeys[right];
    const { projectPermissions } = await held({ projectPermissions: [{ permissions: [permission], projects: [Number(projectId)] }] });
    return projectPermissions.some((row) => row.permission === permission && (row.projects ?? []).map(String).includes(projectId));
  },

  browsable: (ids) => issuesWith('BROWSE_PROJECTS', ids),
  mayOn: (ids, right) => issuesWith(issueKeys[right], ids),
};

const idsPerCall = 1000;

async function issuesWith(permission: string, ids: readonly IssueId[]): Promise<ReadonlySet<IssueId>> {
  const asked = [...new Set(ids)];
  const slices = Array.from({ length: Math.ceil(asked.length / idsPerCall) }, (_, at) => asked.slice(at * idsPerCall, (at + 1) * idsPerCall));
  const answers = await Promise.all(slices.map((slice) => held({ projectPermissions: [{ permissions: [permission], issues: slice.map(Number) }] })));
  const allowed = new Set(
    answers.flatMap(({ projectPermissions }) =>
      projectPermissions.filter((row) => row.permission === permission).flatMap((row) => (row.issues ?? []).map(String)),
    ),
  );
  return new Set(asked.filter((id) => allowed.has(id)));
}
