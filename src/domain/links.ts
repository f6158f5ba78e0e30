import type { IssueId } from './ids';
import { isLinkKind, ruleOf, type LinkEnd, type LinkKind, type LinkKindRule } from './link-kinds';

/** A typed link between two issues; `from` is the end whose phrase is read first. */
export interface TypedLink {
  readonly kind: LinkKind;
  readonly from: IssueId;
  readonly to: IssueId;
}

export interface LinkedIssue {
  readonly id: IssueId;
  readonly key: string;
  /** What the issue can be at the end of a link: an epic is an item; a bug can be an item and a ticket. */
  readonly ends: readonly LinkEnd[];
}

export type LinkDecision =
  | { readonly kind: 'add'; readonly link: TypedLink }
  | { readonly kind: 'exists'; readonly link: TypedLink }
  | { readonly kind: 'refused'; readonly why: LinkRefusal };

export type LinkRefusal =
  | { readonly reason: 'unknown-kind'; readonly given: string }
  | { readonly reason: 'self-link'; readonly key: string }
  | { readonly reason: 'wrong-end'; readonly key: string; readonly expected: readonly LinkEnd[] };

/** Decides whether a link may be drawn: known kind, two different issues, the right type at each end, and not there yet. */
export function decideLink(kind: string, from: LinkedIssue, to: LinkedIssue, existing: readonly TypedLink[]): LinkDecision {
  if (!isLinkKind(kind)) return refuse({ reason: 'unknown-kind', given: kind });
  if (from.id === to.id) return refuse({ reason: 'self-link', key: from.key });
  const { joins } = ruleOf(kind);
  const fitting = joins.filter((join) => join.from.some((end) => from.ends.includes(end)));
  if (fitting.length === 0) return refuse({ reason: 'wrong-end', key: from.key, expected: endsOf(joins, 'from') });
  if (!fitting.some((join) => join.to.some((end) => to.ends.includes(end))))
    return refuse({ reason: 'wrong-end', key: to.key, expected: endsOf(fitting, 'to') });
  const link: TypedLink = { kind, from: from.id, to: to.id };
  return existing.some((other) => sameLink(other, link)) ? { kind: 'exists', link } : { kind: 'add', link };
}

const sameLink = (a: TypedLink, b: TypedLink): boolean => a.kind === b.kind && a.from === b.from && a.to === b.to;

/** Key of a link's own record (weight, note, author): one per (from, kind, to). */
export const linkKey = (link: TypedLink): string => `${link.from}.${link.kind}.${link.to}`;

/** One sentence for the person who tried. */
export function phraseRefusal(why: LinkRefusal): string {
  switch (why.reason) {
    case 'unknown-kind':
      return `“${why.given}” is no kind of link.`;
    case 'self-link':
      return `${why.key} can’t be linked to itself.`;
    case 'wrong-end':
      return `${why.key} is no ${why.expected.join(', ')}: this link needs one there.`;
  }
}

const refuse = (why: LinkRefusal): LinkDecision => ({ kind: 'refused', why });

const endsOf = (joins: LinkKindRule['joins'], side: 'from' | 'to'): readonly LinkEnd[] => [...new Set(joins.flatMap((join) => join[side]))];
