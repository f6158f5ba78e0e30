import { categories, priorities, resolutions } from './builtin';
import { page } from './page';
import { refuse } from './refusal';
import { requireJiraAdmin, seesProject } from './rights';
import { ok, routes, type Ask } from './route';
import { categoryBean, priorityBean, resolutionBean, rest, statusBean } from './self';
import { statusIdsOf } from './project-types';
import type { Status } from './site';
import { signedIn } from './viewer';
import { zoned } from './zone';

/** What the whole site shares: its name and clock, priorities, resolutions, statuses. */
export const siteFactRoutes = routes('platform', [
  [
    'GET /rest/api/3/serverInfo',
    'getServerInfo',
    'read',
    ({ site }) =>
      ok({
        baseUrl: site.url,
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_300,
        buildDate: '2026-05-01T00:00:00.000+0000',
        serverTime: zoned(site.now(), site.timeZone),
        scmInfo: 'local stand-in',
        serverTitle: site.name,
        serverTimeZone: site.timeZone,
      }),
  ],
  [
    'GET /rest/api/3/configuration',
    'getConfiguration',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      return ok({
        votingEnabled: true,
        watchingEnabled: true,
        unassignedIssuesAllowed: true,
        subTasksEnabled: true,
        issueLinkingEnabled: ask.site.isLinkingOn,
        timeTrackingEnabled: false,
        attachmentsEnabled: true,
      });
    },
  ],
  [
    'GET /rest/api/3/priority',
    'getPriorities',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      return ok(
        priorities.map((priority) => ({ ...priorityBean(ask.site, priority.id), description: priority.description, statusColor: priority.statusColor })),
        priorities.length,
      );
    },
  ],
  [
    'GET /rest/api/3/priority/search',
    'searchPriorities',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const body = page(ask, priorities, (priority) => ({
        ...priorityBean(ask.site, priority.id),
        description: priority.description,
        statusColor: priority.statusColor,
        isDefault: priority.name === 'Medium',
      }));
      return ok(body, body.values.length);
    },
  ],
  [
    'GET /rest/api/3/resolution/search',
    'searchResolutions',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const body = page(ask, resolutions, ({ name, id, description }) => ({ ...resolutionBean(ask.site, name), id, description, isDefault: false }));
      return ok(body, body.values.length);
    },
  ],
  [
    'GET /rest/api/3/statuscategory',
    'getStatusCategories',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const rows = Object.values(categories).map(({ key }) => categoryBean(ask.site, { id: '', name: '', category: key }));
      return ok(rows, rows.length);
    },
  ],
  [
    'GET /rest/api/3/status',
    'getStatuses',
    'read',
    (ask) => {
      const rows = visibleStatuses(ask).map((status) => statusBean(ask.site, status));
      return ok(rows, rows.length);
    },
  ],
  [
    'GET /rest/api/3/status/{idOrName}',
    'getStatus',
    'read',
    (ask) => {
      const asked = ask.param('idOrName');
      const status = visibleStatuses(ask).find(({ id, name }) => id === asked || name === asked);
      if (status === undefined) throw refuse(404, `The status with id or name '${asked}' does not exist.`);
      return ok(statusBean(ask.site, status));
    },
  ],
  [
    'GET /rest/api/3/statuses/search',
    'search',
    'read',
    (ask) => {
      requireJiraAdmin(ask.viewer);
      const words = (ask.query.text('searchString') ?? '').toLowerCase();
      const wanted = ask.query.text('statusCategory');
      const rows = [...ask.site.statuses.values()].filter(
        ({ name, category }) => name.toLowerCase().includes(words) && (wanted === undefined || categories[category].workflowName === wanted),
      );
      const body = page(
        ask,
        rows,
        ({ id, name, category }) => ({ id, name, description: '', statusCategory: categories[category].workflowName, scope: { type: 'GLOBAL' } }),
        { most: 200, usual: 200 },
      );
      return ok({ self: rest(ask.site, 'statuses/search'), ...body }, body.values.length);
    },
  ],
]);

function visibleStatuses({ site, viewer }: Ask): Status[] {
  signedIn(viewer);
  const ids = new Set([...site.projects.values()].filter((project) => seesProject(site, viewer, project)).flatMap((project) => statusIdsOf(site, project)));
  return [...site.statuses.values()].filter(({ id }) => ids.has(id));
}
