import type { Site } from './site';

/** Everything the site holds, in an order of its own, for tests that compare before with after. */
export function snapshotOf(site: Site): unknown {
  const byId = <Value extends { readonly id: string | number }>(rows: Iterable<Value>) => [...rows].sort((a, b) => Number(a.id) - Number(b.id));
  return {
    issueTypes: byId(site.issueTypes.values()),
    schemes: byId(site.schemes.values()),
    linkTypes: byId(site.linkTypes.values()),
    workflows: byId(site.workflows.values()),
    projects: byId(site.projects.values()).map(({ id, key, schemeId, workflowId, workflowOf }) => ({ id, key, schemeId, workflowId, workflowOf })),
    screens: byId(site.screens.values()),
    precomputations: [...site.precomputations.values()],
    pins: Object.fromEntries([...site.pins].map(([panel, projects]) => [panel, [...projects].sort()])),
    properties: Object.fromEntries([...site.properties].filter(([, values]) => values.size > 0).map(([place, values]) => [place, Object.fromEntries(values)])),
    links: byId(site.links.values()),
    issues: byId(site.issues.all()).map(({ history, comments, ...issue }) => ({ ...issue, changes: history.length, comments: comments.length })),
  };
}
