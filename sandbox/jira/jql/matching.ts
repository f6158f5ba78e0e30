import { z } from 'zod';
import type { Issue } from '../issue';
import { JiraRefusal, refuse } from '../refusal';
import { eyesOf } from '../rights';
import type { Site } from '../site';
import type { Viewer } from '../viewer';
import { askApp } from './app-functions';
import type { Asker } from './column';
import { columnNamed } from './columns';
import { compile, type Test } from './compile';
import { sorterOf } from './order';
import { readJql } from './read';

interface Understood {
  /** Whether it asks for anything; Jira searches for nothing less. */
  readonly isBounded: boolean;
  readonly test: Test;
  readonly sort: (issues: readonly Issue[]) => readonly Issue[];
}

const askerOf = (site: Site, viewer: Viewer): Asker => ({ site, viewer, zone: viewer.kind === 'nobody' ? site.timeZone : viewer.person.timeZone });

/** To be awaited before a query is searched by: functions of the app are asked for what they stand for. */
export function prepare(site: Site, viewer: Viewer, jql: string): Promise<void> {
  const asker = askerOf(site, viewer);
  return askApp(asker, jql, (name) => columnNamed(asker, name));
}

/** A query in the eyes of who asks; refuses what Jira would. */
function understand(site: Site, viewer: Viewer, jql: string): Understood {
  const { where, orderBy } = readJql(jql);
  const asker = askerOf(site, viewer);
  return { isBounded: where !== undefined, test: where === undefined ? () => true : compile(where, asker), sort: sorterOf(orderBy, asker) };
}

interface Wanted {
  readonly mustBeBounded?: boolean;
  /** Ids that are looked at as they are now. */
  readonly reconciled?: ReadonlySet<number>;
  /** Ids that alone are asked about. */
  readonly among?: ReadonlySet<number>;
}

/** What a person finds with a query, in its order: as the index has it, but for issues that are to be reconciled. */
export function issuesMatching(site: Site, viewer: Viewer, jql: string, { mustBeBounded = false, reconciled, among }: Wanted = {}): readonly Issue[] {
  const { isBounded, test, sort } = understand(site, viewer, jql);
  if (mustBeBounded && !isBounded) throw refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  const see = eyesOf(site, viewer);
  const found: Issue[] = [];
  for (const current of among === undefined ? site.issues.all() : [...among].flatMap((id) => site.issues.get(id) ?? [])) {
    const issue = reconciled?.has(current.id) === true ? current : site.issues.index.see(current.id, current);
    if (issue !== undefined && see(current) && test(issue)) found.push(issue);
  }
  return sort(found);
}

const saidSchema = z.object({ errorMessages: z.array(z.string()) });

/** What Jira would object to in a query; none: it can be asked. */
export const problemsOf = (site: Site, viewer: Viewer, jql: string): readonly string[] => problemsIn(() => understand(site, viewer, jql));

/** The same for one that is searched by: the app is asked, too. */
export async function problemsWhenAsked(site: Site, viewer: Viewer, jql: string): Promise<readonly string[]> {
  const asked = prepare(site, viewer, jql);
  const problems = await asked.then(() => [], saidIn);
  return problems.length > 0 ? problems : problemsOf(site, viewer, jql);
}

export function problemsIn(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return saidIn(error);
  }
}

function saidIn(error: unknown): readonly string[] {
  const said = error instanceof JiraRefusal ? saidSchema.safeParse(error.body) : undefined;
  if (said?.success !== true) throw error;
  return [...new Set(said.data.errorMessages)];
}
