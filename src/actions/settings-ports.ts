import type { ModeRow, OutagePolicy } from '../domain/gate';
import type { AccountId, ProjectId } from '../domain/ids';
import type { LinkKind } from '../domain/link-kinds';
import type { ParamsInput } from '../domain/score/params';
import type { StatementKind } from '../domain/statements';

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
