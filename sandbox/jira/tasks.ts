import { refuse } from './refusal';
import { isJiraAdmin } from './rights';
import { ok, routes, type Ask } from './route';
import { rest } from './self';
import type { Task } from './site';
import { accountOf, signedIn } from './viewer';

export const taskRoutes = routes('platform', [
  [
    'GET /rest/api/3/task/{taskId}',
    'getTask',
    'read',
    (ask) => {
      signedIn(ask.viewer);
      const task = ask.site.tasks.get(ask.param('taskId'));
      if (task === undefined || (task.submittedBy !== accountOf(ask.viewer) && !isJiraAdmin(ask.viewer))) throw refuse(404, 'The task was not found.');
      return ok(taskBean(ask, task));
    },
  ],
]);

/** Work is done at once; only the word that it is done comes later, as on Jira. */
export function submitTask({ site, viewer }: Ask, description: string, outcome: Pick<Task, 'failure' | 'result'>): Task {
  const now = site.now();
  const task = {
    id: String(site.nextId('task')),
    description,
    submitted: now,
    submittedBy: accountOf(viewer),
    finishes: now + (site.options.taskMs ?? 0),
    ...outcome,
  };
  site.tasks.set(task.id, task);
  return task;
}

export const taskUrl = ({ site }: Ask, task: Task): string => rest(site, `task/${task.id}`);

function taskBean(ask: Ask, { id, description, submitted, finishes, failure, result }: Task) {
  const now = ask.site.now();
  const isOver = now >= finishes;
  const status = isOver ? (failure === undefined ? 'COMPLETE' : 'FAILED') : 'RUNNING';
  return {
    self: rest(ask.site, `task/${id}`),
    id,
    description,
    status,
    ...(failure !== undefined && isOver && { message: failure }),
    ...(result !== undefined && isOver && { result }),
    submittedBy: 10_000,
    progress: isOver ? 100 : Math.floor((100 * (now - submitted)) / Math.max(1, finishes - submitted)),
    elapsedRuntime: Math.min(now, finishes) - submitted,
    submitted,
    started: submitted,
    ...(isOver && { finished: finishes }),
    lastUpdate: Math.min(now, finishes),
  };
}
