import type { IssueId } from '../domain/ids';
import type { Placement } from '../domain/order/plan-moves';

export interface RankedIssue {
  readonly key: string;
  /** Jira's own text: it compares by bytes, and changes when somebody ranks the issue. */
  readonly rank: string;
  readonly isInSprint: boolean;
  /** Open issues that it waits for, and open ones that wait for it. */
  readonly blockers: readonly IssueId[];
  readonly blocks: readonly IssueId[];
}

/** What Jira left where it was. `busy`: for no reason of the issue's own. */
export interface Unplaced {
  readonly id: IssueId;
  readonly why: 'busy' | 'forbidden';
}

/** Jira's own order of issues, as the person. */
export interface RankPort {
  /** Strictly, not from a search; what the person may not see is not there. */
  read(ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, RankedIssue>>;
  /** One call of at most 50 issues. An anchor that is gone is a refusal. */
  place(placement: Placement<IssueId>): Promise<{ readonly refused: readonly Unplaced[] }>;
}
