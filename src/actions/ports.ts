import type { AccountId, CustomerId, EvidenceId, IssueId, ProjectId, StatementId } from '../domain/ids';
import type { Evidence, Source } from '../domain/evidence';
import type { ModeRow, OutagePolicy } from '../domain/gate';
import type { LinkKind, Stance } from '../domain/link-kinds';
import type { TypedLink } from '../domain/links';
import type { ParamsInput } from '../domain/score/params';
import type { StatementKind } from '../domain/statements';
import type { DecisionsPort } from './decision-ports';
import type { GatePort } from './gate-ports';
import type { PinsPort } from './pinning';
import type { OpinionsPort } from './opinion-ports';
import type { RankPort } from './rank-port';
import type { SavedViewsPort } from './saved-views-port';
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
  /** Of at most 50 issues, those that a saved filter finds, as they are now; undefined: the filter is not for us to use. */
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

export interface SiteIssueType {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly description: string;
  /** Set on a team-managed project's own type. */
  readonly projectId: ProjectId | undefined;
}

/** What setup left on an issue type, for an installation that starts with empty storage. */
export interface TypeMark {
  readonly kind: StatementKind;
  /** Link types carry no properties of their own: the types of statements carry their ids. */
  readonly linkTypes: Readonly<Partial<Record<LinkKind, string>>>;
}

export interface SiteLinkType {
  readonly id: string;
  readonly name: string;
  readonly phrase: string;
  readonly inverse: string;
}

export interface IssueTypeScheme {
  readonly id: string;
  readonly name: string;
  readonly defaultTypeId: string | undefined;
  readonly isDefault: boolean;
  readonly typeIds: readonly string[];
  readonly projectIds: readonly ProjectId[];
}

export interface SiteField {
  readonly id: string;
  readonly name: string;
  /** Jira's type key, such as "com.pyxis.greenhopper.jira:jsw-story-points"; undefined on Jira's own fields. */
  readonly custom: string | undefined;
}

/** What a Jira admin may change on the site; always as that person. */
export interface SitePort {
  issueTypes(): Promise<readonly SiteIssueType[]>;
  /** What setup marked a type with: it stays when the type is renamed and when the app is installed again. */
  markOf(typeId: string): Promise<TypeMark | undefined>;
  mark(typeId: string, mark: TypeMark): Promise<void>;
  createType(kind: StatementKind): Promise<{ readonly kind: 'created'; readonly id: string } | { readonly kind: 'name-in-use' }>;
  /** undefined: linking of issues is switched off on the site. */
  linkTypes(): Promise<readonly SiteLinkType[] | undefined>;
  createLinkType(kind: LinkKind): Promise<{ readonly kind: 'created'; readonly id: string } | { readonly kind: 'name-in-use' }>;
  /** The schemes that these company-managed projects use, each with those of them that use it. */
  schemesOf(projectIds: readonly ProjectId[]): Promise<readonly IssueTypeScheme[]>;
  /** All or none; refused when one of them is in it already. */
  addToScheme(schemeId: string, typeIds: readonly string[]): Promise<'added' | 'refused'>;
  createScheme(
    name: string,
    typeIds: readonly string[],
    defaultTypeId: string | undefined,
  ): Promise<{ readonly kind: 'created'; readonly id: string } | { readonly kind: 'name-in-use' }>;
  schemeNamed(name: string): Promise<string | undefined>;
  assignScheme(schemeId: string, projectId: ProjectId): Promise<void>;
  pinPanel(projectId: ProjectId): Promise<'pinned' | 'refused'>;
  fields(): Promise<readonly SiteField[]>;
}

export interface SiteScreen {
  readonly id: string;
  readonly name: string;
}

/** Screens that company-managed projects show; as a Jira admin. */
export interface ScreensPort {
  list(): Promise<readonly SiteScreen[]>;
  /** Ids of the screens that show a field. */
  showing(fieldId: string): Promise<readonly string[]>;
  show(screenId: string, fieldId: string): Promise<'added' | 'refused'>;
}

