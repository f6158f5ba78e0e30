import { z } from 'zod';
import { issueUpdated } from './events';
import type { Change, ChangeItem, Issue } from './issue';
import { refuse } from './refusal';
import { sees } from './rights';
import { done, routes, type Ask } from './route';
import type { CustomField } from './site';
import { accountOf } from './viewer';

const idsSchema = z.array(z.number().int()).min(1);
const oneSchema = z.strictObject({ updates: z.array(z.strictObject({ issueIds: idsSchema, value: z.unknown() })) });
const manySchema = z.strictObject({ updates: z.array(z.strictObject({ customField: z.string(), issueIds: idsSchema, value: z.unknown() })) });

/** Values of the app's own fields: the app alone writes them, past screens and people's rights. */
export const appFieldRoutes = routes('platform', [
  [
    'PUT /rest/api/3/app/field/{fieldIdOrKey}/value',
    'updateCustomFieldValue',
    'write',
    (ask) => {
      requireApp(ask);
      const { updates } = ask.parse(oneSchema);
      return write(
        ask,
        updates.map((update) => ({ ...update, field: fieldFor(ask, ask.param('fieldIdOrKey')) })),
      );
    },
  ],
  [
    'POST /rest/api/3/app/field/value',
    'updateMultipleCustomFieldValues',
    'write',
    (ask) => {
      requireApp(ask);
      const { updates } = ask.parse(manySchema);
      return write(
        ask,
        updates.map(({ customField, ...update }) => ({ ...update, field: fieldFor(ask, customField) })),
      );
    },
  ],
]);

const notOwner = () => refuse(403, 'Only the app that owns the custom field can update its values.');

function requireApp({ caller }: Ask): void {
  if (caller.kind !== 'app') throw notOwner();
}

function fieldFor({ site }: Ask, idOrKey: string): CustomField {
  const field = [...site.customFields.values()].find(({ id, key }) => id === idOrKey || key === idOrKey);
  if (field === undefined) throw refuse(404, `The custom field '${idOrKey}' was not found.`);
  if (field.moduleKey === undefined) throw notOwner();
  return field;
}

interface Update {
  readonly field: CustomField;
  readonly issueIds: readonly number[];
  readonly value?: unknown;
}

const valueSchema = z.number().nullable();

/** All or none: what is wrong is found before anything is written. */
function write(ask: Ask, updates: readonly Update[]) {
  const { site, viewer } = ask;
  const seen = new Set<string>();
  const planned = updates.flatMap(({ field, issueIds, value }) => {
    const parsed = valueSchema.safeParse(value);
    if (!parsed.success) throw refuse(400, `The value of the field '${field.id}' must be a number.`);
    return issueIds.map((id) => {
      const issue = site.issues.get(id);
      if (issue === undefined || !sees(site, viewer, issue)) throw refuse(400, `The issue with id ${String(id)} does not exist.`);
      const place = `${field.id} ${String(id)}`;
      if (seen.has(place)) throw refuse(400, `The field '${field.id}' of issue ${String(id)} is given twice.`);
      seen.add(place);
      return { id, field, value: parsed.data };
    });
  });
  for (const { id, field, value } of planned) {
    const issue = site.issues.get(id);
    if (issue !== undefined) writeOne(ask, issue, field, value);
  }
  return done(planned.length);
}

const textOf = (value: unknown): string | null => (typeof value === 'number' ? String(value) : null);

/** Unlike a property, a value moves `updated` and is told to apps, unless the writer says otherwise. */
function writeOne(ask: Ask, issue: Issue, { id, name }: CustomField, value: number | null): void {
  const { site, query } = ask;
  const { [id]: before = null, ...others } = issue.values;
  if (before === value) return;
  const item: ChangeItem = { field: name, fieldId: id, from: null, fromString: textOf(before), to: null, toString: textOf(value) };
  const change: Change = { id: site.nextId('change'), at: site.now(), author: accountOf(ask.viewer), items: [item] };
  const isKept = query.flag('generateChangelog', true);
  const history = isKept ? [...issue.history, change] : issue.history;
  const written = { ...issue, values: value === null ? others : { ...others, [id]: value }, updated: site.now(), history };
  site.issues.replace(written);
  if (query.flag('generateAppEvents', true)) issueUpdated(ask, written, isKept ? change : { ...change, items: [] });
}
