import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadTracker } from '../../sandbox/data/tracker';
import type { SiteData } from '../../sandbox/jira/site-data';
import type { SetupChoices } from '../../src/contract/setup';
import { projectId, type StatementId } from '../../src/domain/ids';
import { admin, pm, settled, setUp, solveInJira, solveInPanel, tagInJira, tagInPanel, writeProblem } from './titanium/acts';
import { derivedOn, rewrittenBetween, rewrittenLine } from './titanium/derived';
import { placesIn, topOf } from './titanium/list';
import { allOf, planFor, type Area, type Plan, type Ways } from './titanium/plan';
import { actTable, stageTable } from './titanium/print';
import { openSite, type BenchSite } from './titanium/site';
import { createStages } from './titanium/stages';

// A real tracker, the built app in it, and a team that states problems and tags bugs: what it costs and what it says.

const shownPlaces = 20;
const tracker = join(process.env['GROUNDWORK_SHARED'] ?? join(__dirname, '../../../shared'), 'data/jira-titanium/issues.ndjson.gz');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, site: { type: 'string' } } });
  const seed = z.coerce.number().int().default(1).parse(values.seed);
  const { data } = await loadTracker(values.site ?? tracker, { seed });
  const plan = planFor(data, seed);
  console.log(inputLines(data, plan, seed).join('\n'));
  const site = openSite(data);
  const stages = createStages(site);
  try {
    await perform(site, stages, data, plan);
  } finally {
    // Also where an act failed: what was spent until then often says why.
    console.log(`\n${stageTable(stages.stages)}\n\n${actTable(site.meter.byKind())}`);
    for (const [what, times] of site.meter.failures()) console.log(`  failed ${times} times: ${what}`);
  }
}

async function perform(site: BenchSite, { run }: ReturnType<typeof createStages>, data: SiteData, plan: Plan): Promise<void> {
  const { mostSolved, solutions, tags, more } = plan;
  const choices = choicesFor(data, plan);
  const problems = new Map<Area, StatementId>();
  const problemOf = (area: Area): StatementId => known(problems.get(area), `problem of ${area.name}`);

  await run('set up', () => setUp(site, choices));
  await run('first reading of all projects', () => settled(site));
  await run('write a problem for each component', async () => {
    for (const area of plan.areas) problems.set(area, await writeProblem(site, area));
    return plan.areas.length;
  });
  await run('say what items solve (linkProblem)', () => solveInPanel(site, solutions.typed, problemOf));
  await run('say what items solve (drawn in Jira)', () => solveInJira(site, solutions.drawn, problemOf));
  await run('tag bugs (tagEvidence)', () => tagInPanel(site, tags.typed, problemOf));
  await run('tag bugs (drawn in Jira)', () => tagInJira(site, tags.drawn, problemOf));
  await run('refresh and publish what is left', () => settled(site));

  console.log(`\n${evidenceOn(site)} records of evidence for ${allOf(tags).length} tags.`);

  const before = derivedOn(site);
  await run(`tag ${more.length} more on ${mostSolved.name}`, () => tagInPanel(site, more, problemOf));
  await run('refresh and publish them', () => settled(site));
  const rewritten = rewrittenBetween(before, derivedOn(site));
  console.log(`\n${more.length} more tags on ${mostSolved.name} (${allOf(solutions).filter(({ area }) => area === mostSolved).length} open items solve it):`);
  console.log(rewrittenLine(rewritten));

  const home = known(projectId(mostSolved.projectId), 'project');
  const openRanking = () => site.act('openRanking', { projectId: home }, pm);
  const view = await openRanking();
  console.log(`\nThe first ${shownPlaces} of ${view.project.key}, out of ${view.items.length} items:`);
  console.log((await topOf(site, view, shownPlaces)).join('\n'));
  await run('read all projects anew', async () => {
    await site.act('finishSetup', {}, admin);
    await site.settle();
    return 1;
  });
  const isSame = placesIn(await openRanking()) === placesIn(view);
  console.log(`\nReading all projects anew gives ${isSame ? 'the same list' : 'ANOTHER list'}.`);
  if (!isSame || !rewritten.isInBudget) process.exitCode = 1;
}

function inputLines({ issues, links, projects, now }: SiteData, { areas, tags, solutions }: Plan, seed: number): readonly string[] {
  const named = areas.map(({ projectKey, name, bugs }) => `${projectKey} ${name} ${bugs}`).join(', ');
  return [
    `Seed ${seed}. ${issues.length} issues and ${links.length} links in ${projects.length} projects; the site's clock starts at ${now}.`,
    `${areas.length} problems, one for each component with 50 bugs or more: ${named}.`,
    `${allOf(tags).length} tags by ${new Set(allOf(tags).map(({ customer }) => customer)).size} customers: ${howMany(tags, 'tagEvidence')}.`,
    `${allOf(solutions).length} links of ${new Set(allOf(solutions).map(({ item }) => item.key)).size} unresolved items: ${howMany(solutions, 'linkProblem')}.`,
  ];
}

const howMany = ({ typed, drawn }: Ways<unknown>, operation: string): string =>
  `${typed.length} by ${operation}, ${drawn.length} drawn in plain Jira, of which the app hears by event`;

const evidenceOn = ({ forge }: BenchSite): number => Object.keys(forge.kvs.snapshot().entities['evidence'] ?? {}).length;

function choicesFor({ projects }: SiteData, { areas }: Plan): SetupChoices {
  const ids = (list: readonly string[]) => [...new Set(list)].map((id) => known(projectId(id), 'project id'));
  const stating = ids(areas.map((area) => area.projectId));
  return {
    statementProjects: stating,
    backlogProjects: ids(projects.map(({ id }) => id)),
    ticketProjects: [],
    openProjects: stating,
    sharedScheme: 'copy',
    adopt: { types: {}, links: {}, own: [] },
    leftOut: [],
    screens: null,
  };
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The bench has no ${what}.`);
  return value;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