/** What the admins chose about setting up, beside the projects. */
interface SetupMemory {
  /** How often choices were saved: who saves says which ones were read. */
  readonly revision: number;
  readonly savedBy: AccountId | undefined;
  /** Epoch seconds. */
  readonly savedAt: number | undefined;
  /** Lines of the plan that stay undone by choice. */
  readonly leftOut: readonly string[];
  /** Screens to show the field on; null: nobody chose yet. */
  readonly screens: readonly string[] | null;
  /** How a shared scheme is met, and what of the site was wanted for ours: until it is applied only the choice knows. */
  readonly sharedScheme?: 'copy' | 'shared';
  readonly adopt?: Adopted;
}

interface Adopted {
  readonly types: Readonly<Partial<Record<StatementKind, string | null>>>;
  readonly links: Readonly<Partial<Record<LinkKind, string | null>>>;
  /** Team-managed projects whose own types of these names are ours. */
  readonly own: readonly ProjectId[];
}

/** What setup remembers for the whole site; one versioned record. */
export interface SiteSettings {
  readonly version: number;
  readonly statementTypes: Readonly<Record<StatementKind, readonly string[]>>;
  /** Jira's link type id by kind. */
  readonly linkTypes: Readonly<Partial<Record<LinkKind, string>>>;
  readonly statementProjects: readonly ProjectId[];
  readonly backlogProjects: readonly ProjectId[];
  readonly ticketProjects: readonly ProjectId[];
  readonly openProjects: readonly ProjectId[];
  /** Projects in which this installation pinned the panel; Jira offers no way to read that back. */
  readonly pinnedProjects: readonly ProjectId[];
  /** Field that holds the effort, and its word. */
  readonly effort: { readonly fieldId: string; readonly unit: string } | undefined;
  readonly organisationsFieldId: string | undefined;
  readonly setup: SetupMemory;
  /** What the admins of projects decided for them; a project that is not there has no wish of its own. */
  readonly projects: Readonly<Record<string, ProjectSettings>>;
  /** What the gates of projects were told to do: the rules say it, and a rule that was taken out is put back as it was. */
  readonly gates: Readonly<Record<string, KeptGate>>;
}

/** What the rules of a project say, without the project itself. */
export interface KeptGate {
  /** As it was when this was kept. */
  readonly projectKey: string;
  readonly whenJiraIsDown: OutagePolicy;
  readonly rows: readonly Pick<ModeRow, 'typeIds' | 'mode'>[];
  /** It came with a file, and no rule says it yet. */
  readonly isToDo?: true;
}

/** What a project's admin decides. */
export interface ProjectSettings {
  /** How often it was saved: who saves says which one was read. */
  readonly revision: number;
  /** Issue types to rank; null: every type at the level of stories and above that is no statement. */
  readonly itemTypes: readonly string[] | null;
  /** The board whose backlog is ranked, and whose estimation counts; null: all items, and any board's. */
  readonly boardId: number | null;
  /** Field that holds the effort, and its word; null: the site's. */
  readonly effort: { readonly fieldId: string; readonly unit: string } | null;
  /** What the chosen board estimates by, as it was when the board was chosen; counts where no field is named. */
  readonly boardEffort?: { readonly fieldId: string; readonly unit: string };
  /** The chosen board's filter: only what it finds is ranked. */
  readonly boardFilter?: string;
  /** Where the score differs from its defaults: sources (trust, half-life, anchors) and numbers. */
  readonly params: ParamsInput;
  /** What the writer of a problem is offered. */
  readonly stakeholders: readonly string[];
  readonly jobs: readonly string[];
  readonly segments: readonly string[];
  /** Who may let an epic pass the gate without a problem. */
  readonly exempters: 'project-admins' | 'editors';
}

