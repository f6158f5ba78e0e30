import * as z from 'zod';
import { notFound, Refusal } from '../actions/outcome';
import type { RankedIssue, RankPort } from '../actions/rank-port';
import type { IssueId } from '../domain/ids';
import { ask, request, route } from './request';
import { issueIdShape } from './shapes';

const fieldsShape = z.array(z.looseObject({ id: z.string(), schema: z.looseObject({ custom: z.string().optional() }).optional() }));
const endShape = z.looseObject({
  id: issueIdShape,
  fields: z.looseObject({ status: z.looseObject({ statusCategory: z.looseObject({ key: z.string() }).optional() }).optional() }).optional(),
});
const linkShape = z.looseObject({ type: z.looseObject({ name: z.string() }), inwardIssue: endShape.optional(), outwardIssue: endShape.optional() });
const issuesShape = z.looseObject({
  issues: z.array(z.looseObject({ id: issueIdShape, key: z.string(), fields: z.looseObject({ issuelinks: z.array(linkShape).nullish() }) })),
});
const entriesShape = z.looseObject({ entries: z.array(z.looseObject({ issueId: z.number(), status: z.number() })) });
const sprintsShape = z.array(z.looseObject({ state: z.string() }));

const perRead = 100;
// The link type that Jira ships under this name; a site that renamed it has no other mark for it.
const blocks = 'Blocks';

/** Jira's own order: one field of the whole site, read strictly and written as the person. */
export function jiraRank(): RankPort {
  let known: Promise<{ readonly rank: string; readonly sprint: string | undefined }> | undefined;
  const fields = () => (known ??= readFields());

  return {
    async read(ids) {
      const { rank, sprint } = await fields();
      const pages = Array.from({ length: Math.ceil(ids.length / perRead) }, (_, at) => ids.slice(at * perRead, (at + 1) * perRead));
      const names = [rank, 'issuelinks', ...(sprint === undefined ? [] : [sprint])];
      const answers = await Promise.all(
        pages.map((issueIdsOrKeys) => ask('user', route`/rest/api/3/issue/bulkfetch`, { issueIdsOrKeys, fields: names }, issuesShape)),
      );
      return new Map(
        answers.flatMap(({ issues }) =>
          issues.map(({ id, key, fields: own }): [IssueId, RankedIssue] => [
            id,
            {
              key,
              rank: typeof own[rank] === 'string' ? own[rank] : '',
              isInSprint: sprint !== undefined && isActive(own[sprint]),
              blockers: openEnds(own.issuelinks, 'inwardIssue'),
              blocks: openEnds(own.issuelinks, 'outwardIssue'),
            },
          ]),
        ),
      );
    },

    async place({ issues, side, anchor }) {
      const beside = side === 'after' ? { rankAfterIssue: anchor } : { rankBeforeIssue: anchor };
      // Somebody may rank between two tries: whoever drives this reads back before it is tried again.
      const response = await request({
        as: 'user',
        method: 'PUT',
        path: route`/rest/agile/1.0/issue/rank`,
        body: { issues, ...beside },
        isRepeatable: false,
        expects: [400, 403],
        budget: { inMs: 0, tries: 1 },
      });
      if (response.status === 400) throw notFound();
      if (response.status === 403) return { refused: issues.map((id) => ({ id, why: 'forbidden' as const })) };
      if (response.status !== 207) return { refused: [] };
      const { entries } = await response.parse(entriesShape);
      const refused = new Map(entries.filter(({ status }) => status >= 300).map(({ issueId, status }) => [String(issueId), status]));
      return {
        refused: issues.flatMap((id) => {
          const status = refused.get(id);
          return status === undefined ? [] : [{ id, why: status === 429 || status >= 500 ? ('busy' as const) : ('forbidden' as const) }];
        }),
      };
    },
  };
}

/** A finished issue blocks nothing, and waits for nothing. */
function openEnds(links: readonly z.output<typeof linkShape>[] | null | undefined, side: 'inwardIssue' | 'outwardIssue'): readonly IssueId[] {
  return (links ?? []).flatMap(({ type, [side]: end }) => (type.name === blocks && end && end.fields?.status?.statusCategory?.key !== 'done' ? [end.id] : []));
}

async function readFields() {
  const response = await request({ as: 'user', method: 'GET', path: route`/rest/api/3/field`, isRepeatable: true });
  const found = await response.parse(fieldsShape);
  const named = (type: string) => found.find(({ schema }) => schema?.custom === `com.pyxis.greenhopper.jira:${type}`)?.id;
  const rank = named('gh-lexo-rank');
  if (rank === undefined) throw new Refusal('conflict', 'This site has no field “Rank”: Jira Software is not there.');
  return { rank, sprint: named('gh-sprint') };
}

function isActive(sprints: unknown): boolean {
  const parsed = sprintsShape.safeParse(sprints);
  return parsed.success && parsed.data.some(({ state }) => state.toLowerCase() === 'active');
}
