import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadTracker } from '../../sandbox/data/tracker';
import { hourlyPoints } from '../../src/actions/spending-points';
import type { RankingView } from '../../src/contract/ranking';
import type { SetupChoices } from '../../src/contract/setup';
import { linkKinds } from '../../src/domain/link-kinds';
import { projectId, type ProjectId, type StatementId } from '../../src/domain/ids';
import { drawnFor } from '../../static/pages/project/rank/drawn';
import { orderOf } from '../../static/pages/project/rank/order';
import { planFor, type Area, type Tag } from './titanium/plan';
import { actTable, stageTable } from './titanium/print';
import { built, reasonFor } from './titanium/reasons';
import { openSite, type BenchSite } from './titanium/site';
import { createStages } from './titanium/stages';

const admin = 'user-admin';
const pm = 'user-pm';
const shownPlaces = 20;
const root = join(__dirname, '../..');
const tracker = join(process.env['GROUNDWORK_SHARED'] ?? join(root, '../shared'), 'data/jira-titanium/issues.ndjson.gz');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, site: { type: 'string' } } });
  const seed = z.coerce.number().int().default(1).parse(values.seed);
  const started = performance.now();
  const { data } = await loadTracker(values.site ?? tracker, { seed });
  const plan = planFor(data, seed);
  const site = openSite(data);
  const { stages, run } = createStages(site);
  const openedMs = performance.now() - started;
  const problems = new Map<Area, StatementId>();
  const problemOf = (area: Area): StatementId => known(problems.get(area), `problem of ${area.name}`);
  const home = known(projectId(plan.mostSolved.projectId), 'project');

  const choices = choicesFor(
    data.projects.map(({ id }) => id),
    plan.areas,
  );
  await run('set up', () => setUp(site, choices));
  await run('first reading of all projects', () => settled(site));
  await run('write a problem for each component', async () => {
    for (const area of plan.areas) problems.set(area, await writeProblem(site, area));
    return plan.areas.length;
  });
  // Only the first project's people use the panel; the others draw links, as they always did.
  const typed = plan.solutions.filter(({ area }) => area.projectId === home);
  const hand = plan.solutions.filter(({ area }) => area.projectId !== home);
  await run('say what items solve (linkProblem)', async () => {
    for (const { item, area } of typed) await site.act('linkProblem', { issueId: item.id, statementId: problemOf(area) }, pm);
    return typed.length;
  });
  await run('say what items solve (links drawn in Jira)', async () => {
    for (const { item, area } of hand) await site.draw({ type: linkKinds.solves.name, from: item.id, to: problemOf(area) }, pm);
    return hand.length;
  });
  await run('tag bugs of 2019 and later (tagEvidence)', () => tagAll(site, plan.tags, problemOf));
  await run('refresh and publish what is left', () => settled(site));

  const before = numbersOn(site);
  const publishedBefore = spentOnPublishing(site);
  await run(`tag ${plan.more.length} more on ${plan.mostSolved.projectKey} ${plan.mostSolved.name}`, () => tagAll(site, plan.more, problemOf));
  await run('refresh and publish them', () => settled(site));
  const published = spentOnPublishing(site);
  const rewritten = changedBetween(before, numbersOn(site));

  let view: RankingView | undefined;
  await run('open the ranking', async () => {
    view = await site.act('openRanking', { projectId: home }, pm);
    return 1;
  });
  const opened = known(view, 'ranking');
  const lines = await listOf(site, opened, home);
  await run('read everything anew', async () => {
    await site.act('finishSetup', { choices }, admin);
    await site.settle();
    return 1;
  });
  const again = await site.act('openRanking', { projectId: home }, pm);
  const isSame = JSON.stringify(placesIn(again)) === JSON.stringify(placesIn(opened));

  const out = [
    `Titanium tracker, seed ${seed}: ${data.issues.length} issues, ${data.links.length} links, ${data.projects.length} projects, read in ${(openedMs / 1000).toFixed(1)} s; the site's clock starts at ${data.now}`,
    `${plan.areas.length} problems, one for each component with 50 bugs or more: ${plan.areas.map(({ projectKey, name, bugs }) => `${projectKey} ${name} ${bugs}`).join(', ')}`,
    `${plan.tags.length} tags by ${new Set(plan.tags.map(({ customer }) => customer)).size} customers; ${plan.solutions.length} links of ${new Set(plan.solutions.map(({ item }) => item.key)).size} items (${typed.length} by linkProblem, ${hand.length} drawn in plain Jira and heard of by event)`,
    '',
    stageTable(stages),
    '',
    actTable(site.meter.byKind()),
    '',
    `Derived numbers after ${plan.more.length} more tags on ${plan.mostSolved.name} (${plan.solutions.filter(({ area }) => area === plan.mostSolved).length} open items solve it):`,
    `  ${rewritten} issues rewritten in ${published.calls - publishedBefore.calls} bulk calls by ${published.runs - publishedBefore.runs} publish runs`,
    `  ${rewritten + published.calls - publishedBefore.calls} points by the app's count, ${published.points - publishedBefore.points} by Jira's, of ${hourlyPoints.publish} an hour`,
    '',
    `The first ${shownPlaces} of ${opened.project.key}, ${opened.items.length} items (as ${pm} sees them):`,
    ...lines,
    '',
    `Reading everything anew gives ${isSame ? 'the same list' : 'ANOTHER list'}.`,
  ];
  console.log(out.join('\n'));
  if (!isSame || rewritten > hourlyPoints.publish) process.exitCode = 1;
}

