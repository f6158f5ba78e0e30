import * as z from 'zod';
import type { ScoreFieldPort } from '../actions/ports';
import { find, getAppContext, request, route } from './request';

/** The field's module in the manifest, and its name there, which no admin can change. */
const fieldModule = 'evidence-score';
const fieldName = 'Evidence score';

const fieldsShape = z.looseObject({ values: z.array(z.looseObject({ id: z.string(), schema: z.looseObject({ custom: z.string().optional() }).optional() })) });

type Row = Parameters<ScoreFieldPort['write']>[1][number];

export const jiraScoreField: ScoreFieldPort = {
  async id() {
    const query = new URLSearchParams({ type: 'custom', query: fieldName });
    const found = await find('app', route`/rest/api/3/field/search?${query}`, fieldsShape);
    // Another app's field may have the name; the type says whose it is.
    const own = `ari:cloud:ecosystem::extension/${getAppContext().appAri.appId}/`;
    return found?.values.find(({ schema }) => schema?.custom?.startsWith(own) === true && schema.custom.endsWith(`/static/${fieldModule}`))?.id;
  },

  async write(fieldId, rows) {
    if (rows.length > 100) throw new Error('The values of at most 100 issues are written in one call');
    return rows.length === 0 ? 'written' : writeAll(fieldId, rows);
  },
};

/** All or none: where one of the issues is gone, the halves are written by themselves until it stands alone. */
async function writeAll(fieldId: string, rows: readonly Row[]): Promise<'written' | 'no-field'> {
  const body = { updates: [...byScore(rows)].map(([value, ids]) => ({ customField: fieldId, issueIds: ids.map(Number), value })) };
  const response = await request({
    as: 'app',
    method: 'POST',
    path: route`/rest/api/3/app/field/value?generateChangelog=false`,
    body,
    isRepeatable: true,
    expects: [400, 403, 404],
  });
  if (response.status < 400) return 'written';
  if (response.status !== 400) return 'no-field';
  if (rows.length === 1) return 'written';
  const middle = Math.ceil(rows.length / 2);
  const first = await writeAll(fieldId, rows.slice(0, middle));
  return first === 'no-field' ? first : writeAll(fieldId, rows.slice(middle));
}

function byScore(rows: readonly Row[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { id, score } of rows) found.set(score, [...(found.get(score) ?? []), id]);
  return found;
}
