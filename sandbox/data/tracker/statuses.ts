import type { SiteStatus, SiteWorkflow } from '../../jira/site-data';
import type { Line } from './line';

const order = ['new', 'indeterminate', 'done'] as const;

/** The statuses in use, those where work starts first. */
export function statusesOf(lines: readonly Line[]): readonly SiteStatus[] {
  const categories = new Map(lines.map(({ status, statusCategory }) => [status, statusCategory]));
  return [...categories]
    .map(([name, category]) => ({ name, category }))
    .sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
    .map((status, at) => ({ id: String(at + 1), ...status }));
}

/** An export does not say who may go where: from everywhere to everywhere. */
export const workflowOf = (statuses: readonly SiteStatus[]): SiteWorkflow => ({
  id: '1',
  name: 'Tracker workflow',
  initialStatusId: statuses[0]?.id ?? '',
  transitions: statuses.map(({ id, name }, at) => ({ id: String(11 + 10 * at), name, from: [], to: id })),
});
