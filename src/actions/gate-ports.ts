import type { Exemption, GateMode, Requirement } from '../domain/gate';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { ProjectFacts } from './ports';

/** Why an epic may pass the gate without a problem: who said so, and from when until when (epoch seconds). */
export interface ExemptionRecord extends Exemption {
  readonly issueId: IssueId;
  readonly projectId: ProjectId;
  readonly owner: AccountId;
  readonly since: number;
}

export const gateOutcomes = ['passed', 'stopped', 'would-stop', 'unchecked', 'exempt'] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

/** An issue at which the gate looked; only its key: not even it could be read. */
export interface GateSubject {
  readonly issueId: IssueId | undefined;
  readonly issueKey: string;
  readonly projectId: ProjectId | undefined;
}

/** What the gate did with an epic on a day. */
export interface GateCount {
  readonly what: GateOutcome;
  readonly issueKey: string;
  readonly at: number;
  readonly missing: Requirement | undefined;
}

/** Kept for good: what was done is not undone by what comes after. */
export interface AuditLine extends GateSubject {
  /** How the gate was passed without an open problem, or what was decided about passing it. */
  readonly how: 'warned' | 'unchecked' | 'exempt' | 'exempted' | 'exemption-ended';
  readonly at: number;
  readonly reason: string | undefined;
  /** Who exempted, or ended it; the gate itself is not told who moves. */
  readonly owner: AccountId | undefined;
  /** When an exemption was to end. */
  readonly until: number | undefined;
}

/** A move that was stopped; the panel meets the person who comes back from it. */
export interface StoppedMove {
  readonly at: number;
  /** null: Jira did not say where it was to go. */
  readonly toStatusId: string | null;
}

/** How many of the open epics of a project stated an open problem in the week that begins then. */
export interface Coverage {
  readonly at: number;
  readonly stated: number;
  readonly of: number;
}

export interface GatePort {
  exemption(issueId: IssueId): Promise<ExemptionRecord | undefined>;
  exempt(record: ExemptionRecord): Promise<void>;
  endExemption(issueId: IssueId): Promise<void>;
  /** Those in force, the one that ends last first. */
  exemptionsOf(projectId: ProjectId): Promise<readonly ExemptionRecord[]>;
  /** One count an issue, outcome and day. */
  count(subject: GateSubject, what: GateOutcome, missing?: Requirement): Promise<void>;
  /** Newest first, back to a time; with those of which only the key told the project. */
  counted(project: Pick<ProjectFacts, 'id' | 'key'>, since: number): Promise<readonly GateCount[]>;
  /** Of moves the first of an issue, act and day stands; of decisions every one. */
  note(line: Omit<AuditLine, 'at'>): Promise<void>;
  /** Newest first. */
  notesOf(project: Pick<ProjectFacts, 'id' | 'key'>): Promise<readonly AuditLine[]>;
  stopped(issueId: IssueId, toStatusId: string | null): Promise<void>;
  lastStop(issueId: IssueId): Promise<StoppedMove | undefined>;
  /** The last of a week stands. */
  cover(projectId: ProjectId, figure: Pick<Coverage, 'stated' | 'of'>): Promise<void>;
  /** By weeks, oldest first, a year at most. */
  coverageOf(projectId: ProjectId): Promise<readonly Coverage[]>;
  /** Remembers what types meet on their way: the panel shows it, nothing decides on it. */
  remember(projectId: ProjectId, modes: ReadonlyMap<string, GateMode>): Promise<void>;
  modeOf(projectId: ProjectId, typeId: string): Promise<GateMode | undefined>;
}
