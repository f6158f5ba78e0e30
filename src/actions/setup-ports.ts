import type { ProjectId } from '../domain/ids';
import type { LinkKind } from '../domain/link-kinds';
import type { StatementKind } from '../domain/statements';

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
