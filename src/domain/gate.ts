import type { StatementKind } from './statements';

/** off: never looks. warn: lets through and counts. require: stops an epic that solves no open problem. */
export const gateModes = ['off', 'warn', 'require'] as const;
export type GateMode = (typeof gateModes)[number];

/** What happens when Jira does not answer while the gate looks: the team decides. */
export const outagePolicies = ['pass', 'stop'] as const;
export type OutagePolicy = (typeof outagePolicies)[number];

/** What a rule does with some projects and types; null: all of them, or epics and what stands above them. */
export interface ModeRow {
  readonly projectId: string | null;
  readonly projectKey?: string | undefined;
  readonly typeIds: readonly string[] | null;
  readonly mode: GateMode;
  readonly whenJiraIsDown?: OutagePolicy | undefined;
}

/** The first row that fits decides; undefined: the rule does not speak of such an issue, and it passes. */
export function rowFor(
  rows: readonly ModeRow[],
  { projectId, typeId, level }: { readonly projectId: string; readonly typeId: string; readonly level: number },
): ModeRow | undefined {
  return rows.find((row) => (row.projectId === null || row.projectId === projectId) && (row.typeIds === null ? level >= 1 : row.typeIds.includes(typeId)));
}

/** Rows that may speak of an issue of which only the key is known: a project that another's rows stop would not know why. */
export function rowsForKey(rows: readonly ModeRow[], issueKey: string): readonly ModeRow[] {
  const project = issueKey.slice(0, issueKey.lastIndexOf('-'));
  const own = rows.filter(({ projectKey = project }) => projectKey === project);
  // A project that took a new key since the row was written.
  return own.length > 0 ? own : rows;
}

/** What the gate knows of an issue that the epic "solves", read strictly from Jira; kind undefined: it is no statement. */
export interface GateLink {
  readonly kind: StatementKind | undefined;
  readonly isClosed: boolean;
}

export const requirements = ['open-problem', 'problem-not-closed'] as const;
export type Requirement = (typeof requirements)[number];

export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'exempt'; readonly until: number; readonly reason: string }
  | { readonly kind: 'would-stop'; readonly missing: Requirement }
  | { readonly kind: 'stop'; readonly missing: Requirement };

/** Characters; an exemption whose reason is shorter tells its readers nothing. */
export const shortestReason = 3;

export interface Exemption {
  readonly reason: string;
  /** Epoch seconds. */
  readonly until: number;
}

/** The rule that an epic needs a linked problem before it may move on. */
export function decideGate(input: {
  readonly mode: GateMode;
  readonly links: readonly GateLink[];
  readonly exemption: Exemption | undefined;
  readonly now: number;
}): Verdict {
  if (input.mode === 'off') return { kind: 'pass' };
  const stated = input.links.filter((link) => link.kind === 'problem');
  if (stated.some((link) => !link.isClosed)) return { kind: 'pass' };
  if (input.exemption && input.exemption.until > input.now) return { kind: 'exempt', until: input.exemption.until, reason: input.exemption.reason };
  const missing: Requirement = stated.length > 0 ? 'problem-not-closed' : 'open-problem';
  return { kind: input.mode === 'warn' ? 'would-stop' : 'stop', missing };
}

/** What the person who was stopped reads in Jira's own message. */
export function phraseStop(missing: Requirement, typeName: string): string {
  const type = typeName.toLowerCase();
  switch (missing) {
    case 'open-problem':
      return `This ${type} doesn’t say which problem it solves. Link a problem in the Groundwork panel on this ${type}, then move it again, or ask a project admin for an exemption.`;
    case 'problem-not-closed':
      return `The problem this ${type} solves is closed. Link an open problem in the Groundwork panel on this ${type}, or reopen that one, then move it again, or ask a project admin for an exemption.`;
  }
}
