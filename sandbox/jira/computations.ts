import { z } from 'zod';
import { moduleAri } from './builtin';
import { checkFragment, dropUnused } from './jql/app-functions';
import { problemsIn } from './jql/matching';
import type { Precomputation } from './jql/precomputations';
import { orderedBy, page } from './page';
import { JiraRefusal, refuse } from './refusal';
import { done, ok, routes, type Ask } from './route';
import { zoned } from './zone';

const bodySchema = z.strictObject({
  values: z.array(z.strictObject({ id: z.string(), value: z.string().optional(), error: z.string().optional() })),
});

/** What the app's JQL functions stand for, to be looked at and kept up to date by the app alone. */
export const computationRoutes = routes('platform', [
  [
    'GET /rest/api/3/jql/function/computation',
    'getPrecomputations',
    'read',
    (ask) => {
      const { site, query } = ask;
      requireApp(ask);
      dropUnused(site);
      const keys = query.list('functionKey');
      const known = site.options.app.jqlFunctions.map(({ key }) => moduleAri(site.options.app, key));
      if (keys.some((key) => !known.includes(key))) throw refuse(404, 'The function was not found.');
      const found = [...site.precomputations.values()].filter(({ moduleKey }) => keys.length === 0 || keys.includes(moduleAri(site.options.app, moduleKey)));
      const ordered = orderedBy(found, query.text('orderBy'), {
        functionKey: ({ moduleKey }) => moduleKey,
        used: ({ used }) => used,
        created: ({ created }) => created,
        updated: ({ updated }) => updated,
      });
      const body = page(ask, ordered, (row) => computationBean(ask, row), { most: 1_000, usual: 100 });
      return ok(body, body.values.length);
    },
  ],
  [
    'POST /rest/api/3/jql/function/computation',
    'updatePrecomputations',
    'write',
    (ask) => {
      requireApp(ask);
      const { site, query } = ask;
      const { values } = ask.parse(bodySchema);
      dropUnused(site);
      const entries = new Map([...site.precomputations].map(([key, row]) => [row.id, { key, row }]));
      const missing = values.map(({ id }) => id).filter((id) => !entries.has(id));
      const mayMiss = query.flag('skipNotFoundPrecomputations', false);
      if (missing.length > 0 && !mayMiss) throw wrong(404, ['Some precomputations were not found.'], missing);
      for (const { id, value, error } of values) {
        const name = entries.get(id)?.row.functionName ?? '';
        if ((value === undefined) === (error === undefined)) throw wrong(400, ['A precomputation needs either a value or an error.']);
        const problems = value === undefined ? [] : problemsIn(() => checkFragment(site, name, value));
        if (problems.length > 0) throw wrong(400, problems);
      }
      for (const { id, value, error } of values) {
        const entry = entries.get(id);
        if (entry !== undefined) site.precomputations.set(entry.key, { ...entry.row, jql: value, error, updated: site.now() });
      }
      return missing.length > 0 ? ok({ notFoundPrecomputationIDs: missing }) : done();
    },
  ],
]);

const wrong = (status: number, errorMessages: readonly string[], missing: readonly string[] = []) =>
  new JiraRefusal(status, { errorMessages, notFoundPrecomputationIDs: missing });

function requireApp({ caller }: Ask): void {
  if (caller.kind !== 'app') throw wrong(403, ['Only the app that provides a function may see and change its precomputations.']);
}

function computationBean({ site }: Ask, row: Precomputation) {
  const at = (moment: number) => zoned(moment, site.timeZone);
  return {
    id: row.id,
    functionKey: moduleAri(site.options.app, row.moduleKey),
    functionName: row.functionName,
    field: row.field,
    operator: row.operator,
    arguments: row.arguments,
    created: at(row.created),
    updated: at(row.updated),
    used: at(row.used),
    ...(row.jql !== undefined && { value: row.jql }),
    ...(row.error !== undefined && { error: row.error }),
  };
}
