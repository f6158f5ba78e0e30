import type { PinView } from '../contract/pins';
import type { EvidenceId, AccountId, IssueId, ProjectId } from '../domain/ids';
import type { RecordedBacklog, DecidedPlace } from '../domain/decision/recorded-backlog';
import type { RecordedEvidence } from '../domain/decision/evidence-changes';
import type { DigestRow } from '../domain/index/digest';

/** An item that was put elsewhere than the evidence has it; with a blocker: it was left before what blocks it. */
interface Override {
  readonly issueId: IssueId;
  readonly blocker: IssueId | null;
  readonly reason: string;
}

/** An order that was applied: what lists show. */
export interface DecisionHead {
  readonly id: string;
  readonly projectId: ProjectId;
  /** Epoch seconds. */
  readonly at: number;
  readonly by: AccountId;
  /** How many places were applied. */
  readonly places: number;
  readonly overrides: readonly Override[];
  /** Epoch seconds: from when on somebody has undone it in Jira; null: it stands. */
  readonly takenBackAt: number | null;
}

/** All that the order follows from; written once, never changed. */
export interface DecisionBody {
  readonly backlog: RecordedBacklog;
  readonly asOfDay: number;
  /** The evidence's order as it was shown. */
  readonly places: readonly DecidedPlace[];
  /** The order that was applied. */
  readonly wanted: readonly IssueId[];
  /** What stood above the order, first first: of these, only what was applied. */
  readonly pins: readonly PinView[];
  readonly evidence: readonly RecordedEvidence[];
}

/** Somebody who would have decided otherwise: one word of each person. */
export interface Dissent {
  readonly by: AccountId;
  readonly at: number;
  readonly words: string;
}

export interface DecisionsPort {
  /** Once: a decision that is there already stays as it is. */
  record(head: DecisionHead, body: DecisionBody): Promise<void>;
  /** Says that it is undone, and since when; nothing where it never came to a decision. Twice is once. */
  takeBack(id: string): Promise<void>;
  /** The newest one that stands. */
  newest(projectId: ProjectId): Promise<DecisionHead | undefined>;
  /** Newest first. */
  ofProject(projectId: ProjectId): Promise<readonly DecisionHead[]>;
  read(projectId: ProjectId, id: string): Promise<{ readonly head: DecisionHead; readonly body: DecisionBody } | undefined>;
  dissent(id: string, dissent: Dissent): Promise<void>;
  dissentOn(id: string): Promise<readonly Dissent[]>;
  /** Stands for all that a record says to the score. */
  readonly fingerprint: (row: DigestRow) => readonly [EvidenceId, string];
}
