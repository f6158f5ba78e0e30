import * as z from 'zod';
import { Refusal } from '../actions/outcome';
import type { As, IssueDetail, IssueFacts, IssueQuery, IssuesPort } from '../actions/ports';
import { documentOfText } from './document-text';
import { findMarked } from './finding-marked';
import { changedWithin, equals, every, hasIdOf, inFilter, isOneOf, type Jql } from './jql';
import { factsOf, fieldsFor, issueShape, statementProperty, taskProperty, type FieldIds } from './issue-shape';
import { ask, request, route } from './request';
import { issueIdShape } from './shapes';
import { writeNumbers } from './numbers';

const foundShape = z.looseObject({ issues: z.array(issueShape) });
const pageShape = z.looseObject({ issues: z.array(issueShape), nextPageToken: z.string().nullish(), isLast: z.boolean().nullish() });
const idsShape = z.looseObject({ issues: z.array(z.looseObject({ id: issueIdShape })) });
const countShape = z.looseObject({ count: z.number() });
const createdShape = z.looseObject({ id: issueIdShape });
const issueKey = /^[A-Z][A-Z0-9_]{1,20}-[1-9]\d{0,9}$/i;

/** Jira's issues. `fields` tells the site's own field ids, read once per run. */
export function jiraIssues(fields: () => Promise<FieldIds>, now: () => number): IssuesPort {
  async function fetch(as: As, idsOrKeys: readonly string[], detail: IssueDetail): Promise<readonly IssueFacts[]> {
    const own = await fields();
    const body = { issueIdsOrKeys: idsOrKeys, fields: fieldsFor(detail, own), properties: [statementProperty] };
    const { issues } = await ask(as, route`/rest/api/3/issue/bulkfetch`, body, foundShape);
    return issues.map((issue) => factsOf(issue, own));
  }

  async function search(as: As, query: { readonly jql: string; readonly detail: IssueDetail; readonly after: string | undefined; readonly size: number }) {
    const own = await fields();
    const body = {
      jql: query.jql,
      fields: fieldsFor(query.detail, own),
      properties: [statementProperty],
      maxResults: query.size,
      ...(query.after !== undefined && { nextPageToken: query.after }),
    };
    const { issues, nextPageToken, isLast } = await ask(as, route`/rest/api/3/search/jql`, body, pageShape);
    return { issues, own, next: isLast === true ? undefined : nextPageToken || undefined };
  }

  return {
    async read(as, ids, detail) {
      if (ids.length === 0) return [];
      if (ids.length > 100) throw new Error('Jira answers at most 100 issues a call');
      return fetch(as, [...new Set(ids)], detail);
    },

    async byKey(as, key) {
      if (!issueKey.test(key)) return undefined;
      const [found] = await fetch(as, [key], 'full');
      return found;
    },

    async page(as, query, after) {
      const { issues, own, next } = await search(as, { jql: every(clausesOf(query, now())), detail: 'light', after, size: 100 });
      return { issues: issues.map((issue) => factsOf(issue, own)), next };
    },

    async count(as, query) {
      const { count } = await ask(
        as,
        route`/rest/api/3/search/approximate-count`,
        {
          jql: clausesOf(query, now())
            .map(({ text }) => text)
            .join(' AND '),
        },
        countShape,
      );
      return count;
    },

    async foundBy(as, filterId, ids) {
      if (ids.length > 50) throw new Error('Jira reconciles at most 50 issues a call');
      if (ids.length === 0) return new Set();
      const body = {
        jql: every([inFilter(filterId), hasIdOf(ids)]),
        fields: ['id'],
        maxResults: 50,
        // As they are now: the search itself may be behind.
        reconcileIssues: ids.map(Number),
      };
      const response = await request({ as, method: 'POST', path: route`/rest/api/3/search/jql`, body, isRepeatable: true, expects: [400] });
      // Also where one of the issues was deleted: whoever asks finds out which.
      if (response.status === 400) return undefined;
      return new Set((await response.parse(idsShape)).issues.map(({ id }) => id));
    },

    async createStatement({ projectId, typeId, sentence, stakeholder, job, marker }) {
      const body = {
        fields: { project: { id: projectId }, issuetype: { id: typeId }, summary: sentence },
        // In the same request: an issue without its marker could never be told from somebody else's.
        properties: [{ key: statementProperty, value: { stakeholder, job, marker } }],
      };
      const response = await request({ as: 'user', method: 'POST', path: route`/rest/api/3/issue`, body, isRepeatable: false, expects: [400] });
      if (response.status === 400)
        throw new Refusal('invalid', 'Jira does not take this statement: the project may ask for more fields, or not have the work type.');
      return (await response.parse(createdShape)).id;
    },

    async createTask({ projectId, typeId, summary, paragraphs, marker }) {
      const body = {
        fields: { project: { id: projectId }, issuetype: { id: typeId }, summary, description: documentOfText(paragraphs) },
        properties: [{ key: taskProperty, value: { marker } }],
      };
      const response = await request({ as: 'user', method: 'POST', path: route`/rest/api/3/issue`, body, isRepeatable: false, expects: [400] });
      if (response.status === 400) throw new Refusal('invalid', 'Jira does not take this task: the project may ask for more fields.');
      return (await response.parse(createdShape)).id;
    },

    async remove(id) {
      const response = await request({ as: 'user', method: 'DELETE', path: route`/rest/api/3/issue/${id}`, isRepeatable: true, expects: [400, 403, 404] });
      if (response.status === 404) return 'missing';
      return response.status >= 400 ? 'refused' : 'removed';
    },

    findByMarker: (project, marker, since) => findMarked(project, marker, (now() - since) / 60),

    writeNumbers,
  };
}

const clausesOf = ({ projectId, typeIds, updatedSince, linkedBy }: IssueQuery, now: number): Jql[] => [
  equals('project', projectId),
  isOneOf('issuetype', typeIds),
  ...(updatedSince === undefined ? [] : [changedWithin('updated', (now - updatedSince) / 60 + 1)]),
  ...(linkedBy === undefined ? [] : [isOneOf('issueLinkType', linkedBy)]),
];
