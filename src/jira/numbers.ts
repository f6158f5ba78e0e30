import type { IssuesPort } from '../actions/ports';
import { Refusal } from '../actions/outcome';
import { request, route } from './request';
import { finishTask, taskOf } from './task';

/** Rounded numbers only: whoever may see the issue may read its properties, and whoever may edit it may forge them. */
const numbersProperty = 'groundwork';

export const writeNumbers: IssuesPort['writeNumbers'] = async (rows) => {
  if (rows.length === 0) return;
  if (rows.length > 100) throw new Error('Jira takes the properties of at most 100 issues a call');
  const issues = rows.map(({ id, score, customers, day }) => ({ issueID: Number(id), properties: { [numbersProperty]: { score, customers, asOf: day } } }));
  // The same numbers written twice are the same numbers, so a lost answer may be asked for again.
  const response = await request({
    as: 'app',
    method: 'POST',
    path: route`/rest/api/3/issue/properties/multi`,
    body: { issues },
    isRepeatable: true,
    expects: [409],
  });
  if (response.status === 409) throw new Refusal('jira-unavailable', 'Jira is still writing to these issues.', 30);
  const task = await finishTask('app', await taskOf('app', response));
  if (task.status !== 'COMPLETE') throw new Error(`Jira ended the writing of numbers with ${task.status}`);
};
