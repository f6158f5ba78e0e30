/** An issue as the site keeps it: never changed, only replaced, so that a search can look at yesterday's. */
export interface Issue {
  readonly id: number;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
  /** Plain text as loaded, or the Atlassian Document that was written. */
  readonly description: string | AtlassianDocument | undefined;
  readonly statusId: string;
  readonly statusSince: number;
  readonly resolution: string | undefined;
  readonly resolved: number | undefined;
  readonly priorityId: string;
  readonly created: number;
  readonly updated: number;
  readonly creator: string | undefined;
  readonly reporter: string | undefined;
  readonly assignee: string | undefined;
  readonly componentIds: readonly string[];
  readonly labels: readonly string[];
  readonly parentId: number | undefined;
  readonly dueDate: string | undefined;
  readonly sprintIds: readonly number[];
  readonly organisations: readonly string[];
  readonly securityLevelId: string | undefined;
  readonly rank: string;
  readonly linkIds: readonly number[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** Values of number fields and of fields made by REST, by field id. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly comments: readonly Comment[];
  readonly history: readonly Change[];
}

export interface AtlassianDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly created: number;
  readonly updated: number;
  readonly body: AtlassianDocument;
}

export interface Change {
  readonly id: number;
  readonly at: number;
  readonly author: string | undefined;
  readonly items: readonly ChangeItem[];
}

/** As in Jira's changelog: custom fields and links come without a fieldId. */
export interface ChangeItem {
  readonly field: string;
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface Link {
  readonly id: number;
  readonly typeId: string;
  /** Shows the outward phrase; the one that REST calls the inward issue when a link is made. */
  readonly from: number;
  readonly to: number;
}
