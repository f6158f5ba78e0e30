import * as z from 'zod/mini';
import { mostSteps } from '../../../src/contract/work';
import { readJira } from '../../api';
import { readExtension } from '../../forge';
import { typedKeys } from './typed-keys';
import { missingOf } from './words';

export interface SelectedIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

export interface Selection {
  readonly issues: readonly SelectedIssue[];
  /** The person picked just these; otherwise they are only what is there to pick from. */
  readonly isPicked: boolean;
  /** There are more than one act takes. */
  readonly isCut: boolean;
  /** Opened where no tickets are, such as from the command palette: the person says which. */
  readonly isAsked: boolean;
  /** Keys that were asked for and not found. */
  readonly missing?: readonly string[];
  /** Words among typed keys that are none. */
  readonly unclear?: readonly string[];
}

/** What the search page and the backlog say of where the person is. */
const placeShape = z.object({
  issueKeys: z.optional(z.nullable(z.array(z.string()))),
  jql: z.optional(z.nullable(z.string())),
  project: z.optional(z.object({ id: z.string() })),
});
const issueShape = z.object({ id: z.string(), key: z.string(), fields: z.object({ summary: z.string() }) });
const pageShape = z.object({ issues: z.array(issueShape), nextPageToken: z.optional(z.nullable(z.string())), isLast: z.optional(z.boolean()) });

const perCall = 100;

/** The issues that were selected, or those of the place where nothing can be selected: read as the person. */
export async function readSelection(): Promise<Selection> {
  const { issueKeys, jql, project } = placeShape.parse(await readExtension());
  if (issueKeys && issueKeys.length > 0) return byKeys(issueKeys);
  const asked = jql ?? (project && `project = ${project.id} AND statusCategory != Done ORDER BY Rank ASC`);
  if (asked === undefined || asked.trim() === '') return { issues: [], isPicked: false, isCut: false, isAsked: jql == null && !project };
  return { ...(await search(asked)), isPicked: false, isAsked: false };
}

/** What a person typed: keys, or a query in Jira's own language. */
export async function readTyped(text: string): Promise<Selection> {
  const typed = typedKeys(text);
  if (typed) return { ...(await byKeys(typed.keys)), unclear: typed.unclear };
  return { ...(await search(text)), isPicked: false, isAsked: false };
}

async function byKeys(keys: readonly string[]): Promise<Selection> {
  const asked = keys.slice(0, mostSteps);
  const issues = await readIssues(asked);
  return { issues, isPicked: true, isCut: keys.length > mostSteps, isAsked: false, missing: missingOf(asked, issues) };
}

/** By id or key; what this person may not see is left out. In the order that was asked. */
export async function readIssues(idsOrKeys: readonly string[]): Promise<readonly SelectedIssue[]> {
  const found: SelectedIssue[] = [];
  for (let start = 0; start < idsOrKeys.length; start += perCall) {
    const body = { issueIdsOrKeys: idsOrKeys.slice(start, start + perCall), fields: ['summary'] };
    const { issues } = z.object({ issues: z.array(issueShape) }).parse(await readJira('/rest/api/3/issue/bulkfetch', { method: 'POST', body }));
    found.push(...issues.map(selected));
  }
  const place = new Map(idsOrKeys.map((idOrKey, at) => [idOrKey, at]));
  const placeOf = ({ id, key }: SelectedIssue): number => place.get(id) ?? place.get(key) ?? place.size;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

async function search(jql: string): Promise<{ readonly issues: readonly SelectedIssue[]; readonly isCut: boolean }> {
  const found: SelectedIssue[] = [];
  let next: string | undefined;
  do {
    const body = { jql, fields: ['summary'], maxResults: perCall, ...(next !== undefined && { nextPageToken: next }) };
    const page = pageShape.parse(await readJira('/rest/api/3/search/jql', { method: 'POST', body }));
    found.push(...page.issues.map(selected));
    next = page.isLast === true ? undefined : page.nextPageToken || undefined;
  } while (next !== undefined && found.length < mostSteps);
  return { issues: found.slice(0, mostSteps), isCut: next !== undefined || found.length > mostSteps };
}

const selected = ({ id, key, fields }: z.output<typeof issueShape>): SelectedIssue => ({ id, key, summary: fields.summary });
