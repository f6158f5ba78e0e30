import type { ProjectId } from '../domain/ids';
import { changeSettings } from './changing-settings';
import { isRuled, modeOnItsWay, type GatedWorkflow } from './gated-workflows';
import { gatedTypes } from './open-gate';
import { policyOf, rowsFor, rulesOn } from './own-rows';
import type { Ports, ProjectFacts } from './ports';
import type { KeptGate } from './settings-ports';

/**
 * Keeps what a project's rules say, so that setup can put it back where a rule was taken out. Where no rule speaks of the project,
 * what was kept stays. What came with a file waits for setup, unless a person has decided otherwise since.
 */
export async function keepGate(
  ports: Pick<Ports, 'settings'>,
  project: ProjectFacts,
  workflows: readonly GatedWorkflow[],
  by: 'person' | 'look',
): Promise<void> {
  const rules = rulesOn(workflows, project.id);
  if (rules.length === 0) return;
  await changeSettings(ports, (settings) => {
    if (by === 'look' && settings.gates[project.id]?.isToDo) return settings;
    const types = gatedTypes(settings, project).filter(({ id }) => isRuled(workflows, id));
    const whenJiraIsDown = policyOf(rules, project.id);
    const modes = new Map(types.map((type) => [type.id, modeOnItsWay(workflows, project.id, type)]));
    const rows = rowsFor(project, types, { whenJiraIsDown, modes }).map(({ typeIds, mode }) => ({ typeIds, mode }));
    if (rows.length === 0) return settings;
    return { ...settings, gates: { ...settings.gates, [project.id]: { projectKey: project.key, whenJiraIsDown, rows } } };
  });
}

/** The rules say now what came with a file. */
export async function settleGate(ports: Pick<Ports, 'settings'>, project: ProjectId): Promise<void> {
  await changeSettings(ports, (settings) => {
    const kept = settings.gates[project];
    return kept?.isToDo ? { ...settings, gates: { ...settings.gates, [project]: withoutToDo(kept) } } : settings;
  });
}

const withoutToDo = ({ projectKey, whenJiraIsDown, rows }: KeptGate): KeptGate => ({ projectKey, whenJiraIsDown, rows });
