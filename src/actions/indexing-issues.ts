import type { IndexedStatement, StatementLink } from '../domain/index/graph';
import type { IndexedItem, Serve } from '../domain/index/items';
import { statementId } from '../domain/ids';
import { ruleOf } from '../domain/link-kinds';
import { linkKey } from '../domain/links';
import { compareIds } from '../domain/score';
import type { LinkNote } from './evidence-ports';
import type { IssueFacts } from './ports';
import type { SiteSettings } from './settings-ports';
import { settingsOf } from './project-settings';
import { kindOfType, typedLinksOf, type ReadLink } from './reading-statements';

export type Notes = ReadonlyMap<string, LinkNote>;

/** The links of an issue that may carry a note of their own. */
export const notedLinks = (settings: SiteSettings, issue: IssueFacts): readonly ReadLink[] =>
  typedLinksOf(settings, issue).filter(
    ({ facts, link }) => facts.isFrom && (kindOfType(settings, issue.typeId) !== undefined || link.kind === 'solves' || link.kind === 'realises'),
  );

export function statementFrom(settings: SiteSettings, issue: IssueFacts, notes: Notes): IndexedStatement | undefined {
  const kind = kindOfType(settings, issue.typeId);
  if (kind === undefined) return undefined;
  const links = notedLinks(settings, issue).flatMap(({ link }): StatementLink[] => {
    if (link.kind === 'solves' || link.kind === 'realises') return [];
    return [{ kind: link.kind, to: statementId(link.to), weight: weightOf(link, notes) }];
  });
  return {
    id: statementId(issue.id),
    key: issue.key,
    kind,
    projectId: issue.projectId,
    sentence: issue.summary,
    isClosed: issue.status.category === 'done',
    isRestricted: issue.isRestricted,
    stakeholder: issue.stakeholder,
    job: issue.job,
    links: sortedByTarget(links),
  };
}

/** What could be built: anything that is no statement and no sub-task, of the types that the project names. */
export function itemFrom(settings: SiteSettings, issue: IssueFacts, notes: Notes): IndexedItem | undefined {
  if (issue.level < 0 || kindOfType(settings, issue.typeId) !== undefined) return undefined;
  if (settingsOf(settings, issue.projectId).itemTypes?.includes(issue.typeId) === false) return undefined;
  const serves = notedLinks(settings, issue).flatMap(({ link }): Serve[] => {
    if (link.kind !== 'solves' && link.kind !== 'realises') return [];
    return [{ to: statementId(link.to), kind: link.kind, cover: weightOf(link, notes) }];
  });
  // Of what is finished only what solved something still counts; a tracker's closed bugs would make every refresh read them all.
  if (issue.status.category === 'done' && issue.level === 0 && serves.length === 0) return undefined;
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    typeId: issue.typeId,
    typeName: issue.typeName,
    level: issue.level,
    status: issue.status.name,
    category: issue.status.category,
    parent: issue.parentId ?? null,
    effort: issue.effort ?? null,
    // A status of the "done" category without a date of resolution: nobody knows when, so as early as can be.
    done: issue.status.category === 'done' ? (issue.resolved ?? issue.created) : null,
    labels: issue.labels,
    components: issue.components,
    serves: sortedByTarget(serves),
    ...(issue.isOffBoard && { isOffBoard: true }),
  };
}

const weightOf = (link: Parameters<typeof linkKey>[0], notes: Notes): number => notes.get(linkKey(link))?.weight ?? ruleOf(link.kind).defaultWeight;

// Jira answers links in no particular order; the same links must give the same record.
const sortedByTarget = <Link extends { readonly kind: string; readonly to: string }>(links: readonly Link[]): readonly Link[] =>
  [...links].sort((a, b) => compareIds(a.to, b.to) || compareIds(a.kind, b.kind));
