import type { HealthFacts, HealthIssue, HealthLink, Voices } from '../../../src/domain/health/facts';
import { meaningsOf, type LinkTypeWords } from '../../../src/domain/health/link-meaning';
import { linkKindNames, linkKinds, type LinkKind } from '../../../src/domain/link-kinds';
import { issue, project } from '../../store/builders';

/** Link types of a site: ours, a second "Solves" from an import, Jira's own "Relates" and "Blocks". */
const chosenId = (kind: LinkKind): string => String(200 + linkKindNames().indexOf(kind));
export const chosen = Object.fromEntries(linkKindNames().map((kind) => [kind, chosenId(kind)]));
const aliasId = (kind: LinkKind): string => String(300 + linkKindNames().indexOf(kind));
export const relates = '100';
export const linkTypes: readonly LinkTypeWords[] = [
  { id: relates, name: 'Relates', phrase: 'relates to', inverse: 'relates to' },
  { id: '101', name: 'Blocks', phrase: 'blocks', inverse: 'is blocked by' },
  ...linkKindNames().flatMap((kind) => {
    const { name, phrase, inverse } = linkKinds[kind];
    return [
      { id: chosenId(kind), name, phrase, inverse },
      { id: aliasId(kind), name: `${name} (migrated)`, phrase, inverse },
    ];
  }),
];
const meanings = meaningsOf(linkTypes, chosen);

/** A site that grows issue by issue; ids are handed out in order, keys are readable. */
export class Graph {
  private readonly issues = new Map<string, HealthIssue>();
  private readonly links: HealthLink[] = [];
  private readonly voices = new Map<string, Voices>();
  private nextLink = 1;

  add(kind: HealthIssue['kind'], own: Partial<HealthIssue> = {}): HealthIssue {
    const id = issue(10_001 + this.issues.size);
    const made: HealthIssue = {
      id,
      key: `K-${id}`,
      projectId: project(kind === 'work' ? 10_001 : 10_002),
      kind,
      level: 0,
      isClosed: false,
      sentence: kind === 'work' ? 'Add a button' : 'Work stalls at the end of the month',
      parent: undefined,
      ...own,
    };
    this.issues.set(id, made);
    if (kind === 'problem') this.voices.set(id, { records: 4, customers: 3, largestShare: 0.5 });
    return made;
  }

  epic(own: Partial<HealthIssue> = {}): HealthIssue {
    return this.add('work', { level: 1, ...own });
  }

  hear(problem: HealthIssue, voices: Voices): void {
    this.voices.set(problem.id, voices);
  }

  isJoined(a: HealthIssue, b: HealthIssue): boolean {
    return this.links.some(({ from, to }) => (from === a.id && to === b.id) || (from === b.id && to === a.id));
  }

  isRelated(a: HealthIssue, b: HealthIssue): boolean {
    return this.links.some(({ meaning, from, to }) => meaning.says === 'related' && [a.id, b.id].includes(from) && [a.id, b.id].includes(to));
  }

  says(kinds: readonly LinkKind[], from: HealthIssue, to: HealthIssue): boolean {
    return this.links.some((link) => isOf(link, kinds) && link.from === from.id && link.to === to.id);
  }

  /** Where these kinds of link lead among issues of one kind, itself among it. Slow and plain, to hold the rules against. */
  reached(kinds: readonly LinkKind[], start: HealthIssue): ReadonlySet<string> {
    const reached = new Set<string>([start.id]);
    for (const id of reached)
      for (const link of this.links) if (isOf(link, kinds) && link.from === id && this.issues.get(link.to)?.kind === start.kind) reached.add(link.to);
    return reached;
  }

  leads(kinds: readonly LinkKind[], from: string, to: HealthIssue): boolean {
    const start = this.issues.get(from);
    return start !== undefined && this.reached(kinds, start).has(to.id);
  }

  /** Open work that is built for this problem or opportunity. */
  workOn(statement: HealthIssue): readonly HealthIssue[] {
    const kind = statement.kind === 'problem' ? 'solves' : 'realises';
    const from = new Set(this.links.flatMap((link) => (isOf(link, [kind]) && link.to === statement.id ? [link.from] : [])));
    return [...from].flatMap((id) => this.issues.get(id) ?? []).filter((issue) => issue.kind === 'work' && !issue.isClosed);
  }

  /** What is there is changed, as people do in Jira. */
  change({ id }: HealthIssue, to: Partial<Pick<HealthIssue, 'isClosed' | 'sentence'>>): void {
    const issue = this.issues.get(id);
    if (issue) this.issues.set(id, { ...issue, ...to });
  }

  hasOwnVoices({ id }: HealthIssue): boolean {
    return this.voices.get(id)?.customers !== 3;
  }

  draw(typeId: string, from: HealthIssue, to: HealthIssue): void {
    const meaning = meanings.get(typeId);
    if (meaning === undefined) throw new Error(`link type ${typeId} is none of ours`);
    this.links.push({ id: String(this.nextLink++), typeId, from: from.id, to: to.id, meaning });
  }

  say(kind: LinkKind, from: HealthIssue, to: HealthIssue): void {
    this.draw(chosenId(kind), from, to);
  }

  sayAgain(kind: LinkKind, from: HealthIssue, to: HealthIssue): void {
    this.draw(aliasId(kind), from, to);
  }

  /** The facts in an order that the draw decides: Jira promises none. */
  facts(shuffle: <Row>(rows: readonly Row[]) => Row[] = (rows) => [...rows]): HealthFacts {
    return {
      issues: new Map(shuffle([...this.issues])),
      links: shuffle(this.links),
      chosen,
      ranked: new Set(['10001']),
      voices: this.voices,
      mostEpics: 8,
    };
  }
}

const isOf = ({ meaning }: HealthLink, kinds: readonly LinkKind[]): boolean => meaning.says === 'kind' && kinds.includes(meaning.kind);

export type Dice = (most: number) => number;

export const oneOf = <Row>(rows: readonly Row[], dice: Dice): Row => {
  const row = rows[dice(rows.length - 1)];
  if (row === undefined) throw new Error('nothing to pick from');
  return row;
};
