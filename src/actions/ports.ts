import type { AccountId, EvidenceId, IssueId, ProjectId, StatementId } from '../domain/ids';
import type { TypedLink } from '../domain/links';
import type { DecisionsPort } from './decision-ports';
import type { CustomersPort, EvidencePort, LinkNotesPort } from './evidence-ports';
import type { GatePort } from './gate-ports';
import type { OpinionsPort } from './opinion-ports';
import type { PinsPort } from './pinning';
import type { RankPort } from './rank-port';
import type { SavedViewsPort } from './saved-views-port';
import type { SettingsPort } from './settings-ports';
import type { ScreensPort, SiteLinkType, SitePort } from './setup-ports';
import type { WorkPort } from './work';
import type { WorkflowsPort } from './workflow-ports';

/** Who acts: the person in front of the page, with that person's rights, or the app in a background run. */
export type As = 'user' | 'app';

/** The person Forge says is calling; never taken from a payload. */
export interface Caller {
  readonly accountId: AccountId;
}

/** What the app reads of an issue. Missing and forbidden issues are simply not in an answer. */
export interface IssueFacts {
  readonly id: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  readonly typeId: string;
  readonly typeName: string;
  /** 1 and above: epic and above; 0: base; -1: sub-task. */
  readonly level: number;
  readonly summary: string;
  /** The description as plain text. */
  readonly text: string;
  readonly status: { readonly name: string; readonly category: 'new' | 'indeterminate' | 'done' };
  readonly priority: string | undefined;
  /** Epoch seconds. */
  readonly created: number;
  /** Epoch seconds; set once the issue is resolved. */
  readonly resolved: number | undefined;
  readonly reporter: { readonly accountId: AccountId; readonly name: string } | undefined;
  readonly organisations: readonly string[];
  readonly parentId: IssueId | undefined;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly effort: number | undefined;
  readonly isRestricted: boolean;
  readonly stakeholder: string | undefined;
  readonly job: string | undefined;
  readonly links: readonly IssueLinkFacts[];
  /** The board that its project ranks does not hold it. Set by whoever takes issues into the index. */
  readonly isOffBoard?: true;
}

export interface IssueLinkFacts {
  /** Jira's id of the link. */
  readonly id: string;
  readonly typeId: string;
  /** True: this issue shows the outward phrase ("solves"), so it is the link's `from`. */
  readonly isFrom: boolean;
  readonly other: { readonly id: IssueId; readonly key: string; readonly summary: string; readonly typeId: string; readonly isDone: boolean };
}

/** What is read of issues: `light` leaves out text, people and priority, for background reading of many. */
export type IssueDetail = 'full' | 'light';

/** Which issues of a project. */
export interface IssueQuery {
  readonly projectId: ProjectId;
  readonly typeIds: readonly string[];
  /** Epoch seconds. */
  readonly updatedSince?: number;
  /** Only those that have a link of one of these types, by Jira's names for them. */
  readonly linkedBy?: readonly string[];
}

export interface IssuesPort {
  /** At most 100 ids; in no particular order; costs 1 point and 1 per issue found. */
  read(as: As, ids: readonly IssueId[], detail: IssueDetail): Promise<readonly IssueFacts[]>;
  /** For callers that are told only a key: the gate. Read from the issue itself, never from search. */
  byKey(as: As, key: string): Promise<IssueFacts | undefined>;
  /** One page of a project's issues of some types, oldest id first; `after` comes from the page before. */
  page(as: As, query: IssueQuery, after: string | undefined): Promise<{ readonly issues: readonly IssueFacts[]; readonly next: string | undefined }>;
  count(as: As, query: IssueQuery): Promise<number>;
  /** Of at most 50 issues, those that a saved filter finds, as they are now; undefined: the filter is not for us to use, or one of the issues is gone. */
  foundBy(as: As, filterId: string, ids: readonly IssueId[]): Promise<ReadonlySet<IssueId> | undefined>;
  /** Creates a statement as the person, its property with it. */
  createStatement(draft: {
    readonly projectId: ProjectId;
    readonly typeId: string;
    readonly sentence: string;
    readonly stakeholder: string;
    readonly job: string;
    readonly marker: string;
  }): Promise<IssueId>;
  /** Creates an ordinary task as the person, its marker with it. */
  createTask(draft: {
    readonly projectId: ProjectId;
    readonly typeId: string;
    readonly summary: string;
    readonly paragraphs: readonly string[];
    readonly marker: string;
  }): Promise<IssueId>;
  /** Deletes an issue as the person, its sub-tasks never. */
  remove(id: IssueId): Promise<'removed' | 'missing' | 'refused'>;
  /** Finds an issue that this person made under a marker since then (epoch seconds), also where search does not know it yet. */
  findByMarker(project: Pick<ProjectFacts, 'id' | 'key'>, marker: string, since: number): Promise<IssueId | undefined>;
  /** Writes derived numbers, at most 100 issues a call; safe to repeat. */
  writeNumbers(rows: readonly { readonly id: IssueId; readonly score: number; readonly customers: number; readonly day: string }[]): Promise<void>;
}

