import type { IssueId, ProjectId } from '../ids';
import type { Table } from '../index/tables';
import type { StatementKind } from '../statements';
import type { HealthFacts, HealthIssue, HealthLink } from './facts';
import type { Fault } from './faults';
import type { LinkMeanings } from './link-meaning';

/** A link as its issue shows it, with what Jira tells of the other end. */
export interface HeldLink {
  readonly id: string;
  readonly typeId: string;
  /** True: the issue is the end whose phrase is read first. */
  readonly isFrom: boolean;
  readonly other: { readonly id: IssueId; readonly key: string; readonly typeId: string; readonly summary: string; readonly isClosed: boolean };
}

/** What is kept of an issue between two looks: enough to find faults without asking Jira. */
export interface HealthRow {
  readonly id: IssueId;
  readonly key: string;
  readonly projectId: ProjectId;
  readonly typeId: string;
  readonly level: number;
  readonly summary: string;
  readonly isClosed: boolean;
  readonly parent: IssueId | null;
  /** Only those that say something to the rules, sorted by id. */
  readonly links: readonly HeldLink[];
}

export const healthTable: Table<HealthRow> = { family: 'rows', idOf: ({ id }) => id, rowsInOne: 300 };

/** An issue as a fault names it. */
export interface Named {
  readonly id: IssueId;
  readonly key: string;
  readonly kind: StatementKind | 'work';
  readonly sentence: string;
  readonly isClosed: boolean;
  /** 1 and above: epic and above; not there in faults that were found before it was kept. */
  readonly level?: number;
}

/** A fault with the words it needs, so that showing it asks nobody else. */
export interface KnownFault extends Fault {
  readonly named: readonly Named[];
}

export const faultTable: Table<KnownFault> = { family: 'faults', idOf: ({ id }) => id, rowsInOne: 300 };

export interface Around extends Pick<HealthFacts, 'chosen' | 'ranked' | 'voices' | 'mostEpics'> {
  readonly meanings: LinkMeanings;
  /** undefined: the type is none of a statement. */
  readonly kindOf: (typeId: string) => StatementKind | undefined;
}

/** The facts that rows add up to. What was read itself is known better than what a link says of its other end. */
export function factsFrom(rows: Iterable<HealthRow>, around: Around): HealthFacts {
  const issues = new Map<string, HealthIssue>();
  const links = new Map<string, HealthLink>();
  const ends: HeldLink['other'][] = [];
  const kindOf = (typeId: string): HealthIssue['kind'] => around.kindOf(typeId) ?? 'work';
  for (const { id, key, projectId, typeId, level, summary, isClosed, parent, links: own } of rows) {
    issues.set(id, { id, key, projectId, kind: kindOf(typeId), level, isClosed, sentence: summary, parent: parent ?? undefined });
    for (const link of own) {
      const meaning = around.meanings.get(link.typeId);
      if (meaning === undefined) continue;
      const [from, to] = link.isFrom ? [id, link.other.id] : [link.other.id, id];
      links.set(link.id, { id: link.id, typeId: link.typeId, from, to, meaning });
      ends.push(link.other);
    }
  }
  for (const { id, key, typeId, summary, isClosed } of ends)
    if (!issues.has(id)) issues.set(id, { id, key, projectId: undefined, kind: kindOf(typeId), level: 0, isClosed, sentence: summary, parent: undefined });
  return { ...around, issues, links: [...links.values()] };
}

export const named = (fault: Fault, { issues }: Pick<HealthFacts, 'issues'>): KnownFault => ({
  ...fault,
  named: fault.subjects.flatMap((subject): Named[] => {
    const issue = issues.get(subject);
    return issue ? [{ id: issue.id, key: issue.key, kind: issue.kind, sentence: issue.sentence, isClosed: issue.isClosed, level: issue.level }] : [];
  }),
});
