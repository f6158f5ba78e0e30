import type { LinkEnd, LinkKind } from '../domain/link-kinds';
import { isLinkKind } from '../domain/link-kinds';
import type { LinkedIssue, TypedLink } from '../domain/links';
import { statementId, type StatementId } from '../domain/ids';
import { statementKinds, type StatementKind } from '../domain/statements';
import type { StatementView } from '../contract/shapes';
import type { IssueFacts, IssueLinkFacts } from './ports';
import type { SiteSettings } from './settings-ports';

/** What an issue type stands for on this site; undefined: it is no statement. */
export const kindOfType = (settings: SiteSettings, typeId: string): StatementKind | undefined =>
  statementKinds.find((kind) => settings.statementTypes[kind].includes(typeId));

/** Until all types and links exist, nothing could be tagged or linked to the end. */
export const isSetUp = ({ statementTypes, linkTypes }: SiteSettings): boolean =>
  statementKinds.every((kind) => statementTypes[kind].length > 0) &&
  (['evidences', 'refutes', 'solves', 'realises'] as const).every((kind) => linkTypes[kind] !== undefined);

export interface KnownStatement {
  readonly id: StatementId;
  readonly kind: StatementKind;
}

export function asStatement(settings: SiteSettings, issue: Pick<IssueFacts, 'id' | 'typeId'>): KnownStatement | undefined {
  const kind = kindOfType(settings, issue.typeId);
  return kind && { id: statementId(issue.id), kind };
}

export function statementViewOf(settings: SiteSettings, issue: IssueFacts): StatementView | undefined {
  const known = asStatement(settings, issue);
  return (
    known && {
      ...known,
      key: issue.key,
      projectId: issue.projectId,
      sentence: issue.summary,
      isClosed: issue.status.category === 'done',
      isRestricted: issue.isRestricted,
      stakeholder: issue.stakeholder,
      job: issue.job,
    }
  );
}

/** A statement is only that; anything else may be built, and may be what somebody wrote in about. */
export function endsOf(settings: SiteSettings, issue: IssueFacts): LinkedIssue {
  const kind = kindOfType(settings, issue.typeId);
  const ends: readonly LinkEnd[] = kind ? [kind] : ['item', 'ticket'];
  return { id: issue.id, key: issue.key, ends };
}

export interface ReadLink {
  readonly link: TypedLink;
  readonly facts: IssueLinkFacts;
}

/** An issue's links of our kinds; all others are Jira's own business. */
export function typedLinksOf(settings: SiteSettings, issue: IssueFacts): readonly ReadLink[] {
  const kindOf = new Map<string, LinkKind>();
  for (const [kind, typeId] of Object.entries(settings.linkTypes)) if (isLinkKind(kind)) kindOf.set(typeId, kind);
  return issue.links.flatMap((facts) => {
    const kind = kindOf.get(facts.typeId);
    if (!kind) return [];
    const link: TypedLink = facts.isFrom ? { kind, from: issue.id, to: facts.other.id } : { kind, from: facts.other.id, to: issue.id };
    return [{ link, facts }];
  });
}

/** What an item says it solves or realises. */
export const statedLinks = (settings: SiteSettings, issue: IssueFacts): readonly ReadLink[] =>
  typedLinksOf(settings, issue).filter(({ link, facts }) => facts.isFrom && (link.kind === 'solves' || link.kind === 'realises'));
