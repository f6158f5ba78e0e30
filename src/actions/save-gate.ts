import type { Input, Output } from '../contract';
import { isRuled, readGatedWorkflows } from './gated-workflows';
import { gatedTypes } from './open-gate';
import { notFound, Refusal } from './outcome';
import { revisionOf, rowsFor, rulesOn, withRows } from './own-rows';
import type { Ports } from './ports';
import { rememberModes } from './remembering-modes';
import type { WorkflowFacts } from './workflow-ports';

type Needed = Pick<Ports, 'projects' | 'settings' | 'workflows' | 'gate'>;

const changedSince = (): Refusal => new Refusal('conflict', 'Somebody else changed the gate since you opened it. Look at it again.');

/**
 * Writes a project's own rows into every rule that speaks of it. As the app: a project's admin may not write workflows, and was checked
 * to administer this project, of which alone rows change.
 */
export async function saveGate(ports: Needed, { projectId, revision, whenJiraIsDown, modes }: Input<'saveGate'>): Promise<Output<'saveGate'>> {
  const [project, settings] = await Promise.all([ports.projects.read('user', projectId), ports.settings.read()]);
  if (!project) throw notFound();
  const workflows = await readGatedWorkflows(ports, project);
  const types = gatedTypes(settings, project).filter(({ id }) => isRuled(workflows, id));
  const rules = rulesOn(workflows, projectId);
  if (rules.length === 0) throw new Refusal('not-found', 'No workflow of this project holds the rule. Ask a Jira admin to set it up.');
  const unknown = modes.find(({ typeId }) => !types.some(({ id }) => id === typeId));
  if (unknown) throw new Refusal('invalid', `This project has no work type ${unknown.typeId} that a gate could look at.`);
  const rows = rowsFor(project, types, { whenJiraIsDown, modes: new Map(modes.map(({ typeId, mode }) => [typeId, mode])) });
  const wanted = (workflow: WorkflowFacts) => withRows(workflow, projectId, rows);
  // Saved by this very call before its answer got lost: the same again.
  if (revisionOf(rules, projectId) !== revision && workflows.some((workflow) => wanted(workflow).length > 0)) throw changedSince();
  const read = new Map(workflows.map((workflow) => [workflow.name, revisionOf(rulesOn([workflow], projectId), projectId)]));
  for (const { name } of workflows) {
    const outcome = await ports.workflows.change('app', name, (now) => {
      const isAsRead = revisionOf(rulesOn([now], projectId), projectId) === read.get(name);
      if (!isAsRead && wanted(now).length > 0) throw changedSince();
      return wanted(now);
    });
    if (outcome.kind === 'refused') throw new Refusal('forbidden', `Jira did not take the change in the workflow “${name}”: ${outcome.why}`);
  }
  // Panels say what holds from now on, not from the next move on.
  return { revision: revisionOf(rulesOn(await rememberModes(ports, project, 'person'), projectId), projectId) };
}
