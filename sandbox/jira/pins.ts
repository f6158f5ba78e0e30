import { z } from 'zod';
import { moduleAri } from './builtin';
import { refuse } from './refusal';
import { findProject, requireJiraAdmin } from './rights';
import { routes } from './route';
import { submitTask } from './tasks';
import type { Site } from './site';

const bodySchema = z.strictObject({
  moduleId: z.string(),
  projectList: z.array(z.strictObject({ projectIdOrKey: z.string(), action: z.enum(['PIN', 'UNPIN']) })).min(1),
});

export const pinRoutes = routes('platform', [
  [
    'POST /rest/api/3/forge/panel/action/bulk/async',
    'bulkPinUnpinProjectsAsync',
    'write',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const { site } = ask;
      const { moduleId, projectList } = ask.parse(bodySchema);
      // The document does not say how the module is named; Atlassian's other calls take the ARI.
      const panel = site.options.app.panels.find((key) => moduleAri(site.options.app, key) === moduleId);
      if (panel === undefined) throw refuse(400, `There is no issue panel with the id ${moduleId}.`);
      const projects = projectList.map(({ projectIdOrKey, action }) => ({ project: findProject(site, projectIdOrKey), action }));
      if (projects.some(({ project }) => project === undefined)) throw refuse(400, 'One of the projects does not exist.');
      const pinned = site.pins.get(panel) ?? new Set<string>();
      for (const { project, action } of projects) {
        if (project === undefined) continue;
        if (action === 'PIN') pinned.add(project.id);
        else pinned.delete(project.id);
      }
      site.pins.set(panel, pinned);
      const task = submitTask(ask, 'Pin or unpin an issue panel', { failure: undefined, result: undefined });
      return { status: 202, body: { taskId: task.id }, objects: projects.length };
    },
  ],
]);

export function isPanelPinned(site: Site, projectIdOrKey: string, moduleKey: string): boolean {
  const project = findProject(site, projectIdOrKey);
  return project !== undefined && (site.pins.get(moduleKey)?.has(project.id) ?? false);
}
