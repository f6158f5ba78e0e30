import type { ProjectId } from '../domain/ids';
import { statementKinds } from '../domain/statements';
import type { Ports } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { kindOfType } from './reading-statements';

/** Every project whose issues the index holds. */
export const indexedProjects = ({ statementProjects, backlogProjects }: SiteSettings): readonly ProjectId[] => [
  ...new Set([...statementProjects, ...backlogProjects]),
];

/** The issue types of a project that belong into the index: its statements, and in a ranked project what could be built. */
export async function indexedTypes(ports: Pick<Ports, 'projects'>, settings: SiteSettings, projectId: ProjectId): Promise<readonly string[]> {
  const project = await ports.projects.read('app', projectId);
  const types = project?.types ?? [];
  const statements = settings.statementProjects.includes(projectId) ? statementKinds.flatMap((kind) => settings.statementTypes[kind]) : [];
  const buildable = settings.backlogProjects.includes(projectId)
    ? types
        .filter(({ id, level }) => level >= 0 && kindOfType(settings, id) === undefined && settingsOf(settings, projectId).itemTypes?.includes(id) !== false)
        .map(({ id }) => id)
    : [];
  const existing = new Set(types.map(({ id }) => id));
  return [...statements, ...buildable].filter((id) => existing.has(id));
}
