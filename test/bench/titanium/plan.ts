import type { SiteData, SiteIssue } from '../../../sandbox/jira/site-data';
import { severityOfPriority, type Severity } from '../../../src/domain/evidence';
import { generator } from '../../domain/score/large-scenario';

/** A component that is trouble enough for a problem of its own. */
export interface Area {
  readonly name: string;
  readonly projectKey: string;
  readonly projectId: string;
  readonly bugs: number;
}

export interface Tag {
  readonly ticket: SiteIssue;
  readonly area: Area;
  readonly severity: Severity;
  readonly customer: string;
}

export interface Solution {
  readonly item: SiteIssue;
  readonly area: Area;
}

/** Some acts are done in the panel, the others by drawing a link in plain Jira, of which the app hears by event. */
export interface Ways<Act> {
  readonly typed: readonly Act[];
  readonly drawn: readonly Act[];
}

export interface Plan {
  readonly areas: readonly Area[];
  readonly tags: Ways<Tag>;
  readonly solutions: Ways<Solution>;
  /** For afterwards, all on the biggest area that items solve. */
  readonly more: readonly Tag[];
  readonly mostSolved: Area;
}

const fewestBugs = 50;
const since = '2019-01-01';
const moreTags = 100;
const builtTypes: ReadonlySet<string> = new Set(['New Feature', 'Improvement', 'Story', 'Epic']);

/** What a team would do with this tracker on its first days; only the draw of later bugs depends on the seed. */
export function planFor({ issues, issueTypes, projects }: SiteData, seed: number): Plan {
  const typeNames = new Map(issueTypes.map(({ id, name }) => [id, name]));
  const isOf = (names: ReadonlySet<string>) => (issue: SiteIssue) => names.has(typeNames.get(issue.typeId) ?? '');
  const bugs = issues.filter(isOf(new Set(['Bug'])));
  const areas = projects
    .flatMap(({ id, key, components }) =>
      components.map((name): Area => ({ name, projectKey: key, projectId: id, bugs: bugs.filter((bug) => isIn(bug, key, name)).length })),
    )
    .filter((area) => area.bugs >= fewestBugs)
    .sort((a, b) => b.bugs - a.bugs);
  const areasOf = (issue: SiteIssue) => areas.filter(({ projectKey, name }) => isIn(issue, projectKey, name));

  const solutions = issues
    .filter(isOf(builtTypes))
    .filter(({ resolution, resolved }) => resolution === undefined && resolved === undefined)
    .flatMap((item) => areasOf(item).map((area) => ({ item, area })));
  const solvedBy = (area: Area) => solutions.filter((own) => own.area === area).length;
  const mostSolved = [...areas].sort((a, b) => solvedBy(b) - solvedBy(a))[0];
  if (mostSolved === undefined) throw new Error(`No component of this tracker has ${fewestBugs} bugs.`);

  const tags = bugs.filter(({ created }) => created >= since).flatMap((ticket) => areasOf(ticket).map((area) => tagOf(ticket, area)));
  const older = bugs.filter((bug) => bug.created < since && isIn(bug, mostSolved.projectKey, mostSolved.name));
  const more = drawn(older, moreTags, generator(seed)).map((ticket) => tagOf(ticket, mostSolved));
  return { areas, tags: taggedHow(tags, areas), solutions: solvedHow(solutions, mostSolved), more, mostSolved };
}

const panelAreas = 2;

/** The biggest areas use the panel. Who is known from there is known when a link is drawn: that is how a reporter becomes a customer. */
function taggedHow(tags: readonly Tag[], areas: readonly Area[]): Ways<Tag> {
  const big = new Set(areas.slice(0, panelAreas));
  const known = new Set(tags.filter(({ area }) => big.has(area)).map(({ customer }) => customer));
  const isTyped = ({ area, customer }: Tag) => big.has(area) || !known.has(customer);
  return { typed: tags.filter(isTyped), drawn: tags.filter((tag) => !isTyped(tag)) };
}

/** The people of the biggest project use the panel; the others draw links, as they always did. */
function solvedHow(solutions: readonly Solution[], { projectKey }: Area): Ways<Solution> {
  const isTyped = ({ area }: Solution) => area.projectKey === projectKey;
  return { typed: solutions.filter(isTyped), drawn: solutions.filter((own) => !isTyped(own)) };
}

export const allOf = <Act>({ typed, drawn }: Ways<Act>): readonly Act[] => [...typed, ...drawn];

const isIn = ({ key, components = [] }: SiteIssue, projectKey: string, component: string): boolean =>
  key.startsWith(`${projectKey}-`) && components.includes(component);

// Jira shows an issue whose priority nobody chose as Medium.
const tagOf = (ticket: SiteIssue, area: Area): Tag => ({
  ticket,
  area,
  severity: severityOfPriority(ticket.priority ?? 'Medium'),
  customer: ticket.reporterName ?? 'nobody',
});

function drawn<Value>(from: readonly Value[], count: number, random: () => number): readonly Value[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}