function choicesFor(all: readonly string[], areas: readonly Area[]): SetupChoices {
  const ids = (list: readonly string[]): ProjectId[] => [...new Set(list)].map((id) => known(projectId(id), 'project id'));
  const stating = ids(areas.map((area) => area.projectId));
  return { statementProjects: stating, backlogProjects: ids(all), openProjects: stating, sharedScheme: 'copy' };
}

async function setUp(site: BenchSite, choices: SetupChoices): Promise<number> {
  const { lines } = await site.act('planSetup', { choices }, admin);
  const due = lines.filter(({ state }) => state === 'will-create' || state === 'will-add');
  for (const { id: lineId } of due) await site.act('applySetupLine', { requestId: `bench-${lineId.replace(/\W/g, '-')}`, lineId, choices }, admin);
  await site.act('finishSetup', { choices }, admin);
  return due.length + 2;
}

async function writeProblem(site: BenchSite, { name, projectKey, projectId: id }: Area): Promise<StatementId> {
  const requestId = `bench-${projectKey}-${name.replace(/\W/g, '-')}`.slice(0, 64);
  const sentence = `App developers lose days to bugs in ${name}`;
  const input = { requestId, projectId: id, kind: 'problem', sentence, stakeholder: 'App developer', job: 'Ship an app' } as const;
  return (await site.act('createStatement', input, pm)).id;
}

async function tagAll(site: BenchSite, tags: readonly Tag[], problemOf: (area: Area) => StatementId): Promise<number> {
  for (const { ticket, area, severity, customer } of tags)
    await site.act('tagEvidence', { issueId: ticket.id, statementId: problemOf(area), stance: 'for', quote: null, severity, customer: { name: customer } }, pm);
  return tags.length;
}

async function settled(site: BenchSite): Promise<number> {
  await site.settle();
  return 0;
}

async function listOf(site: BenchSite, view: RankingView, home: ProjectId): Promise<readonly string[]> {
  const order = orderOf(view, 'top');
  const drawn = drawnFor(order);
  const left = new Map<string, number>();
  const lines: string[] = [];
  for (const placed of order.placed.slice(0, shownPlaces)) {
    const explanation = await site.act('explainItem', { projectId: home, issueId: placed.item.id }, pm);
    lines.push(reasonFor(placed, left, view, drawn, explanation));
    built(left, placed, view);
  }
  return lines;
}

const placesIn = (view: RankingView) => orderOf(view, 'top').placed.map(({ item, score }) => [item.key, score.toFixed(9)]);

const numbersShape = z.object({ issues: z.array(z.object({ id: z.number(), properties: z.looseObject({ groundwork: z.unknown().optional() }) })) });

/** What Jira shows to everyone, issue by issue. */
function numbersOn({ jira }: BenchSite): ReadonlyMap<number, string> {
  return new Map(numbersShape.parse(jira.snapshot()).issues.map(({ id, properties }) => [id, JSON.stringify(properties.groundwork)]));
}

const changedBetween = (before: ReadonlyMap<number, string>, after: ReadonlyMap<number, string>): number =>
  [...after].filter(([id, text]) => before.get(id) !== text).length;

function spentOnPublishing({ jira, meter }: BenchSite) {
  const calls = jira.ledger.read().rows.filter(({ operation }) => operation === 'bulkSetIssuePropertiesByIssue');
  const { runs = 0, points = 0 } = meter.byKind().get('publish (queue)') ?? {};
  return { calls: calls.reduce((sum, row) => sum + row.calls, 0), runs, points };
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The bench has no ${what}.`);
  return value;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
