import type { IssueId, ProjectId } from '../ids';
import { ruleOf, type LinkEnd, type LinkKind } from '../link-kinds';
import type { StatementKind } from '../statements';
import type { LinkMeaning } from './link-meaning';

/** An issue as the rules see it. */
export interface HealthIssue {
  readonly id: IssueId;
  readonly key: string;
  /** undefined: known only from a link to it. */
  readonly projectId: ProjectId | undefined;
  readonly kind: StatementKind | 'work';
  /** 1 and above: epic and above. */
  readonly level: number;
  readonly isClosed: boolean;
  readonly sentence: string;
  readonly parent: IssueId | undefined;
}

/** A link as it stands in Jira. */
export interface DrawnLink {
  readonly id: string;
  readonly typeId: string;
  readonly from: IssueId;
  readonly to: IssueId;
}

export interface HealthLink extends DrawnLink {
  readonly meaning: LinkMeaning;
}

/** Who speaks on a problem, as far as the reader of the faults may know. */
export interface Voices {
  readonly records: number;
  readonly customers: number;
  /** Share of the support that its largest voice has, 0..1. */
  readonly largestShare: number;
}

export interface HealthFacts {
  readonly issues: ReadonlyMap<string, HealthIssue>;
  readonly links: readonly HealthLink[];
  /** The link type by which setup draws each kind. */
  readonly chosen: Readonly<Partial<Record<LinkKind, string>>>;
  /** Projects whose epics must state a problem. */
  readonly ranked: ReadonlySet<string>;
  /** By problem; a problem that is not there is not judged by its evidence. */
  readonly voices: ReadonlyMap<string, Voices>;
  /** More open epics than this on one problem are too many. */
  readonly mostEpics: number;
}

export const defaultMostEpics = 8;

export type Fit = 'fits' | 'reversed' | 'misfit';

const allEndsOf = ({ kind }: HealthIssue): readonly LinkEnd[] => (kind === 'work' ? ['item', 'ticket'] : [kind]);

/** Where nobody said what was meant: an epic is built, nobody wrote in with it. */
const likelyEndsOf = (issue: HealthIssue): readonly LinkEnd[] => (issue.kind === 'work' && issue.level >= 1 ? ['item'] : allEndsOf(issue));

const joins = (kind: LinkKind, from: readonly LinkEnd[], to: readonly LinkEnd[]): boolean =>
  ruleOf(kind).joins.some((row) => row.from.some((end) => from.includes(end)) && row.to.some((end) => to.includes(end)));

export const mayJoin = (kind: LinkKind, from: HealthIssue, to: HealthIssue): boolean => joins(kind, allEndsOf(from), allEndsOf(to));

export const isLikely = (kind: LinkKind, from: HealthIssue, to: HealthIssue): boolean => joins(kind, likelyEndsOf(from), likelyEndsOf(to));

export function fitOf(kind: LinkKind, from: HealthIssue, to: HealthIssue): Fit {
  if (mayJoin(kind, from, to)) return 'fits';
  return mayJoin(kind, to, from) ? 'reversed' : 'misfit';
}
