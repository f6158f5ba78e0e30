import { known, type IssueType, type Project, type Site } from './site';
import { statusIdsIn, type Workflow } from './workflow';

/** The types a project works with: its scheme's, or, team-managed, its own. */
export function typesOf(site: Site, project: Project): IssueType[] {
  if (project.style === 'team-managed') return [...site.issueTypes.values()].filter(({ projectId }) => projectId === project.id);
  const scheme = project.schemeId === undefined ? undefined : site.schemes.get(project.schemeId);
  return (scheme?.typeIds ?? []).map((id) => known(site.issueTypes, id, 'issue type'));
}

export const workflowFor = (site: Site, project: Project, typeId: string): Workflow =>
  known(site.workflows, project.workflowOf[typeId] ?? project.workflowId, 'workflow');

/** The workflows of a project's types, each once. */
const workflowsOf = (site: Site, project: Project): Workflow[] => [...new Set(typesOf(site, project).map(({ id }) => workflowFor(site, project, id)))];

/** Statuses that the project's workflows know, in their order. */
export const statusIdsOf = (site: Site, project: Project): string[] => [...new Set(workflowsOf(site, project).flatMap(statusIdsIn))];
