import { join } from 'node:path';
import { createClock, type Clock } from '../../../sandbox/clock';
import { appFactsOf, type AppFacts } from '../../../sandbox/forge/app-facts';
import { readManifest } from '../../../sandbox/forge/manifest';
import { createJira, type Jira } from '../../../sandbox/jira';
import { moduleAri } from '../../../sandbox/jira/builtin';
import type { JiraAnswer, JiraCaller } from '../../../sandbox/jira/call';
import type { JiraOptions } from '../../../sandbox/jira/site';
import type { SiteData } from '../../../sandbox/jira/site-data';
import { smallSite } from '../../actions/small-site';
import { sharedFolder } from '../../shared-documents';

export const hasDocuments = sharedFolder() !== undefined;

/** The small site with what it takes to call everything once: boards, a sprint, a security level, comments, a past. */
export function wideSite(): SiteData {
  const site = smallSite();
  const [scheme] = site.issueTypeSchemes;
  return {
    ...site,
    issueTypeSchemes: [...site.issueTypeSchemes, { id: '10101', name: 'Spare', issueTypeIds: scheme?.issueTypeIds ?? [] }],
    securitySchemes: [{ id: '1', name: 'Security', levels: [{ id: '11', name: 'Few', accountIds: ['user-lead'], seenByApp: false }] }],
    projects: site.projects.map((project) => (project.key === 'LED' ? { ...project, securitySchemeId: '1', components: ['Export'] } : project)),
    boards: [
      {
        id: 1,
        name: 'LED board',
        type: 'scrum',
        projectKey: 'LED',
        sprints: [{ id: 1, name: 'Sprint 1', state: 'active', start: '2026-02-23T09:00:00.000Z' }],
      },
      { id: 2, name: 'DISC board', type: 'kanban', projectKey: 'DISC', sprints: [] },
    ],
    issues: site.issues.map((issue) =>
      issue.key === 'LED-3'
        ? {
            ...issue,
            sprintIds: [1],
            storyPoints: 3,
            components: ['Export'],
            organisations: ['Acme'],
            assignee: 'user-engineer',
            comments: [{ author: 'user-pm', created: '2026-02-02T10:00:00.000Z', text: 'Again.' }],
            changes: [{ at: '2026-02-02T11:00:00.000Z', author: 'user-pm', field: 'assignee', to: { id: 'user-engineer', name: 'engineer' } }],
          }
        : issue,
    ),
    links: [{ typeName: 'Blocks', from: 'LED-1', to: 'LED-3' }],
  };
}

/** The app as its manifest has it, with a field and a function besides. */
export const wideFacts = (): AppFacts => ({
  ...appFacts(),
  customFields: [{ key: 'strength', name: 'Evidence strength', description: 'How well it is backed.', type: 'number', readOnly: true }],
  jqlFunctions: [
    {
      key: 'without-problem',
      name: 'withoutProblem',
      arguments: [{ name: 'age', required: false }],
      types: ['issue'],
      operators: ['in', 'not in'],
      function: 'jql',
    },
  ],
});

/** Where the app's field, function and rule are found. */
export const strengthId = 'customfield_10100';
export const ariOf = (moduleKey: string) => moduleAri(appFacts(), moduleKey);

const manifest = readManifest(join(__dirname, '../../../manifest.yml'));
export const appFacts = () => appFactsOf(manifest, 'environment');

export const app: JiraCaller = { kind: 'app' };
export const person = (accountId: string, via: 'app' | 'bridge' | 'browser' | 'rest' = 'rest'): JiraCaller => ({ kind: 'user', accountId, via });

export interface StandIn {
  readonly jira: Jira;
  readonly clock: Clock;
  readonly ask: (address: string, body?: unknown, caller?: JiraCaller) => Promise<JiraAnswer>;
}

/** The stand-in alone: no app behind it, every workflow rule passes. */
export function openJira(own: Partial<JiraOptions> = {}, data = wideSite()): StandIn {
  const clock = createClock({ mode: 'virtual', start: Date.parse(data.now) });
  const jira = createJira({
    clock,
    app: appFacts(),
    validateAnswers: hasDocuments,
    hooks: {
      event: () => undefined,
      validate: () => Promise.resolve({ result: true }),
      jqlFunction: () => Promise.resolve({ jql: 'issueLinkType is EMPTY' }),
    },
    ...own,
  });
  jira.load(data);
  return {
    jira,
    clock,
    ask(address, body, caller = person('user-admin')) {
      const [method = '', path = ''] = address.split(' ');
      const headers = { 'Content-Type': 'application/json' };
      return jira.handle({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body), caller });
    },
  };
}
