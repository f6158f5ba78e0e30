import type { ClockPort, Ports } from '../actions/ports';
import { ownEffort } from '../actions/project-settings';
import { jiraIssues } from '../jira/issues';
import { jiraJqlFunctions } from '../jira/jql-functions';
import { jiraLinks } from '../jira/links';
import { jiraPermissions } from '../jira/permissions';
import { jiraProjects } from '../jira/projects';
import { jiraRank } from '../jira/rank';
import { jiraScoreField } from '../jira/score-field';
import { jiraScreens } from '../jira/screens';
import { jiraSite } from '../jira/site';
import { jiraWorkflows } from '../jira/workflows';
import { createStore, type Store } from '../store';
import { consoleLog } from './log';

const now = (): number => Math.floor(Date.now() / 1000);
const clock: ClockPort = { now };

/** For the gate, which needs no field of the site's own: so that storage that is down stops no epic. */
export const createGatePorts = (): Ports & Store => ({
  ...createPorts(),
  issues: jiraIssues(() => Promise.resolve({ effort: undefined, effortOf: {}, organisations: undefined }), now),
});

/** Everything an action may need, made anew for each run: a warm function serves other people and other sites next. */
export function createPorts(cloudId?: string): Ports & Store {
  const store = createStore({ clock });
  const fields = once(async () => {
    const { effort, organisationsFieldId, projects } = await store.settings.read();
    const own = Object.entries(projects).flatMap(([id, project]) => {
      const named = ownEffort(project);
      return named ? [[id, named.fieldId] as const] : [];
    });
    return { effort: effort?.fieldId, effortOf: Object.fromEntries(own), organisations: organisationsFieldId };
  });
  return {
    ...store,
    issues: jiraIssues(fields, now),
    links: jiraLinks,
    permissions: jiraPermissions,
    rank: jiraRank(),
    projects: jiraProjects,
    site: jiraSite,
    workflows: jiraWorkflows,
    screens: jiraScreens,
    jqlFunctions: jiraJqlFunctions,
    scoreField: jiraScoreField,
    clock,
    log: consoleLog,
    cloudId,
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
