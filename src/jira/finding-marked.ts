import * as z from 'zod';
import type { ProjectFacts } from '../actions/ports';
import type { IssueId } from '../domain/ids';
import { markerOf, statementProperty, taskProperty } from './issue-shape';
import { changedWithin, equals, every, writtenByMe } from './jql';
import { ask, route } from './request';
import { issueIdShape } from './shapes';

const foundShape = z.looseObject({
  issues: z.array(z.looseObject({ id: issueIdShape, key: z.string(), properties: z.record(z.string(), z.unknown()).optional() })),
  nextPageToken: z.string().nullish(),
});
type Found = z.output<typeof foundShape>['issues'];

const most = { atOnce: 100, slices: 10 };
const asked = { fields: ['created'], properties: [statementProperty, taskProperty] };

/**
 * Finds what a person made under a marker. Search lags behind, and under load by minutes: issues that it does not know yet are
 * read strictly, by the keys that come after the last one it knows.
 */
export async function findMarked(project: Pick<ProjectFacts, 'id' | 'key'>, marker: string, minutesBack: number): Promise<IssueId | undefined> {
  const marked = (issues: Found): IssueId | undefined => issues.find((issue) => markerOf(issue) === marker)?.id;
  const searched = marked(await writtenSince(minutesBack));
  if (searched) return searched;
  const known = await lastKnown(project);
  for (let slice = 0; slice < most.slices; slice += 1) {
    const newer = await byKeys(project.key, known + slice * most.atOnce);
    const found = marked(newer);
    if (found || newer.length === 0) return found;
  }
  return undefined;
}

async function writtenSince(minutesBack: number): Promise<Found> {
  const jql = every([writtenByMe, changedWithin('created', minutesBack + 1)], 'created DESC');
  const issues: Found = [];
  let after: string | null | undefined;
  for (let page = 0; page < most.slices; page += 1) {
    const body = { ...asked, jql, maxResults: most.atOnce, ...(after != null && { nextPageToken: after }) };
    const answer = await ask('user', route`/rest/api/3/search/jql`, body, foundShape);
    issues.push(...answer.issues);
    after = answer.nextPageToken;
    if (!after) break;
  }
  return issues;
}

/** The number in the newest key of a project that search knows; 0: it knows none. */
async function lastKnown({ id }: Pick<ProjectFacts, 'id'>): Promise<number> {
  const { issues } = await ask('user', route`/rest/api/3/search/jql`, { ...asked, jql: every([equals('project', id)], 'key DESC'), maxResults: 1 }, foundShape);
  return Number(issues[0]?.key.split('-').at(-1) ?? 0);
}

async function byKeys(prefix: string, after: number): Promise<Found> {
  const issueIdsOrKeys = Array.from({ length: most.atOnce }, (_, at) => `${prefix}-${String(after + at + 1)}`);
  return (await ask('user', route`/rest/api/3/issue/bulkfetch`, { ...asked, issueIdsOrKeys }, foundShape)).issues;
}