export type LinkOutcome = 'linked' | 'full' | 'refused';

/** Whether a call waits out a wall of Jira's itself; `none`: its caller hears at once for how long to wait. */
export type Patience = 'usual' | 'none';

export interface LinksPort {
  /** As the person. A link that exists already is `linked` too. */
  add(link: Pick<TypedLink, 'from' | 'to'>, typeId: string, patience?: Patience): Promise<LinkOutcome>;
  /** As the person, by Jira's own link id. */
  remove(linkId: string, patience?: Patience): Promise<'removed' | 'missing' | 'refused'>;
  /** Every link type of the site; none where linking is switched off. */
  types(as: As): Promise<readonly SiteLinkType[]>;
}

export type ProjectRight = 'browse' | 'create-issues' | 'schedule-issues' | 'administer';

export interface PermissionsPort {
  isJiraAdmin(): Promise<boolean>;
  hasProject(projectId: ProjectId, right: ProjectRight): Promise<boolean>;
  /** Of these issues, those the person may browse; 1,000 ids a call, in parallel. */
  browsable(ids: readonly IssueId[]): Promise<ReadonlySet<IssueId>>;
  /** Of these issues, those on which the person has the right. */
  mayOn(ids: readonly IssueId[], right: 'edit' | 'link' | 'schedule' | 'delete'): Promise<ReadonlySet<IssueId>>;
}

export interface ProjectFacts {
  readonly id: ProjectId;
  readonly key: string;
  readonly name: string;
  readonly style: 'company-managed' | 'team-managed';
  readonly types: readonly { readonly id: string; readonly name: string; readonly level: number }[];
}

interface Board {
  readonly id: number;
  readonly name: string;
  readonly type: string;
}

interface BoardFacts {
  /** What the board holds. */
  readonly filterId: string;
  /** The field by which it estimates; undefined: it counts issues, or nothing. */
  readonly estimation: { readonly fieldId: string; readonly name: string } | undefined;
}

export interface ProjectsPort {
  read(as: As, id: ProjectId): Promise<ProjectFacts | undefined>;
  list(as: As): Promise<readonly Omit<ProjectFacts, 'types'>[]>;
  /** Boards of the project that the person may see. */
  boards(id: ProjectId): Promise<readonly Board[]>;
  /** How a board is set up; undefined: there is none that the person may see. */
  board(boardId: number): Promise<BoardFacts | undefined>;
}

export interface HeldClaim {
  readonly kind: 'held';
  readonly note: string | undefined;
  /** Epoch seconds. */
  readonly since: number;
  /** The claim was taken for the same thing. */
  readonly isSameAct: boolean;
}

/** An act that must happen once: who comes first takes the claim, and notes in it what came of the act. */
export interface ClaimsPort {
  /** `about` says what the act is to do: under one id it can only be one thing. */
  take(kind: string, id: string, about?: string): Promise<{ readonly kind: 'taken' } | HeldClaim>;
  /** From a holder who is lost, as it was found: of several who try, one gets it. */
  takeOver(kind: string, id: string, held: HeldClaim, about?: string): Promise<boolean>;
  settle(kind: string, id: string, note: string, about?: string): Promise<void>;
  /** What came of an act; undefined: nothing yet, or nobody took it. */
  read(kind: string, id: string): Promise<string | undefined>;
  release(kind: string, id: string): Promise<void>;
}

/** Something that happened and that the index does not know yet. */
export type Change =
  | { readonly kind: 'issue'; readonly issueId: IssueId }
  | { readonly kind: 'evidence'; readonly statementId: StatementId; readonly evidenceId: EvidenceId }
  | { readonly kind: 'customers' };

export interface PendingChange {
  readonly change: Change;
  /** Changes with every note: done() forgets the note only if nothing new happened since. */
  readonly stamp: string;
}

export interface ChangesPort {
  note(changes: readonly Change[]): Promise<void>;
  pending(limit: number): Promise<readonly PendingChange[]>;
  done(changes: readonly PendingChange[]): Promise<void>;
}

