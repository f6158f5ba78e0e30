import * as z from 'zod';
import type { SitePort } from '../actions/setup-ports';
import { getAppContext, request, route } from './request';
import { finishTask, readTask } from './task';

/** The manifest's key of the panel on an issue. */
const panelModule = 'panel';

/** A panel appears by itself only where it is pinned. Pinning what is pinned changes nothing, so it may be repeated. */
export const pinPanel: SitePort['pinPanel'] = async (projectId) => {
  const { appAri, environmentAri } = getAppContext();
  const moduleId = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${panelModule}`;
  const response = await request({
    as: 'user',
    method: 'POST',
    path: route`/rest/api/3/forge/panel/action/bulk/async`,
    body: { moduleId, projectList: [{ projectIdOrKey: projectId, action: 'PIN' }] },
    isRepeatable: true,
    expects: [400, 403],
  });
  if (response.status >= 400) return 'refused';
  const { taskId } = await response.parse(z.looseObject({ taskId: z.string() }));
  const task = await readTask('user', taskId);
  return task !== undefined && (await finishTask('user', task)).status === 'COMPLETE' ? 'pinned' : 'refused';
};
