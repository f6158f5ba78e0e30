import type { IssueId } from '../domain/ids';
import type { Placement } from '../domain/order/plan-moves';

export interface RankedIssue {
  readonly key: string;
  /** Jira's own text: it compares by bytes, and only its order means anything. */
  readonly rank: string;
  readonly isInSprint: boolean;
  readonly blockers: readonly IssueId[];
}

/** Jira's own order of issues, as the person. */
export interface RankPort {
  /** Strictly, not from a search; what the person may not see is not there. */
  read(ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, RankedIssue>>;
  /** One call of at most 50 issues; `refused`: those that Jira left where they were. An anchor that is gone is a refusal. */
  place(placement: Placement<IssueId>): Promise<{ readonly refused: readonly IssueId[] }>;
}
