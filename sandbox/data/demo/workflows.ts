import type { SiteRule, SiteStatus, SiteWorkflow } from '../../jira/site-data';
import { solvesId, typeIds } from './kinds';

/** Category, then the statuses' names by what the code calls them. */
export const statuses = {
  toDo: { id: '10000', name: 'To Do', category: 'new' },
  inProgress: { id: '3', name: 'In Progress', category: 'indeterminate' },
  done: { id: '10001', name: 'Done', category: 'done' },
  open: { id: '1', name: 'Open', category: 'new' },
  inDiscovery: { id: '10010', name: 'In discovery', category: 'indeterminate' },
  closed: { id: '6', name: 'Closed', category: 'done' },
  waiting: { id: '10020', name: 'Waiting for support', category: 'new' },
  answering: { id: '10021', name: 'In support', category: 'indeterminate' },
  resolved: { id: '5', name: 'Resolved', category: 'done' },
} as const satisfies Record<string, SiteStatus>;

const to = (id: string, name: string, from: readonly SiteStatus[], target: SiteStatus) => ({
  id,
  name,
  from: from.map(({ id: status }) => status),
  to: target.id,
});

/** The rule that an epic needs a problem before it moves on, as its screen saves it. */
const gate = {
  moduleKey: 'gate',
  configuration: JSON.stringify({
    v: 2,
    whenJiraIsDown: 'pass',
    statementTypeIds: { insight: [typeIds.insight], problem: [typeIds.problem], opportunity: [typeIds.opportunity] },
    solvesLinkTypeId: solvesId,
    modes: [{ projectId: null, typeIds: null, mode: 'require' }],
  }),
};

const { toDo, inProgress, done, open, inDiscovery, closed, waiting, answering, resolved } = statuses;

const mayResolve = { ruleKey: 'system:check-permission-validator', parameters: { permissionKey: 'RESOLVE_ISSUES' } } satisfies SiteRule;
const leaveToNobody = { ruleKey: 'system:change-assignee', parameters: { type: 'to-unassigned' } } satisfies SiteRule;

const delivery = (rules: SiteWorkflow['transitions'][number]['validators']): SiteWorkflow['transitions'] => [
  { ...to('11', 'Start work', [toDo], inProgress), ...(rules && { validators: rules }) },
  // Somebody set these long before the app came: it must not lose them when it adds its own.
  { ...to('21', 'Finish', [inProgress], done), otherValidators: [mayResolve] },
  to('31', 'Put back', [inProgress], toDo),
  { ...to('41', 'Reopen', [done], toDo), postFunctions: [leaveToNobody] },
];

export const workflows = {
  ledgerly: { id: '10000', name: 'Ledgerly workflow', initialStatusId: toDo.id, transitions: delivery([gate]) },
  mobile: { id: '10001', name: 'Ledgerly Mobile workflow', initialStatusId: toDo.id, transitions: delivery(undefined) },
  discovery: {
    id: '10002',
    name: 'Discovery workflow',
    initialStatusId: open.id,
    transitions: [
      to('11', 'Look into it', [open], inDiscovery),
      to('21', 'Close', [open, inDiscovery], closed),
      to('31', 'Open again', [inDiscovery, closed], open),
    ],
  },
  support: {
    id: '10003',
    name: 'Support workflow',
    initialStatusId: waiting.id,
    transitions: [to('11', 'Answer', [waiting], answering), to('21', 'Resolve', [waiting, answering], resolved), to('31', 'Open again', [resolved], waiting)],
  },
} as const satisfies Record<string, SiteWorkflow>;
