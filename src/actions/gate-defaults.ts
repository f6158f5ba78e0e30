import type { Output } from '../contract';
import type { Ports } from './ports';

/** What a new gate rule starts from: it counts before it stops, and an outage of Jira's stops nobody. */
export async function gateDefaults(ports: Pick<Ports, 'settings'>): Promise<Output<'gateDefaults'>> {
  const { statementTypes, linkTypes } = await ports.settings.read();
  const [[insight], [problem], [opportunity]] = [statementTypes.insight, statementTypes.problem, statementTypes.opportunity];
  const solvesLinkTypeId = linkTypes.solves;
  if (insight === undefined || problem === undefined || opportunity === undefined || solvesLinkTypeId === undefined) return { rule: null };
  return { rule: { mode: 'warn', whenJiraIsDown: 'pass', statementTypeIds: { insight, problem, opportunity }, solvesLinkTypeId } };
}
