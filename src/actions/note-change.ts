import { mayMean, type LinkTypeWords } from '../domain/health/link-meaning';
import type { IssueId, ProjectId } from '../domain/ids';
import { isLinkKind, ruleOf, type LinkKind } from '../domain/link-kinds';
import { statementId } from '../domain/ids';
import type { TypedLink } from '../domain/links';
import { forgetNotes } from './forgetting-notes';
import type { Change, Ports } from './ports';
import type { SiteSettings } from './settings-ports';

/** What Jira tells of a change, as far as anyone here cares. */
export type JiraEvent =
  | { readonly kind: 'issue-came-or-went'; readonly issueId: IssueId }
  /** `fields` are Jira's ids or names, in lower case. */
  | { readonly kind: 'issue-edited'; readonly issueId: IssueId; readonly fields: readonly string[] }
  | {
      readonly kind: 'link-drawn' | 'link-removed';
      readonly from: IssueId;
      readonly to: IssueId;
      readonly linkTypeId: string;
      /** The link type's own words, and the projects of both ends, where the event tells them. */
      readonly words?: Omit<LinkTypeWords, 'id'>;
      readonly projects?: readonly ProjectId[];
    };

type LinkEvent = Extract<JiraEvent, { readonly kind: 'link-drawn' | 'link-removed' }>;

type Needed = Pick<Ports, 'settings' | 'changes' | 'runs' | 'evidence' | 'issues' | 'linkNotes' | 'clock'>;

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
      const efforts = new Set(
        [settings.effort, ...Object.values(settings.projects).map(({ effort }) => effort)].flatMap((own) => own?.fieldId.toLowerCase() ?? []),
      );
      return settings.version > 0 && event.fields.some((field) => matters.has(field) || efforts.has(field)) ? [event.issueId] : [];
    }
    case 'link-drawn':
    case 'link-removed':
      return kindOfLink(settings, event.linkTypeId) !== undefined || maySayTooLittle(settings, event) ? [event.from, event.to] : [];
  }
}

// "Relates to" counts for nothing, and between a statement and what could be built it is often meant to.
const maySayTooLittle = ({ statementProjects }: SiteSettings, { words, projects }: LinkEvent): boolean =>
  words !== undefined && mayMean(words) && projects?.some((id) => statementProjects.includes(id)) === true;

function kindOfLink({ linkTypes }: SiteSettings, linkTypeId: string): LinkKind | undefined {
  const [kind] = Object.entries(linkTypes).find(([, id]) => id === linkTypeId) ?? [];
  return kind !== undefined && isLinkKind(kind) ? kind : undefined;
}

/**
 * A link that is gone takes with it what it said by itself: its weight or cover, and of a ticket the record without words. Quotes
 * are feedback of their own and stay. A late event of a link that was drawn again withdraws nothing.
 */
export async function withdraw(ports: Needed, settings: SiteSettings, { from, to, linkTypeId }: Pick<LinkEvent, 'from' | 'to' | 'linkTypeId'>): Promise<void> {
  const kind = kindOfLink(settings, linkTypeId);
  if (kind === undefined) return;
  const link: TypedLink = { kind, from, to };
  const { stance } = ruleOf(kind);
  const [evidence, notes] = await Promise.all([
    stance && ports.evidence.read(ports.evidence.evidenceId({ kind: 'ticket', ticketId: from }, statementId(to), stance)),
    ports.linkNotes.read([link]),
  ]);
  if (evidence === undefined && notes.size === 0) return;
  const readAt = ports.clock.now();
  const [issue] = await ports.issues.read('app', [from], 'light');
  const isStillThere = issue?.links.some((own) => own.isFrom && own.typeId === linkTypeId && own.other.id === to) === true;
  if (issue === undefined || isStillThere) return;
  if (evidence) await ports.evidence.remove(evidence);
  await forgetNotes(ports, [link], readAt);
}
