import { z } from 'zod';
import type { Issue } from './issue';
import { deleteIssueProperty, setIssueProperty } from './properties';
import { checkProperty } from './property-rules';
import { refuse } from './refusal';
import { eyesOf } from './rights';
import { routes, type Ask, type Reply } from './route';
import { submitTask, taskUrl } from './tasks';
import { signedIn } from './viewer';

const most = { issues: 10_000, properties: 10, issuesEach: 100 };

const listSchema = z.object({ entitiesIds: z.array(z.number().int()).min(1), properties: z.record(z.string(), z.unknown()) });
const eachSchema = z.object({ issues: z.array(z.object({ issueID: z.number().int(), properties: z.record(z.string(), z.unknown()) })).min(1) });
const filterSchema = z.object({ entityIds: z.array(z.number().int()).optional(), currentValue: z.unknown().optional(), hasProperty: z.boolean().optional() });
const oneSchema = z.object({ value: z.unknown(), expression: z.string().optional(), filter: filterSchema.optional() });

/** Writes of properties to many issues: all answer with a task that says how it went. */
export const bulkPropertyRoutes = routes('platform', [
  [
    'POST /rest/api/3/issue/properties',
    'bulkSetIssuesPropertiesList',
    'write',
    (ask) => {
      const { entitiesIds, properties } = ask.parse(listSchema);
      if (entitiesIds.length > most.issues) throw refuse(400, `The number of issues must not exceed ${String(most.issues)}.`);
      checkAll(properties);
      return writtenTogether(ask, entitiesIds, (issue) => {
        for (const [key, value] of Object.entries(properties)) setIssueProperty(ask, issue.id, key, value);
      });
    },
  ],
  [
    'POST /rest/api/3/issue/properties/multi',
    'bulkSetIssuePropertiesByIssue',
    'write',
    (ask) => {
      signedIn(ask.viewer);
      const { issues } = ask.parse(eachSchema);
      if (issues.length > most.issuesEach) throw refuse(400, `The number of issues must not exceed ${String(most.issuesEach)}.`);
      for (const { properties } of issues) checkAll(properties);
      const mayEdit = eyesOf(ask.site, ask.viewer, 'EDIT_ISSUES');
      // Not a transaction: what cannot be written is left out.
      let writtenIssues = 0;
      for (const { issueID, properties } of issues) {
        const issue = ask.site.issues.get(issueID);
        if (issue === undefined || !mayEdit(issue)) continue;
        for (const [key, value] of Object.entries(properties)) setIssueProperty(ask, issueID, key, value);
        writtenIssues += 1;
      }
      return seeTask(ask, 'Set issue properties', undefined, writtenIssues);
    },
  ],
  [
    'PUT /rest/api/3/issue/properties/{propertyKey}',
    'bulkSetIssueProperty',
    'write',
    (ask) => {
      const key = ask.param('propertyKey');
      const { value, expression, filter = {} } = ask.parse(oneSchema);
      if (expression !== undefined) throw refuse(501, 'The local stand-in sets constant values only, no Jira expression.');
      checkProperty(key, value);
      const matches = (issue: Issue) =>
        (filter.hasProperty === undefined || key in issue.properties === filter.hasProperty) && hasValue(issue, key, filter.currentValue);
      return writtenTogether(ask, filter.entityIds, (issue) => setIssueProperty(ask, issue.id, key, value), matches);
    },
  ],
  [
    'DELETE /rest/api/3/issue/properties/{propertyKey}',
    'bulkDeleteIssueProperty',
    'write',
    (ask) => {
      const key = ask.param('propertyKey');
      const { entityIds, currentValue } = ask.parse(filterSchema);
      return writtenTogether(
        ask,
        entityIds,
        (issue) => deleteIssueProperty(ask, issue.id, key),
        (issue) => hasValue(issue, key, currentValue),
      );
    },
  ],
]);

const hasValue = (issue: Issue, key: string, value: unknown): boolean => value === undefined || JSON.stringify(issue.properties[key]) === JSON.stringify(value);

function checkAll(properties: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(properties);
  if (entries.length > most.properties) throw refuse(400, `The number of properties must not exceed ${String(most.properties)}.`);
  for (const [key, value] of entries) checkProperty(key, value);
}

/** All or none: one issue that may not be edited fails the task, and nothing is written. */
function writtenTogether(ask: Ask, ids: readonly number[] | undefined, write: (issue: Issue) => void, matches: (issue: Issue) => boolean = () => true): Reply {
  signedIn(ask.viewer);
  const mayEdit = eyesOf(ask.site, ask.viewer, 'EDIT_ISSUES');
  const asked = ids === undefined ? [...ask.site.issues.all()].filter(mayEdit) : ids.map((id) => ask.site.issues.get(id));
  if (ids !== undefined && ids.length > most.issues) throw refuse(400, `The number of issues must not exceed ${String(most.issues)}.`);
  const issues = asked.filter((issue): issue is Issue => issue !== undefined && mayEdit(issue));
  const failure = issues.length < asked.length ? 'Some issues do not exist or cannot be edited. No property was changed.' : undefined;
  const chosen = issues.filter(matches);
  if (failure === undefined) chosen.forEach(write);
  return seeTask(ask, 'Change issue properties', failure, failure === undefined ? chosen.length : 0);
}

function seeTask(ask: Ask, description: string, failure: string | undefined, objects: number): Reply {
  const task = submitTask(ask, description, { failure, result: undefined });
  return { status: 303, headers: { location: taskUrl(ask, task) }, objects: Math.max(1, objects) };
}
