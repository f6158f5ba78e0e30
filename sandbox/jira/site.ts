import type { Clock } from '../clock';
import type { AppFacts } from '../forge/app-facts';
import type { Link } from './issue';
import { IssueStore } from './issue-store';
import type { Precomputations } from './jql/precomputations';
import type { Screen } from './screens';
import type { Workflow } from './workflow';

export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly isJiraAdmin: boolean;
  /** Customers write in and never log in. */
  readonly kind: 'atlassian' | 'customer' | 'app';
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly level: number;
  readonly icon: string;
  /** Set on a team-managed project's own type. */
  readonly projectId: string | undefined;
}

export interface IssueTypeScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly typeIds: readonly string[];
  readonly defaultTypeId: string | undefined;
  readonly isDefault: boolean;
}

export type Category = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

export interface SecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly schemeId: string;
  readonly accountIds: ReadonlySet<string>;
  readonly seenByApp: boolean;
}

export interface SecurityScheme {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly SecurityLevel[];
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface Component {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
}

export type Role = 'administrators' | 'members' | 'viewers';

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly style: 'company-managed' | 'team-managed';
  readonly leadAccountId: string;
  readonly schemeId: string | undefined;
  /** Of all types that have none of their own in `workflowOf`. */
  readonly workflowId: string;
  readonly workflowOf: Readonly<Record<string, string>>;
  /** What its issues are created, edited and looked at with; undefined where it is team-managed and has its own. */
  readonly screenId: number | undefined;
  readonly securitySchemeId: string | undefined;
  readonly componentIds: readonly string[];
  readonly roles: Readonly<Record<Role, ReadonlySet<string>>>;
}

export interface Sprint {
  readonly id: number;
  readonly boardId: number;
  readonly name: string;
  readonly state: 'active' | 'closed' | 'future';
  readonly start: string | undefined;
  readonly end: string | undefined;
}

export interface Board {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban';
  readonly projectId: string;
  readonly components?: readonly string[];
  readonly sprintIds: readonly number[];
}

export interface CustomField {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Jira's type key: `com.atlassian…:float`, or the ARI of a Forge module. */
  readonly custom: string;
  readonly kind: 'number' | 'text' | 'list';
  /** Set where an app made it. */
  readonly moduleKey: string | undefined;
  /** How REST names it beside its id. */
  readonly key: string;
  /** Written by its app through its own endpoint only. */
  readonly isReadOnly: boolean;
}

export interface Task {
  readonly id: string;
  readonly description: string;
  readonly submitted: number;
  readonly submittedBy: string | undefined;
  readonly finishes: number;
  readonly failure: string | undefined;
  readonly result: unknown;
}

/** A function of the app in somebody's query, told as Forge tells it. */
export interface JqlFunctionCall {
  readonly moduleKey: string;
  readonly precomputationId: string;
  readonly clause: {
    readonly field: string;
    readonly type: readonly string[];
    readonly operator: string;
    readonly functionName: string;
    readonly arguments: readonly string[];
  };
}

/** The JQL to put in the clause's place, or what to tell the person. */
export interface JqlFunctionAnswer {
  readonly jql?: string;
  readonly error?: string;
  readonly storeErrorAsPrecomputation?: boolean;
}

interface JiraHooks {
  event(name: string, payload: object): void;
  validate(
    rule: { readonly moduleKey: string; readonly configuration: unknown },
    input: { readonly issueKey: string; readonly transition: unknown },
  ): Promise<{ readonly result: boolean; readonly errorMessage?: string }>;
  /** Without it the app's JQL functions fail, as when theirs break. */
  jqlFunction?(call: JqlFunctionCall): Promise<JqlFunctionAnswer>;
}

