/** What a local site holds at start: written by `sandbox/data`, loaded by the Jira stand-in. Dates are ISO, UTC. */
export interface SiteData {
  readonly name: string;
  /** Virtual "now" at start. */
  readonly now: string;
  /** The site's zone, in which Jira writes its timestamps; a user's own zone decides JQL date literals. */
  readonly timeZone: string;
  readonly users: readonly SiteUser[];
  readonly issueTypes: readonly SiteIssueType[];
  readonly issueTypeSchemes: readonly SiteIssueTypeScheme[];
  readonly statuses: readonly SiteStatus[];
  readonly workflows: readonly SiteWorkflow[];
  readonly securitySchemes: readonly SiteSecurityScheme[];
  readonly linkTypes: readonly SiteLinkType[];
  readonly projects: readonly SiteProject[];
  readonly boards: readonly SiteBoard[];
  /** Screens that projects name; a company-managed project that names none has one of its own with Jira's usual fields. */
  readonly screens?: readonly SiteScreen[];
  /** In order of Jira's Rank, all projects together: the first is on top. */
  readonly issues: readonly SiteIssue[];
  readonly links: readonly SiteLink[];
}

export interface SiteUser {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly isJiraAdmin: boolean;
}

export interface SiteIssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** 1 = epic, 0 = base, -1 = sub-task. */
  readonly hierarchyLevel: number;
  /** Set on a team-managed project's own type. */
  readonly projectKey?: string;
  /** Name of a picture the local site knows: epic, story, task, bug, subtask, insight, problem, opportunity, request. */
  readonly icon: string;
}

interface SiteIssueTypeScheme {
  readonly id: string;
  readonly name: string;
  readonly issueTypeIds: readonly string[];
}

export interface SiteStatus {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

export interface SiteWorkflow {
  readonly id: string;
  readonly name: string;
  readonly initialStatusId: string;
  readonly transitions: readonly SiteTransition[];
  /** Rules on the making of an issue. */
  readonly onCreate?: { readonly validators?: readonly SiteRule[]; readonly postFunctions?: readonly SiteRule[] };
}

interface SiteTransition {
  readonly id: string;
  readonly name: string;
  /** Empty = from any status. */
  readonly from: readonly string[];
  readonly to: string;
  /** Rules of this app by the manifest's module key; configuration is the JSON text the rule's screen made. */
  readonly validators?: readonly { readonly moduleKey: string; readonly configuration: string }[];
  /** Rules of Jira itself or of other apps, which stand before this app's. */
  readonly otherValidators?: readonly SiteRule[];
  readonly postFunctions?: readonly SiteRule[];
  /** A screen of the site, by id, on which fields may be given along with the step. */
  readonly screenId?: number;
}

/** A workflow rule by its key, as Jira's REST has it. */
export interface SiteRule {
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface SiteScreen {
  readonly id: number;
  readonly name: string;
  readonly tabs: readonly { readonly id: number; readonly name: string; readonly fieldIds: readonly string[] }[];
}

export interface SiteSecurityScheme {
  readonly id: string;
  readonly name: string;
  /** Who sees issues of a level; the app's own user only where seenByApp. */
  readonly levels: readonly { readonly id: string; readonly name: string; readonly accountIds: readonly string[]; readonly seenByApp: boolean }[];
}

export interface SiteLinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface SiteProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly style: 'company-managed' | 'team-managed';
  readonly leadAccountId: string;
  readonly issueTypeSchemeId?: string;
  /** The workflow of all its types but those that have one of their own. */
  readonly workflowId: string;
  /** Workflow ids by issue type id: epics, say, that go their own way. */
  readonly workflowOf?: Readonly<Record<string, string>>;
  readonly screenId?: number;
  readonly securitySchemeId?: string;
  readonly components: readonly string[];
  /** Who is in which role: administrators may all, members edit, link, transition and rank, viewers browse. */
  readonly roles: { readonly administrators: readonly string[]; readonly members: readonly string[]; readonly viewers: readonly string[] };
}

export interface SiteBoard {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban';
  readonly projectKey: string;
  /** Its filter: issues of the project with one of these components; absent: all of them. */
  readonly components?: readonly string[];
  readonly sprints: readonly {
    readonly id: number;
    readonly name: string;
    readonly state: 'active' | 'closed' | 'future';
    readonly start?: string;
    readonly end?: string;
  }[];
}

export interface SiteIssue {
  readonly id: string;
  readonly key: string;
  readonly typeId: string;
  readonly summary: string;
  /** Plain text, paragraphs parted by an empty line; served as an Atlassian Document. */
  readonly description?: string;
  readonly statusId: string;
  readonly resolution?: string;
  readonly priority?: 'Highest' | 'High' | 'Medium' | 'Low' | 'Lowest';
  readonly created: string;
  readonly updated: string;
  readonly resolved?: string;
  readonly reporter?: string;
  /** A display name to show for reporters who are no users of the site (customers writing in). */
  readonly reporterName?: string;
  readonly assignee?: string;
  readonly components?: readonly string[];
  readonly labels?: readonly string[];
  readonly parentKey?: string;
  readonly storyPoints?: number;
  readonly dueDate?: string;
  readonly sprintIds?: readonly number[];
  /** Jira Service Management organisations, by name. */
  readonly organisations?: readonly string[];
  readonly securityLevelId?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly comments?: readonly { readonly author: string; readonly created: string; readonly text: string }[];
  /** What the changelog holds of the time before: mostly `status`, by id and name. */
  readonly changes?: readonly SiteChange[];
}

export interface SiteChange {
  readonly at: string;
  readonly author?: string;
  readonly field: string;
  readonly from?: { readonly id?: string; readonly name: string };
  readonly to?: { readonly id?: string; readonly name: string };
}

/** `from` is the issue that shows the outward phrase: LED-1 "solves" DISC-1 has from LED-1. */
export interface SiteLink {
  readonly typeName: string;
  readonly from: string;
  readonly to: string;
}
