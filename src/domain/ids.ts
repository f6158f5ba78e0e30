declare const brand: unique symbol;

/** Text that was checked once, where it came in; the brand keeps an issue id out of a customer's place. */
type Branded<Brand extends string> = string & { readonly [brand]: { readonly [Name in Brand]: true } };

/** Jira's numeric issue id. Ids, not keys: a key changes when an issue moves. */
export type IssueId = Branded<'issue'>;
/** The id of an issue that is an insight, a problem or an opportunity. */
export type StatementId = IssueId & Branded<'statement'>;
export type ProjectId = Branded<'project'>;
/** A person's Atlassian account. */
export type AccountId = Branded<'account'>;
/** A customer: the account behind feedback, never a person of the team. */
export type CustomerId = Branded<'customer'>;
export type EvidenceId = Branded<'evidence'>;

const digits = /^[1-9]\d{0,18}$/;

/** Parsers: they answer undefined for text that cannot be such an id. */
export const issueId = (text: string): IssueId | undefined => (digits.test(text) ? (text as IssueId) : undefined);
export const projectId = (text: string): ProjectId | undefined => (digits.test(text) ? (text as ProjectId) : undefined);
export const accountId = (text: string): AccountId | undefined => (/^[\w:.-]{1,128}$/.test(text) ? (text as AccountId) : undefined);
export const customerId = (text: string): CustomerId | undefined => (/^[a-z0-9]{8,64}$/.test(text) ? (text as CustomerId) : undefined);
export const evidenceId = (text: string): EvidenceId | undefined => (/^[a-f0-9]{32}$/.test(text) ? (text as EvidenceId) : undefined);

/** Called where a type was read from Jira and turned out to be one of the three. */
export const statementId = (id: IssueId): StatementId => id as StatementId;
