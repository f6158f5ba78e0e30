import { rowFor, type GateMode } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import { changeSettings } from './changing-settings';
import { isRuled, modeOnItsWay, type GatedWorkflow } from './gated-workflows';
import { gatedTypes } from './open-gate';
import { policyOf, rowsFor, rulesOn } from './own-rows';
import type { Ports, ProjectFacts } from './ports';
import type { KeptGate } from './settings-ports';

type Type = ProjectFacts['types'][number];

/**
 * Keeps what a project's rules say, so that setup can put it back where a rule was taken out. Where no rule speaks of the project, or of
 * a type, what was kept stays. What came with a file waits for setup, unless a person has decided otherwise since or the rules say it.
 */
export async function keepGate(
  ports: Pick<Ports, 'settings'>,
  project: ProjectFacts,
  workflows: readonly GatedWorkflow[],
  by: 'person' | 'look',
): Promise<void> {
  const rules = rulesOn(workflows, project.id);
  if (rules.length === 0) return;
  const whenJiraIsDown = policyOf(rules, project.id);
  await changeSettings(ports, (settings) => {
    const kept = settings.gates[project.id];
    const types = gatedTypes(settings, project).filter(({ id }) => kept !== undefined || isRuled(workflows, id));
    const modes = new Map(
      types.map((type) => [type.id, isRuled(workflows, type.id) ? modeOnItsWay(workflows, project.id, type) : keptMode(kept, project.id, type)]),
    );
    const isAsKept = kept?.whenJiraIsDown === whenJiraIsDown && types.every((type) => modes.get(type.id) === keptMode(kept, project.id, type));
    if (by === 'look' && kept?.isToDo && !isAsKept) return settings;
    const rows = isAsKept ? kept.rows : rowsFor(project, types, { whenJiraIsDown, modes }).map(({ typeIds, mode }) => ({ typeIds, mode }));
    if (rows.length === 0) return settings;
    return { ...settings, gates: { ...settings.gates, [project.id]: { projectKey: project.key, whenJiraIsDown, rows } } };
  });
}

/** What a type would meet if its rule were put back. */
function keptMode(kept: KeptGate | undefined, projectId: ProjectId, { id, level }: Type): GateMode {
  const rows = kept?.rows.map(({ typeIds, mode }) => ({ projectId, typeIds: typeIds && [...typeIds], mode })) ?? [];
  return rowFor(rows, { projectId, typeId: id, level })?.mode ?? 'off';
}

/** The rules say now what came with a file; where something else was kept while they were written, that still waits. */
export async function settleGate(ports: Pick<Ports, 'settings'>, project: ProjectId, applied: readonly (KeptGate | undefined)[]): Promise<void> {
  await changeSettings(ports, (settings) => {
    const kept = settings.gates[project];
    if (!kept?.isToDo || !applied.every((own) => JSON.stringify(own) === JSON.stringify(kept))) return settings;
    return { ...settings, gates: { ...settings.gates, [project]: withoutToDo(kept) } };
  });
}

const withoutToDo = ({ projectKey, whenJiraIsDown, rows }: KeptGate): KeptGate => ({ projectKey, whenJiraIsDown, rows });