export interface SettingsPort {
  read(): Promise<SiteSettings>;
  /** Fails with conflict when somebody saved since `settings.version` was read. */
  save(settings: SiteSettings): Promise<'saved' | 'conflict'>;
}

export interface CustomerRecord {
  readonly id: CustomerId;
  readonly name: string;
  /** Yearly value in the site's currency; null: unknown. */
  readonly value: number | null;
  readonly segment: string | undefined;
}

export interface CustomersPort {
  read(ids: readonly CustomerId[]): Promise<readonly CustomerRecord[]>;
  /** By name, ignoring case and outer spaces; makes it when it is not there. Twice is once. */
  ensure(name: string): Promise<CustomerRecord>;
  /** What `ensure` would answer, without making it. */
  named(name: string): Promise<CustomerRecord>;
  startingWith(text: string, limit: number): Promise<readonly CustomerRecord[]>;
  save(customer: CustomerRecord): Promise<void>;
  /** Which customer a reporter writes for, once somebody said so. */
  ofReporter(accountId: AccountId): Promise<CustomerRecord | undefined>;
  /** `first` leaves a reporter alone who writes for somebody already; only what a person `chose` moves one. */
  rememberReporter(accountId: AccountId, customerId: CustomerId, how: 'first' | 'chosen'): Promise<void>;
}

export interface FeedbackRecord {
  readonly id: string;
  readonly text: string;
  readonly source: Source;
  readonly raw: number | string | null;
  readonly customerId: CustomerId | null;
  readonly ticketId: IssueId | null;
  readonly at: number;
}

/** What a ticket no longer says, although its link may stand. */
export type TakenBack = Pick<Evidence, 'statementId' | 'stance'>;

export interface EvidencePort {
  /** Content-derived ids: the same words about the same ticket and statement are the same record. */
  feedbackId(feedback: Omit<FeedbackRecord, 'id'>): string;
  evidenceId(origin: Evidence['origin'], statementId: StatementId, stance: Stance): EvidenceId;
  /**
   * Puts feedback (when there are words), the evidence record and the change note in one transaction. Where the record is there
   * with another value, count or customer, these are `changed`; `exists` changes nothing.
   */
  add(evidence: Evidence, feedback: FeedbackRecord | undefined): Promise<'added' | 'changed' | 'exists'>;
  /** Makes the record that a link drawn in plain Jira stands for, unless a person took it back. */
  addDrawn(evidence: Evidence): Promise<'added' | 'exists' | 'taken-back'>;
  read(id: EvidenceId): Promise<Evidence | undefined>;
  /** Because the link that said it is gone. */
  remove(evidence: Evidence): Promise<'removed' | 'missing'>;
  /** Because a person says so: a link that still stands brings it back no more, until somebody tags again or the link goes. */
  takeBack(evidence: Evidence): Promise<'removed' | 'missing'>;
  /** What was taken back from these tickets; tickets of which nothing was are left out. */
  takenBack(tickets: readonly IssueId[]): Promise<ReadonlyMap<IssueId, readonly TakenBack[]>>;
  /** The links are gone: one that is drawn from now on speaks again. */
  forgetTakenBack(ticket: IssueId, gone: readonly TakenBack[]): Promise<void>;
  ofStatement(id: StatementId, limit: number): Promise<readonly Evidence[]>;
  ofTicket(id: IssueId): Promise<readonly Evidence[]>;
  words(feedbackIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A link's own record: what Jira's links cannot carry. */
export interface LinkNote {
  readonly link: TypedLink;
  /** Weight, or cover for solves and realises, 0..1. */
  readonly weight: number | undefined;
  readonly author: AccountId | undefined;
  readonly at: number;
}

export interface LinkNotesPort {
  read(links: readonly TypedLink[]): Promise<ReadonlyMap<string, LinkNote>>;
  save(note: LinkNote): Promise<void>;
  remove(link: TypedLink): Promise<void>;
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
}
