import type { IssueId } from '../domain/ids';
import { isLinkKind, ruleOf, type LinkKind } from '../domain/link-kinds';
import { statementId } from '../domain/ids';
import type { Change, Ports, SiteSettings } from './ports';

/** What Jira tells of a change, as far as anyone here cares. */
export type JiraEvent =
  | { readonly kind: 'issue-came-or-went'; readonly issueId: IssueId }
  /** `fields` are Jira's ids or names, in lower case. */
  | { readonly kind: 'issue-edited'; readonly issueId: IssueId; readonly fields: readonly string[] }
  | { readonly kind: 'link-drawn' | 'link-removed'; readonly from: IssueId; readonly to: IssueId; readonly linkTypeId: string };

type Needed = Pick<Ports, 'settings' | 'changes' | 'runs' | 'evidence' | 'issues'>;

// By far most events: asked first, so that re-ranking a backlog costs no read at all.
const neverMatters = new Set([
  'rank',
  'assignee',
  'description',
  'priority',
  'comment',
  'sprint',
  'attachment',
  'duedate',
  'reporter',
  'environment',
  'votes',
  'watches',
  'timespent',
  'timeestimate',
  'timeoriginalestimate',
  'worklogid',
  'worklogtimespent',
]);
const matters = new Set([
  'summary',
  'status',
  'resolution',
  'issuetype',
  'project',
  'key',
  'parent',
  'issueparentassociation',
  'epic link',
  'labels',
  'component',
  'components',
  'security',
  'link',
  'story points',
  'story point estimate',
]);

/** Notes what the index must look at again; the event itself is only a hint. */
export async function noteChange(ports: Needed, event: JiraEvent): Promise<'noted' | 'ignored'> {
  if (event.kind === 'issue-edited' && event.fields.length > 0 && event.fields.every((field) => neverMatters.has(field))) return 'ignored';
  const settings = await ports.settings.read();
  const issues = issuesToLookAt(settings, event);
  if (issues.length === 0) return 'ignored';
  if (event.kind === 'link-removed') await withdraw(ports, settings, event);
  await ports.changes.note(issues.map((issueId): Change => ({ kind: 'issue', issueId })));
  await ports.runs.push({ v: 1, kind: 'refresh' });
  return 'noted';
}

function issuesToLookAt(settings: SiteSettings, event: JiraEvent): readonly IssueId[] {
  switch (event.kind) {
    case 'issue-came-or-went':
      return settings.version === 0 ? [] : [event.issueId];
    case 'issue-edited': {
      const effort = settings.effort?.fieldId.toLowerCase();
      return settings.version > 0 && event.fields.some((field) => matters.has(field) || field === effort) ? [event.issueId] : [];
    }
    case 'link-drawn':
    case 'link-removed':
      return kindOfLink(settings, event.linkTypeId) === undefined ? [] : [event.from, event.to];
  }
}

function kindOfLink({ linkTypes }: SiteSettings, linkTypeId: string): LinkKind | undefined {
  const [kind] = Object.entries(linkTypes).find(([, id]) => id === linkTypeId) ?? [];
  return kind !== undefined && isLinkKind(kind) ? kind : undefined;
}

/**
 * Removing a ticket's evidence link in Jira takes back what the link said by itself: the record without words. Quotes are
 * feedback of their own and stay. A late event of a link that was drawn again withdraws nothing.
 */
async function withdraw(
  ports: Needed,
  settings: SiteSettings,
  { from, to, linkTypeId }: Extract<JiraEvent, { readonly kind: 'link-drawn' | 'link-removed' }>,
): Promise<void> {
  const kind = kindOfLink(settings, linkTypeId);
  const stance = kind && ruleOf(kind).stance;
  if (stance === undefined) return;
  const evidence = await ports.evidence.read(ports.evidence.evidenceId({ kind: 'ticket', ticketId: from }, statementId(to), stance));
  if (evidence === undefined) return;
  const [ticket] = await ports.issues.read('app', [from], 'light');
  const isStillThere = ticket?.links.some((link) => link.isFrom && link.typeId === linkTypeId && link.other.id === to) === true;
  if (ticket !== undefined && !isStillThere) await ports.evidence.remove(evidence);
}