export interface JiraOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly app: AppFacts;
  readonly hooks: JiraHooks;
  /** Where links in answers point to. */
  readonly siteUrl?: string;
  /** Check every answer against Atlassian's documents; they must be at hand. */
  readonly validateAnswers?: boolean;
  readonly indexLagMs?: number;
  /** How long a background task takes. */
  readonly taskMs?: number;
  /** What a transition does when a validator's function throws; Atlassian does not say. */
  readonly onValidatorFailure?: 'block' | 'pass';
  /** Whether events of writes made as a person through the app say selfGenerated; only the app's own surely do. */
  readonly userCallsAreSelfGenerated?: boolean;
  readonly pointsAnHour?: number;
  /** Keys of workflow rules that this site does not take, though others do: to try an app on what is not documented. */
  readonly refusedRuleKeys?: readonly string[];
  /** Burst and per-issue limits; the hour's quota always holds. */
  readonly limits?: 'on' | 'off';
}

/** Everything the site holds. Subjects have a file each with what may be done to it. */
export class Site {
  name = '';
  timeZone = 'UTC';
  readonly people = new Map<string, Person>();
  readonly issueTypes = new Map<string, IssueType>();
  readonly schemes = new Map<string, IssueTypeScheme>();
  readonly statuses = new Map<string, Status>();
  readonly workflows = new Map<string, Workflow>();
  readonly securitySchemes = new Map<string, SecurityScheme>();
  readonly securityLevels = new Map<string, SecurityLevel>();
  readonly linkTypes = new Map<string, LinkType>();
  readonly projects = new Map<string, Project>();
  readonly components = new Map<string, Component>();
  readonly boards = new Map<number, Board>();
  readonly sprints = new Map<number, Sprint>();
  readonly customFields = new Map<string, CustomField>();
  readonly links = new Map<number, Link>();
  readonly tasks = new Map<string, Task>();
  readonly issues: IssueStore;
  readonly precomputations: Precomputations = new Map();
  /** Precomputations on their way, so that an app is asked once. */
  readonly computing = new Map<string, Promise<void>>();
  /** Properties of projects, issue types and boards, by `kind/id`. */
  readonly properties = new Map<string, Map<string, unknown>>();
  readonly appProperties = new Map<string, unknown>();
  readonly remoteLinks = new Map<number, readonly unknown[]>();
  readonly screens = new Map<number, Screen>();
  /** Project ids where a panel is pinned, by module key. */
  readonly pins = new Map<string, Set<string>>();
  /** Projects an admin has taken out of the app's sight. */
  readonly closedToApp = new Set<string>();
  readonly appUser: Person;
  isLinkingOn = true;

  private readonly lastIds = new Map<string, number>();
  private readonly lastNumbers = new Map<string, number>();

  constructor(readonly options: JiraOptions) {
    this.issues = new IssueStore(() => this.now(), options.indexLagMs ?? 2_000);
    this.appUser = { accountId: 'app-user', email: '', displayName: 'Groundwork', timeZone: 'UTC', isJiraAdmin: true, kind: 'app' };
  }

  now(): number {
    return this.options.clock.now();
  }

  get url(): string {
    return this.options.siteUrl ?? 'http://localhost';
  }

  /** Ids count up by kind, from where the loaded ones end. */
  nextId(kind: string, first = 10_000): number {
    const next = (this.lastIds.get(kind) ?? first - 1) + 1;
    this.lastIds.set(kind, next);
    return next;
  }

  sawId(kind: string, id: number): void {
    this.lastIds.set(kind, Math.max(this.lastIds.get(kind) ?? 9_999, id));
  }

  nextKey(project: Project): string {
    const next = (this.lastNumbers.get(project.key) ?? 0) + 1;
    this.lastNumbers.set(project.key, next);
    return `${project.key}-${String(next)}`;
  }

  sawKey(key: string): void {
    const [, project = '', number = '0'] = /^(.+)-(\d+)$/.exec(key) ?? [];
    this.lastNumbers.set(project, Math.max(this.lastNumbers.get(project) ?? 0, Number(number)));
  }
}

/** What a table says must be there; a missing one is a fault of the site data or of the stand-in. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, what: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The site has no ${what} ${String(key)}`);
  return value;
}