/** Background runs; a body is small, versioned, and safe to deliver twice, late and out of order. */
export type Run =
  | { readonly v: 1; readonly kind: 'refresh' }
  | { readonly v: 1; readonly kind: 'rebuild'; readonly projectId: ProjectId; readonly token: string }
  | { readonly v: 1; readonly kind: 'scan'; readonly projectId: ProjectId; readonly token: string }
  | { readonly v: 1; readonly kind: 'publish'; readonly projectId: ProjectId }
  | { readonly v: 1; readonly kind: 'answers'; readonly from: number };

/** A function of the app in somebody's search, as Jira hands it over. */
export interface JqlCall {
  readonly functionName: string;
  readonly operator: string;
  readonly words: readonly string[];
}

/** What a function stands for. It names no issue but statements, for a search that names what one may not see is refused. */
export type JqlMeaning =
  /** What is linked to any of these statements by a link that they show with the phrase. */
  | { readonly kind: 'linked'; readonly ends: readonly { readonly key: string; readonly phrase: string }[] }
  /** Work without a parent that shows no link with these phrases. */
  | { readonly kind: 'unlinked'; readonly phrases: readonly string[]; readonly exceptTypes: readonly string[] };

/** One answer for everybody who searches: Jira evaluates it with each person's own rights. */
export type JqlAnswer = { readonly jql: string } | { readonly error: string };

export interface JqlFunctionsPort {
  phrase(meaning: JqlMeaning, isNegated: boolean): string;
  /** What was searched by within the last week, and what Jira keeps for it. */
  page(startAt: number): Promise<{
    readonly rows: readonly { readonly id: string; readonly call: JqlCall; readonly jql: string | undefined; readonly error: string | undefined }[];
    readonly next: number | undefined;
  }>;
  update(answers: readonly { readonly id: string; readonly answer: JqlAnswer }[]): Promise<void>;
}

/** The number field that shows the score where a property can't be: on screens, in columns, in exports. */
export interface ScoreFieldPort {
  /** undefined: the site has none, for instance while the app is being installed again. */
  id(): Promise<string | undefined>;
  /** At most 100 issues a call, without a line in their history; safe to repeat. Issues that are gone are left out. */
  write(fieldId: string, rows: readonly { readonly id: IssueId; readonly score: number }[]): Promise<'written' | 'no-field'>;
}

export interface RunsPort {
  push(run: Run, delayInSeconds?: number): Promise<void>;
}

export interface ClockPort {
  /** Epoch seconds. */
  now(): number;
}

/** One line a run, with the trace; never personal data, never a customer's words. */
export interface LogPort {
  info(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  failure(message: string, error: unknown): void;
}

/** A set of named parts that change together: readers see all of one version or all of the next. */
export interface StoredDocument {
  readonly version: number;
  /** Part names that exist in this version. */
  readonly names: readonly string[];
  part(name: string): Promise<unknown>;
  parts(names: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

export interface DocumentsPort {
  read(name: string): Promise<StoredDocument>;
  /** Writes only the changed parts (undefined removes one), then moves the head on condition that nobody moved it since. */
  write(name: string, since: StoredDocument, changed: ReadonlyMap<string, unknown>): Promise<'written' | 'conflict'>;
}

/** A record as it lies in storage. */
export interface ArchivedRecord {
  readonly entity: string;
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What people put into the app, for taking it out and putting it back. */
export interface ArchivePort {
  page(after: string | undefined): Promise<{ readonly records: readonly ArchivedRecord[]; readonly next: string | undefined }>;
  /** Why a record can't be put back; undefined: it can. */
  check(record: ArchivedRecord): string | undefined;
  put(records: readonly ArchivedRecord[], isDryRun: boolean): Promise<{ readonly replaced: number; readonly added: number }>;
}

export interface Ports {
  readonly archive: ArchivePort;
  readonly issues: IssuesPort;
  readonly links: LinksPort;
  readonly permissions: PermissionsPort;
  readonly projects: ProjectsPort;
  readonly settings: SettingsPort;
  readonly customers: CustomersPort;
  readonly evidence: EvidencePort;
  readonly linkNotes: LinkNotesPort;
  readonly gate: GatePort;
  readonly claims: ClaimsPort;
  readonly site: SitePort;
  readonly workflows: WorkflowsPort;
  readonly screens: ScreensPort;
  readonly changes: ChangesPort;
  readonly runs: RunsPort;
  readonly documents: DocumentsPort;
  readonly work: WorkPort;
  readonly decisions: DecisionsPort;
  readonly pins: PinsPort;
  readonly opinions: OpinionsPort;
  readonly rank: RankPort;
  readonly savedViews: SavedViewsPort;
  readonly jqlFunctions: JqlFunctionsPort;
  readonly scoreField: ScoreFieldPort;
  readonly clock: ClockPort;
  readonly log: LogPort;
  /** Atlassian's id of the site; undefined where nobody is in front of a page. */
  readonly cloudId: string | undefined;
}
