import type { ProjectId } from '../domain/ids';
import { completeParams, type Params } from '../domain/score';
import type { ProjectSettings, SiteSettings } from './settings-ports';

/** Until a project's admin decides something. */
export const undecided: ProjectSettings = {
  revision: 0,
  itemTypes: null,
  boardId: null,
  effort: null,
  params: {},
  stakeholders: [],
  jobs: [],
  segments: [],
  exempters: 'project-admins',
};

export const settingsOf = ({ projects }: Pick<SiteSettings, 'projects'>, projectId: ProjectId): ProjectSettings => projects[projectId] ?? undecided;

/** The field that a project named, else that of its board. */
export const ownEffort = ({ effort, boardEffort }: ProjectSettings): SiteSettings['effort'] => effort ?? boardEffort;

export const effortOf = (settings: Pick<SiteSettings, 'projects' | 'effort'>, projectId: ProjectId): SiteSettings['effort'] =>
  ownEffort(settingsOf(settings, projectId)) ?? settings.effort;

/** How a project weighs its evidence; undefined: as everybody does, so that the numbers of the whole site serve it, too. */
export function ownParams(settings: Pick<SiteSettings, 'projects'>, projectId: ProjectId): Params | undefined {
  const { params } = settingsOf(settings, projectId);
  return Object.keys(params).length === 0 ? undefined : completeParams(params);
}
