import { refuse } from './refusal';
import { requireJiraAdmin } from './rights';
import { ok, routes } from './route';
import { rest } from './self';
import { known, type Project, type Site } from './site';

const mostProjects = 100;
const firstSchemeId = 10_100;

export const workflowSchemeRoutes = routes('platform', [
  [
    'GET /rest/api/3/workflowscheme/project',
    'getWorkflowSchemeProjectAssociations',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const ids = new Set(ask.query.list('projectId'));
      if (ids.size === 0 || ids.size > mostProjects) throw refuse(400, `1 to ${String(mostProjects)} project IDs must be given.`);
      const values = schemesOf(ask.site).flatMap(({ id, projects }) => {
        const asked = projects.filter((project) => ids.has(project.id));
        const [first] = asked;
        return first === undefined ? [] : [{ projectIds: asked.map((project) => project.id), workflowScheme: schemeBean(ask.site, id, first) }];
      });
      return ok({ values }, values.length);
    },
  ],
]);

/** A scheme is how types go through workflows: company-managed projects that do it alike share one. */
function schemesOf({ projects }: Site): { readonly id: number; readonly projects: readonly Project[] }[] {
  const byWay = new Map<string, Project[]>();
  for (const project of projects.values()) {
    if (project.style === 'team-managed') continue;
    const way = JSON.stringify([project.workflowId, Object.entries(project.workflowOf).sort()]);
    byWay.set(way, [...(byWay.get(way) ?? []), project]);
  }
  return [...byWay.values()].map((sharing, at) => ({ id: firstSchemeId + at, projects: sharing }));
}

function schemeBean(site: Site, id: number, { workflowId, workflowOf }: Project) {
  const nameOf = (workflow: string) => known(site.workflows, workflow, 'workflow').name;
  return {
    id,
    name: `${nameOf(workflowId)} scheme`,
    description: '',
    defaultWorkflow: nameOf(workflowId),
    issueTypeMappings: Object.fromEntries(Object.entries(workflowOf).map(([typeId, workflow]) => [typeId, nameOf(workflow)])),
    draft: false,
    self: rest(site, `workflowscheme/${String(id)}`),
  };
}
