import { known, type IssueType, type Project, type Site } from './site';

/** The types a project works with: its scheme's, or, team-managed, its own. */
export function typesOf(site: Site, project: Project): IssueType[] {
  if (project.style === 'team-managed') return [...site.issueTypes.values()].filter(({ projectId }) => projectId === project.id);
  const scheme = project.schemeId === undefined ? undefined : site.schemes.get(project.schemeId);
  return (scheme?.typeIds ?? []).map((id) => known(site.issueTypes, id, 'issue type'));
}

/** Statuses that the project's workflow knows, in the order of its transitions. */
export function statusIdsOf(site: Site, project: Project): string[] {
  const workflow = known(site.workflows, project.workflowId, 'workflow');
  return [...new Set([workflow.initialStatusId, ...workflow.transitions.flatMap(({ from, to }) => [...from, to])])];
}
