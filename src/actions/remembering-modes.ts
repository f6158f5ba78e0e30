import type { ProjectId } from '../domain/ids';
import { modeOnItsWay, readGatedWorkflows, type GatedWorkflow } from './gated-workflows';
import { keepGate } from './keeping-gates';
import type { Ports, ProjectFacts } from './ports';

type Needed = Pick<Ports, 'workflows' | 'gate' | 'settings'>;

/** Notes for the panel what each type of a project meets on its way, and for setup what its rules say; answers the workflows in which that stands. */
export async function rememberModes(ports: Needed, project: ProjectFacts, by: 'person' | 'look'): Promise<readonly GatedWorkflow[]> {
  const workflows = await readGatedWorkflows(ports, project);
  await ports.gate.remember(project.id, new Map(project.types.map((type) => [type.id, modeOnItsWay(workflows, project.id, type)])));
  await keepGate(ports, project, workflows, by);
  return workflows;
}

/** In the background, where a rule may stand that a person put or changed in Jira's own editor. What does not work is for the log. */
export async function lookForModes(ports: Needed & Pick<Ports, 'projects' | 'log'>, id: ProjectId): Promise<void> {
  try {
    const project = await ports.projects.read('app', id);
    if (project) await rememberModes(ports, project, 'look');
  } catch (error) {
    ports.log.failure('the gate of a project could not be read', error);
  }
}
