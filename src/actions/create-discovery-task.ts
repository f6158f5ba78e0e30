import type { Input, Output } from '../contract';
import { discoveryWords } from '../domain/discovery';
import type { IssueId } from '../domain/ids';
import { createOnce } from './creating-once';
import { notFound, Refusal } from './outcome';
import type { Caller, IssueFacts, Ports, ProjectFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { kindOfType } from './reading-statements';

type Needed = Pick<Ports, 'issues' | 'links' | 'permissions' | 'projects' | 'settings' | 'claims' | 'clock'>;

/** Creates the task that asks what decides between two items, in the person's name and once per request. */
export async function createDiscoveryTask(ports: Needed, input: Input<'createDiscoveryTask'>, caller: Caller): Promise<Output<'createDiscoveryTask'>> {
  const { requestId, projectId, problemId, itemId, aheadId, need, stance, draws } = input;
  const [settings, found, project] = await Promise.all([
    ports.settings.read(),
    ports.issues.read('user', [problemId, itemId, aheadId], 'light'),
    ports.projects.read('user', projectId),
  ]);
  const [problem, item, ahead] = [problemId, itemId, aheadId].map((id) => found.find((issue) => issue.id === id));
  if (!problem || !item || !ahead || !project) throw notFound();
  if (kindOfType(settings, problem.typeId) !== 'problem') throw new Refusal('invalid', `${problem.key} is no problem.`);
  if (projectId !== problem.projectId && projectId !== item.projectId)
    throw new Refusal('invalid', 'A task is created in the project of the problem or of the item.');

  const typeId = taskTypeIn(project, settings);
  const words = discoveryWords({
    problem: { key: problem.key, sentence: isReadByAll(problem, project) ? problem.summary : undefined },
    ...{ need, stance, draws, itemKey: item.key, aheadKey: ahead.key },
  });
  const about = JSON.stringify([projectId, problemId, itemId, aheadId, need, stance]);
  const act = { kind: 'discovery', id: actOf(caller, requestId), about, marker: requestId, project } as const;
  const id = await createOnce(ports, act, () => ports.issues.createTask({ projectId, typeId, ...words, marker: requestId }));

  const isLinked = await relate(ports, id, problem.id);
  const [[task], deletable] = await Promise.all([ports.issues.read('user', [id], 'light'), ports.permissions.mayOn([id], 'delete')]);
  if (!task) throw notFound();
  return { id, key: task.key, isLinked, canUndo: deletable.has(id) };
}

/** What one person's request makes: under another person's name the same id is another act. */
export const actOf = ({ accountId }: Caller, requestId: string): string => `${accountId}.${requestId}`;

// Whoever reads the task may read the problem, too; elsewhere, or behind a security level, its key must do.
const isReadByAll = (problem: IssueFacts, project: ProjectFacts): boolean => problem.projectId === project.id && !problem.isRestricted;

function taskTypeIn({ name, types }: ProjectFacts, settings: SiteSettings): string {
  const ordinary = types.filter(({ id, level }) => level === 0 && kindOfType(settings, id) === undefined);
  const task = ordinary.find((type) => type.name.toLowerCase() === 'task') ?? ordinary[0];
  if (!task) throw new Refusal('invalid', `${name} has no work type for a task.`);
  return task.id;
}

/** Jira's own plain link, if the site has it and the person may draw it. A link that is there already stays one. */
async function relate(ports: Pick<Ports, 'links'>, task: IssueId, problem: IssueId): Promise<boolean> {
  const plain = (await ports.links.types('user')).find(({ name, phrase }) => name.toLowerCase() === 'relates' || phrase.toLowerCase() === 'relates to');
  return plain !== undefined && (await ports.links.add({ from: task, to: problem }, plain.id)) === 'linked';
}
