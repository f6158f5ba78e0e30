import { amend } from './amend';
import { addComment } from './comments';
import { drawLinks } from './edit';
import { notOnScreen, writeFields } from './field-writes';
import type { ChangeItem, Issue } from './issue';
import { typeOf } from './links';
import { workflowFor } from './project-types';
import { refuse, refuseFields } from './refusal';
import { issueFor, issueToChange, mayOn } from './rights';
import { done, ok, routes, type Ask } from './route';
import { actionsOf, askValidators } from './running-rules';
import { fieldsOn } from './screens';
import { statusBean, linkTypeBean } from './self';
import { known, type Project, type Site } from './site';
import { resolve, updateSchema, type Resolved } from './updates';
import type { Transition } from './workflow';

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

const projectOf = (site: Site, issue: Issue): Project => known(site.projects, issue.projectId, 'project');

function transitionsOf(site: Site, issue: Issue): Transition[] {
  return workflowFor(site, projectOf(site, issue), issue.typeId).transitions.filter(({ from }) => from.length === 0 || from.includes(issue.statusId));
}

const transitionBean = (site: Site, { id, name, from, to, screen, conditions }: Transition) => ({
  id,
  name,
  to: statusBean(site, known(site.statuses, to, 'status')),
  hasScreen: screen !== undefined,
  isGlobal: from.length === 0,
  isInitial: false,
  isAvailable: true,
  isConditional: conditions !== undefined,
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
  checkScreen(site, transition, resolved);
  const { changes, items } = writeFields(ask, issue, resolved.fields, projectOf(site, issue));
  checkLinks(ask, issue, resolved.links);

  await askValidators(ask, issue, transition, modifiedFields(ask, resolved));
  // A rule takes its time; somebody else may have been faster.
  const current = issueFor(site, viewer, String(issue.id));
  if (current.statusId !== issue.statusId) throw refuse(409, 'The issue is being transitioned by somebody else. Refresh it and try again.');

  const moved = statusAfter(site, current, transition.to);
  const acted = actionsOf(ask, { ...current, ...changes }, transition);
  amend(ask, issue.id, { ...moved.changes, ...changes, ...acted.changes }, { items: [...moved.items, ...items, ...acted.items] });
  for (const comment of resolved.comments) addComment(ask, current, comment);
  drawLinks(ask, issue.id, resolved.links);
  return done();
}

/** Only what is on the transition's screen may be given along; a comment always may. */
function checkScreen(site: Site, { screen }: Transition, { fields, links }: Resolved): void {
  const shown = screen?.ruleKey === 'system:transition-screen' ? fieldsOn(site, screen.parameters['screenId']) : [];
  const hidden = [...Object.keys(fields), ...(links.length > 0 ? ['issuelinks'] : [])].filter((id) => !shown.includes(id));
  if (hidden.length > 0) throw refuseFields(Object.fromEntries(hidden.map((id) => [id, notOnScreen(id)])));
}

/** Before anything is asked or written: a link that cannot be drawn stops the whole transition. */
function checkLinks({ site, viewer }: Ask, issue: Issue, links: Resolved['links']): void {
  if (links.length === 0) return;
  if (!mayOn(site, viewer, 'LINK_ISSUES', issue)) throw refuseFields({ issuelinks: 'You do not have permission to link issues in this project.' });
  for (const { type, inwardIssue, outwardIssue } of links) {
    typeOf(site, type);
    const end = outwardIssue ?? inwardIssue;
    issueFor(site, viewer, end?.id ?? end?.key ?? '');
  }
}

/** What the rule is told of: linked issues by id and type, as a link in an answer reads. */
function modifiedFields({ site, viewer }: Ask, { fields, links }: Resolved) {
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
