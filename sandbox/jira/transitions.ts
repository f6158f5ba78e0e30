import { amend } from './amend';
import { addComment } from './comments';
import { drawLinks } from './edit';
import { writeFields } from './field-writes';
import type { ChangeItem, Issue } from './issue';
import { JiraRefusal, refuse } from './refusal';
import { issueFor, issueToChange, mayOn } from './rights';
import { done, ok, routes, type Ask } from './route';
import { statusBean, linkTypeBean } from './self';
import { known, type Site, type Transition } from './site';
import { typeOf } from './links';
import { resolve, updateSchema } from './updates';

export const transitionRoutes = routes('platform', [
  [
    'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
    'getTransitions',
    'read',
    (ask) => {
      const { site, viewer, query } = ask;
      const issue = issueFor(site, viewer, ask.param('issueIdOrKey'));
      const asked = query.text('transitionId');
      const open = mayOn(site, viewer, 'TRANSITION_ISSUES', issue) ? transitionsOf(site, issue).filter(({ id }) => asked === undefined || id === asked) : [];
      return ok({ expand: 'transitions', transitions: open.map((transition) => transitionBean(site, transition)) }, open.length);
    },
  ],
  ['POST /rest/api/3/issue/{issueIdOrKey}/transitions', 'doTransition', 'write', doTransition],
]);

function transitionsOf(site: Site, issue: Issue): Transition[] {
  const project = known(site.projects, issue.projectId, 'project');
  return known(site.workflows, project.workflowId, 'workflow').transitions.filter(({ from }) => from.length === 0 || from.includes(issue.statusId));
}

const transitionBean = (site: Site, { id, name, from, to }: Transition) => ({
  id,
  name,
  to: statusBean(site, known(site.statuses, to, 'status')),
  hasScreen: false,
  isGlobal: from.length === 0,
  isInitial: false,
  isAvailable: true,
  isConditional: false,
  isLooped: false,
});

async function doTransition(ask: Ask) {
  const { site, viewer } = ask;
  const issue = issueToChange(site, viewer, ask.param('issueIdOrKey'), 'TRANSITION_ISSUES');
  const body = ask.parse(updateSchema);
  const id = body.transition?.id;
  if (id === undefined) throw refuse(400, 'Missing transition identifier');
  const transition = transitionsOf(site, issue).find((candidate) => candidate.id === id);
  if (transition === undefined) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
  const resolved = resolve(site, issue, body);
  const { changes, items } = writeFields(ask, issue, resolved.fields, known(site.projects, issue.projectId, 'project'));

  await askValidators(site, issue, transition, modifiedFields(ask, resolved));
  // A rule takes its time; somebody else may have been faster.
  const current = issueFor(site, viewer, String(issue.id));
  if (current.statusId !== issue.statusId) throw refuse(409, 'The issue is being transitioned by somebody else. Refresh it and try again.');

  const moved = statusAfter(site, current, transition.to);
  amend(ask, issue.id, { ...moved.changes, ...changes }, { items: [...moved.items, ...items] });
  for (const comment of resolved.comments) addComment(ask, current, comment);
  drawLinks(ask, issue.id, resolved.links);
  return done();
}

/** What the rule is told of: linked issues by id and type, as a link in an answer reads. */
function modifiedFields({ site, viewer }: Ask, { fields, links }: ReturnType<typeof resolve>) {
  const drawn = links.map(({ type, inwardIssue, outwardIssue }) => {
    const end = outwardIssue ?? inwardIssue;
    const other = issueFor(site, viewer, end?.id ?? end?.key ?? '');
    return {
      type: linkTypeBean(site, typeOf(site, type)),
      [outwardIssue === undefined ? 'inwardIssue' : 'outwardIssue']: { id: String(other.id), key: other.key },
    };
  });
  return { ...fields, ...(drawn.length > 0 && { issuelinks: drawn }) };
}

async function askValidators(site: Site, issue: Issue, transition: Transition, modified: object): Promise<void> {
  const { hooks, onValidatorFailure = 'block' } = site.options;
  const refusals: string[] = [];
  for (const { moduleKey, configuration, isDisabled } of transition.validators) {
    if (isDisabled) continue;
    const input = { issueKey: issue.key, transition: { from: { id: issue.statusId }, to: { id: transition.to }, modifiedFields: modified } };
    try {
      const { result, errorMessage } = await hooks.validate({ moduleKey, configuration }, input);
      if (!result) refusals.push(errorMessage ?? 'A workflow rule does not allow this transition.');
    } catch {
      if (onValidatorFailure === 'block') refusals.push('A workflow rule could not be checked.');
    }
  }
  if (refusals.length > 0) throw new JiraRefusal(400, { errorMessages: refusals, errors: {} });
}

/** The new status, and the resolution that the workflow's own post functions set and clear. */
function statusAfter(site: Site, issue: Issue, toId: string): { readonly changes: Partial<Issue>; readonly items: readonly ChangeItem[] } {
  const [before, after] = [known(site.statuses, issue.statusId, 'status'), known(site.statuses, toId, 'status')];
  const isDone = after.category === 'done';
  const resolution = isDone ? (issue.resolution ?? 'Done') : undefined;
  const items: ChangeItem[] = [{ field: 'status', fieldId: 'status', from: before.id, fromString: before.name, to: after.id, toString: after.name }];
  if (resolution !== issue.resolution)
    items.unshift({ field: 'resolution', fieldId: 'resolution', from: null, fromString: issue.resolution ?? null, to: null, toString: resolution ?? null });
  const resolvedAt = isDone ? (issue.resolved ?? site.now()) : undefined;
  return { changes: { statusId: after.id, ...(before.category !== after.category && { statusSince: site.now() }), resolution, resolved: resolvedAt }, items };
}
