import type { SetupChoices } from '../../../src/contract/setup';
import type { StatementId } from '../../../src/domain/ids';
import { linkKinds } from '../../../src/domain/link-kinds';
import type { Area, Solution, Tag } from './plan';
import type { BenchSite } from './site';

export const admin = 'user-admin';
export const pm = 'user-pm';

/** Goes through the plan line by line, as the admin page does. Answers how many acts that were. */
export async function setUp(site: BenchSite, choices: SetupChoices): Promise<number> {
  const { lines, revision } = await site.act('planSetup', { choices }, admin);
  await site.act('saveSetup', { choices, revision }, admin);
  const due = lines.filter(({ state }) => state === 'will-create' || state === 'will-add');
  for (const { id: lineId } of due) await site.act('applySetupLine', { lineId, choices }, admin);
  await site.act('finishSetup', {}, admin);
  return due.length + 3;
}

export async function writeProblem(site: BenchSite, { name, projectKey, projectId }: Area): Promise<StatementId> {
  const requestId = `bench-${projectKey}-${name.replace(/\W/g, '-')}`.slice(0, 64);
  const sentence = `App developers lose days to bugs in ${name}`;
  const input = { requestId, projectId, kind: 'problem', sentence, stakeholder: 'App developer', job: 'Ship an app' } as const;
  return (await site.act('createStatement', input, pm)).id;
}

type ProblemOf = (area: Area) => StatementId;

export async function tagInPanel(site: BenchSite, tags: readonly Tag[], problemOf: ProblemOf): Promise<number> {
  for (const { ticket, area, severity, customer } of tags) {
    const spoken = { severity, customer: { name: customer }, stance: 'for', quote: null } as const;
    await site.act('tagEvidence', { issueId: ticket.id, statementId: problemOf(area), ...spoken }, pm);
  }
  return tags.length;
}

export async function tagInJira(site: BenchSite, tags: readonly Tag[], problemOf: ProblemOf): Promise<number> {
  for (const { ticket, area } of tags) await site.draw({ type: linkKinds.evidences.name, from: ticket.id, to: problemOf(area) }, pm);
  return tags.length;
}

export async function solveInPanel(site: BenchSite, solutions: readonly Solution[], problemOf: ProblemOf): Promise<number> {
  for (const { item, area } of solutions) await site.act('linkProblem', { issueId: item.id, statementId: problemOf(area) }, pm);
  return solutions.length;
}

export async function solveInJira(site: BenchSite, solutions: readonly Solution[], problemOf: ProblemOf): Promise<number> {
  for (const { item, area } of solutions) await site.draw({ type: linkKinds.solves.name, from: item.id, to: problemOf(area) }, pm);
  return solutions.length;
}

/** Background runs only: nobody acts. */
export async function settled(site: BenchSite): Promise<number> {
  await site.settle();
  return 0;
}
