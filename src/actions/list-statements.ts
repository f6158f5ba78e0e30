import type { Input, Output } from '../contract';
import { notFound } from './outcome';
import type { Ports } from './ports';
import { settingsOf } from './project-settings';
import { readChoices } from './read-choices';

type Needed = Parameters<typeof readChoices>[0] & Pick<Ports, 'issues' | 'permissions' | 'projects' | 'settings'>;

/** What can be picked, and where a new statement could be written by this person. */
export async function listStatements(ports: Needed, input: Input<'listStatements'>): Promise<Output<'listStatements'>> {
  const [issue] = await ports.issues.read('user', [input.forIssueId], 'light');
  if (!issue) throw notFound();
  const [statements, projects, settings] = await Promise.all([readChoices(ports), projectsToWriteIn(ports), ports.settings.read()]);
  const { stakeholders, jobs } = settingsOf(settings, issue.projectId);
  return { statements: [...statements], projects, words: { stakeholders: [...stakeholders], jobs: [...jobs] } };
}

async function projectsToWriteIn(ports: Pick<Ports, 'permissions' | 'projects' | 'settings'>) {
  const { statementProjects } = await ports.settings.read();
  const found = await Promise.all(
    statementProjects.map(async (id) => ((await ports.permissions.hasProject(id, 'create-issues')) ? ports.projects.read('user', id) : undefined)),
  );
  return found.flatMap((project) => (project ? [{ id: project.id, key: project.key, name: project.name }] : []));
}
