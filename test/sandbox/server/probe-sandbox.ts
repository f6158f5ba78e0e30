import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server';
import type { Drive } from '../../../sandbox/server/site-loader';
import type { JiraParts, SiteJira } from '../../../sandbox/server/world';
import type { SiteData, SiteUser } from '../../../sandbox/jira/site-data';
import { probeDirectory } from '../forge/probe';

const user = (name: string, isJiraAdmin = false): SiteUser => ({
  accountId: `user-${name}`,
  email: `${name}@example.com`,
  displayName: name,
  timeZone: 'Europe/London',
  isJiraAdmin,
});

const data = (name: string): SiteData => ({
  name,
  now: '2026-01-05T09:00:00.000Z',
  timeZone: 'UTC',
  users: [user('admin', true), user('pm'), user('viewer')],
  issueTypes: [],
  issueTypeSchemes: [],
  statuses: [],
  workflows: [],
  securitySchemes: [],
  linkTypes: [],
  projects: [
    {
      id: '1',
      key: 'LED',
      name: 'Ledger',
      style: 'company-managed',
      leadAccountId: 'user-admin',
      workflowId: '1',
      components: [],
      roles: { administrators: ['user-admin'], members: ['user-pm'], viewers: ['user-viewer'] },
    },
  ],
  boards: [],
  issues: [],
  links: [],
});

/** Enough of Jira to ask one issue of: the server is under test here, not the stand-in. */
function oneIssueJira({ hooks }: JiraParts): SiteJira {
  return {
    handle({ method, path, caller }) {
      const headers = { 'content-type': 'application/json' };
      if (path.startsWith('/rest/api/3/mypermissions')) {
        const havePermission = caller.kind === 'user' && caller.accountId === 'user-admin';
        return Promise.resolve({ status: 200, headers, body: { permissions: { ADMINISTER: { havePermission }, ADMINISTER_PROJECTS: { havePermission } } } });
      }
      if (path === '/rest/api/3/project/LED') return Promise.resolve({ status: 200, headers, body: { id: '1', key: 'LED' } });
      if (path === '/rest/agile/1.0/board?projectKeyOrId=LED') return Promise.resolve({ status: 200, headers, body: { values: [{ id: 7, type: 'scrum' }] } });
      if (path.startsWith('/rest/api/3/issue/LED-1') && method === 'PUT') {
        hooks.event('avi:jira:updated:issue', { issue: { id: '10001', key: 'LED-1' }, selfGenerated: caller.kind === 'app' });
        return Promise.resolve({ status: 204, headers: {}, body: undefined });
      }
      if (path.startsWith('/rest/api/3/issue/LED-1'))
        return Promise.resolve({
          status: 200,
          headers,
          body: { id: '10001', key: 'LED-1', caller, fields: { issuetype: { id: '1', name: 'Epic', hierarchyLevel: 1 }, project: { id: '1', key: 'LED' } } },
        });
      return Promise.resolve({ status: caller.kind === 'anonymous' ? 401 : 404, headers, body: { errorMessages: ['Issue does not exist'] } });
    },
    settle: () => undefined,
    load: () => undefined,
    snapshot: () => ({ issues: [] }),
    ledger: { read: () => ({ points: 0 }), reset: () => undefined },
    isPanelPinned: () => true,
    forgetApp: () => undefined,
    learnApp: () => undefined,
  };
}

interface ProbeSandboxOptions extends SandboxOptions {
  readonly afterLoad?: (drive: Drive) => Promise<void>;
}

/** The server around the probe app. */
export const startProbeSandbox = ({ afterLoad, ...options }: ProbeSandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({
    port: 0,
    root: probeDirectory,
    bundleDirectory: probeDirectory,
    clockMode: 'virtual',
    parts: {
      createJira: oneIssueJira,
      loadSite: (site) => Promise.resolve({ data: data(typeof site === 'string' ? site : 'file'), ...(afterLoad && { afterLoad }) }),
    },
    ...options,
  });
