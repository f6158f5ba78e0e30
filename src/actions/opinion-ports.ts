import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { Estimate } from '../domain/opinion/estimate';

/** A second opinion that a lead asks for: which items, and whether it still takes estimates. Times are epoch seconds. */
export interface Round {
  readonly id: string;
  readonly projectId: ProjectId;
  readonly by: AccountId;
  readonly at: number;
  /** By id, so that their order tells nothing. */
  readonly items: readonly IssueId[];
  readonly closedAt: number | null;
  /** When its result could first be seen by everybody: from then on nobody who comes new is blind. */
  readonly revealedAt: number | null;
}

/** Where a person stands in a round. Whoever is estimating is blind until that person's own act ends it. */
export type Standing = 'out' | 'estimating' | 'done';

export interface KeptEstimate {
  readonly by: AccountId;
  readonly issueId: IssueId;
  readonly estimate: Estimate;
}

export interface OpinionsPort {
  /** Strict: a round that was opened or closed a moment ago is known to be. */
  newest(projectId: ProjectId): Promise<Round | undefined>;
  lastClosed(projectId: ProjectId): Promise<Round | undefined>;
  /** Once under its id; refused while another one is open. */
  open(round: Pick<Round, 'id' | 'projectId' | 'by' | 'items'>): Promise<'opened' | 'other-is-open'>;
  /** Closes the project's newest round or opens it again; twice is once. */
  setOpen(projectId: ProjectId, id: string, isOpen: boolean): Promise<'set' | 'not-newest'>;
  standing(roundId: string, by: AccountId): Promise<Standing>;
  join(roundId: string, by: AccountId): Promise<void>;
  finish(roundId: string, by: AccountId): Promise<void>;
  people(roundId: string): Promise<{ readonly joined: number; readonly done: number }>;
  /**
   * Only while the person is estimating. One record per round, person and item: the first estimate stands, since its score is
   * shown then; from then on it can only be taken back to `passed`.
   */
  put(roundId: string, estimate: KeptEstimate): Promise<'put' | 'other-is-in' | 'not-estimating'>;
  /** Strict: what this person has put in. */
  own(round: Pick<Round, 'id' | 'items'>, by: AccountId): Promise<ReadonlyMap<IssueId, Estimate>>;
  /** Everybody's. */
  all(roundId: string): Promise<readonly KeptEstimate[]>;
}
