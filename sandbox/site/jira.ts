/** What Jira answered instead of a result: its own words, for a flag. */
class JiraSaid extends Error {
  constructor(
    readonly status: number,
    words: string,
  ) {
    super(words);
    this.name = 'JiraSaid';
  }
}

interface Refusal {
  readonly errorMessages?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
}

/** Jira's REST as the person of the session; the answer's shape is what Jira documents for the path. */
export async function jira<Answer>(path: string, init?: { readonly method: string; readonly body?: unknown }): Promise<Answer> {
  const body = init?.body === undefined ? {} : { body: JSON.stringify(init.body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(path, { ...(init && { method: init.method }), ...body });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer as Answer;
  const { errorMessages = [], errors = {} } = (answer ?? {}) as Refusal;
  throw new JiraSaid(response.status, [...errorMessages, ...Object.values(errors)].join(' ') || `Jira answered ${response.status}.`);
}

interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly role?: string;
}

export interface Session {
  readonly user: Person;
  readonly users: readonly Person[];
  readonly banner: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface IssueType extends Named {
  readonly hierarchyLevel?: number;
}

export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: { readonly summary: string; readonly status?: Named; readonly issuetype?: IssueType };
}

export interface IssueLink {
  readonly id: string;
  readonly type: Named & { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly schema?: Readonly<Record<string, { readonly custom?: string }>>;
  readonly fields: {
    readonly summary: string;
    readonly description?: unknown;
    readonly issuetype: IssueType;
    readonly status: Named & { readonly statusCategory: { readonly key: string } };
    readonly project: Named & { readonly key: string };
    readonly priority?: Named | null;
    readonly assignee?: Person | null;
    readonly reporter?: Person | null;
    readonly parent?: LinkedIssue;
    readonly labels?: readonly string[];
    readonly components?: readonly Named[];
    readonly issuelinks?: readonly IssueLink[];
    readonly security?: Named | null;
    readonly created?: string;
    readonly updated?: string;
    readonly [field: string]: unknown;
  };
}

export interface Project extends Named {
  readonly key: string;
  readonly style?: string;
}

/** A word inside a JQL string. */
export const quoted = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
