import * as z from 'zod';
import type { As } from '../actions/ports';
import { find, route, type JiraResponse } from './request';

/** Jira's background task, to which it also redirects: what comes back is the task itself. */
const taskShape = z.looseObject({
  id: z.string(),
  status: z.enum(['ENQUEUED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCEL_REQUESTED', 'CANCELLED', 'DEAD']),
  message: z.string().optional(),
});
export type Task = z.output<typeof taskShape>;

const pollsAtMost = 12;

/** Waits a bounded time; a task that is still running comes back as it is. */
export async function finishTask(as: As, task: Task): Promise<Task> {
  let current = task;
  for (let poll = 0; poll < pollsAtMost && (current.status === 'ENQUEUED' || current.status === 'RUNNING'); poll += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 250 * 2 ** poll)));
    current = (await readTask(as, current.id)) ?? current;
  }
  return current;
}

/** The task that a bulk write was put into. Jira redirects there: who follows has the task already, who does not has its address. */
export async function taskOf(as: As, response: JiraResponse): Promise<Task> {
  if (response.status < 300) return response.parse(taskShape);
  const id = /\/task\/([\w-]{1,100})$/.exec(response.location ?? '')?.[1];
  const task = id === undefined ? undefined : await readTask(as, id);
  if (!task) throw new Error('Jira took a bulk write without saying how it goes');
  return task;
}

export async function readTask(as: As, id: string): Promise<Task | undefined> {
  if (!/^[\w-]{1,100}$/.test(id)) throw new Error('Jira named a task by something that is no id');
  return find(as, route`/rest/api/3/task/${id}`, taskShape);
}
