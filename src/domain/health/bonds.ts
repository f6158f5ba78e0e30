import { linkKindNames, type LinkKind } from '../link-kinds';
import { fitOf, type Fit, type HealthFacts, type HealthIssue, type HealthLink } from './facts';

/** All links that say the same between the same two, however often and by whichever link type they were drawn. */
export interface Bond {
  readonly kind: LinkKind;
  readonly from: HealthIssue;
  readonly to: HealthIssue;
  readonly fit: Fit;
  readonly links: readonly HealthLink[];
}

/** Two issues that only relate to each other. */
export interface Relation {
  readonly a: HealthIssue;
  readonly b: HealthIssue;
  readonly links: readonly HealthLink[];
}

/** The facts, sorted so that each rule looks only at what it is about. */
export interface Sorted {
  readonly facts: HealthFacts;
  readonly issues: readonly HealthIssue[];
  readonly bonds: readonly Bond[];
  readonly relations: readonly Relation[];
  readonly bond: (kind: LinkKind, from: string, to: string) => Bond | undefined;
  readonly from: (id: string) => readonly Bond[];
  readonly to: (id: string) => readonly Bond[];
  readonly relationsOf: (id: string) => readonly Relation[];
}

export function sortFacts(facts: HealthFacts): Sorted {
  const bonds = new Map<string, Bond>();
  const relations = new Map<string, Relation>();
  for (const link of [...facts.links].sort(byId)) {
    const from = facts.issues.get(link.from);
    const to = facts.issues.get(link.to);
    if (from === undefined || to === undefined) continue;
    if (link.meaning.says === 'kind') {
      const { kind } = link.meaning;
      const key = bondKey(kind, from.id, to.id);
      bonds.set(key, { kind, from, to, fit: fitOf(kind, from, to), links: [...(bonds.get(key)?.links ?? []), link] });
    } else {
      const [a, b] = from.id < to.id ? [from, to] : [to, from];
      const key = `${a.id} ${b.id}`;
      relations.set(key, { a, b, links: [...(relations.get(key)?.links ?? []), link] });
    }
  }
  const all = [...bonds.values()];
  const related = [...relations.values()];
  const from = grouped(all, (bond) => [bond.from.id]);
  const to = grouped(all, (bond) => [bond.to.id]);
  const byEnd = grouped(related, ({ a, b }) => [a.id, b.id]);
  return {
    facts,
    issues: [...facts.issues.values()],
    bonds: all,
    relations: related,
    bond: (kind, first, second) => bonds.get(bondKey(kind, first, second)),
    from: (id) => from.get(id) ?? [],
    to: (id) => to.get(id) ?? [],
    relationsOf: (id) => byEnd.get(id) ?? [],
  };
}

/** A typed link between the two says what "relates to" leaves open, or is a fault of its own. */
export const isSaid = ({ bond }: Sorted, a: HealthIssue, b: HealthIssue): boolean =>
  linkKindNames().some((kind) => bond(kind, a.id, b.id) !== undefined || bond(kind, b.id, a.id) !== undefined);

const bondKey = (kind: LinkKind, from: string, to: string): string => `${kind} ${from} ${to}`;
const byId = (a: HealthLink, b: HealthLink): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function grouped<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}
