import type { LinkKind } from '../link-kinds';
import type { Bond, Sorted } from './bonds';
import { drawn, type Fault } from './faults';

// Kinds that can lead back to where they started; evidence for and against run along the same way.
const rounds: readonly { readonly name: string; readonly kinds: readonly LinkKind[] }[] = [
  { name: 'partOf', kinds: ['partOf'] },
  { name: 'opens', kinds: ['opens'] },
  { name: 'speaks', kinds: ['evidences', 'refutes'] },
];

/** More would be a wall of buttons; taking off one of these makes the next round smaller. */
const mostChoices = 12;

/** Statements that lead back to themselves: one fault for all that hang together. */
export function* cycle(sorted: Sorted): Iterable<Fault> {
  for (const { name, kinds } of rounds) {
    const bonds = sorted.bonds.filter(({ kind, fit }) => fit === 'fits' && kinds.includes(kind));
    const next = new Map<string, Bond[]>();
    for (const bond of bonds) next.set(bond.from.id, [...(next.get(bond.from.id) ?? []), bond]);
    for (const members of knots(next)) {
      const within = bonds.filter(({ from, to }) => members.has(from.id) && members.has(to.id));
      const subjects = [...new Set(within.map(({ from }) => from.id))].sort();
      yield {
        id: `cycle.${name}.${subjects[0] ?? ''}`,
        rule: 'cycle',
        subjects,
        links: within.flatMap(({ links }) => links.map(drawn)),
        repairs: within.slice(0, mostChoices).map(({ links }) => ({ removes: links.map(drawn), adds: [] })),
        isOneClick: false,
        words: [],
      };
    }
  }
}

interface Visit {
  readonly at: number;
  low: number;
}

/**
 * Sets of more than one node that all reach each other: Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), without
 * recursion, because a chain of statements may be longer than the stack.
 */
function* knots(next: ReadonlyMap<string, readonly Bond[]>): Iterable<ReadonlySet<string>> {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const start of next.keys()) {
    if (visits.has(start)) continue;
    const path: { readonly id: string; readonly visit: Visit; step: number }[] = [];
    const enter = (id: string): void => {
      const visit = { at: visits.size, low: visits.size };
      visits.set(id, visit);
      open.push(id);
      isOpen.add(id);
      path.push({ id, visit, step: 0 });
    };
    enter(start);
    for (let current = path.at(-1); current !== undefined; current = path.at(-1)) {
      const target = next.get(current.id)?.[current.step]?.to.id;
      current.step += 1;
      if (target !== undefined) {
        const seen = visits.get(target);
        if (seen === undefined) enter(target);
        else if (isOpen.has(target)) current.visit.low = Math.min(current.visit.low, seen.at);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.visit.low = Math.min(parent.visit.low, current.visit.low);
      if (current.visit.low !== current.visit.at) continue;
      const members = new Set(open.splice(open.indexOf(current.id)));
      for (const id of members) isOpen.delete(id);
      if (members.size > 1) yield members;
    }
  }
}
