import { linkKindNames, type LinkKind } from '../link-kinds';
import { isSaid, type Bond, type Relation, type Sorted } from './bonds';
import { isLikely, mayJoin, type HealthIssue } from './facts';
import { drawn, type Fault, type LinkEnds, type Repair } from './faults';

/** A link that fits only when it is read backwards. */
export function* wrongDirection(sorted: Sorted): Iterable<Fault> {
  for (const bond of sorted.bonds) {
    if (bond.fit !== 'reversed') continue;
    const repairs = replacing(sorted, bond, [bond.kind, bond.to, bond.from]);
    yield { id: `wrongDirection.${nameOf(bond)}`, rule: 'wrongDirection', ...about(bond), repairs, isOneClick: repairs.length === 1 };
  }
}

// A story that "solves" an opportunity realises it: the writer knew what is built for what, and missed the word.
const families: Readonly<Record<LinkKind, 'builds' | 'speaks' | 'opens' | 'part'>> = {
  solves: 'builds',
  realises: 'builds',
  evidences: 'speaks',
  refutes: 'speaks',
  opens: 'opens',
  partOf: 'part',
};

/** A link that says nothing between these two, read either way. */
export function* wrongEnds(sorted: Sorted): Iterable<Fault> {
  for (const bond of sorted.bonds) {
    if (bond.fit !== 'misfit') continue;
    const fitting = likelyBetween(bond.from, bond.to).filter(([kind]) => kind !== bond.kind);
    const akin = fitting.filter(([kind]) => families[kind] === families[bond.kind]);
    const [only] = akin;
    const isOneClick = akin.length === 1 && only !== undefined && sorted.facts.chosen[only[0]] !== undefined;
    const repairs = (isOneClick ? akin : fitting).flatMap((meant) => replacing(sorted, bond, meant));
    yield { id: `wrongEnds.${nameOf(bond)}`, rule: 'wrongEnds', ...about(bond), repairs, isOneClick };
  }
}

/** "Relates to", or a link type that nobody chose, where a kind of link can be meant; where several can, a person picks. */
export function* plainLink(sorted: Sorted): Iterable<Fault> {
  for (const relation of sorted.relations) yield* untyped(sorted, relation);
  for (const bond of sorted.bonds) {
    const [link] = bond.links;
    if (bond.fit !== 'fits' || bond.links.length !== 1 || link === undefined || isChosen(link)) continue;
    const repairs = replacing(sorted, bond, [bond.kind, bond.from, bond.to]);
    yield { id: `plainLink.${nameOf(bond)}`, rule: 'plainLink', ...about(bond), repairs, isOneClick: repairs.length === 1 };
  }
}

function* untyped(sorted: Sorted, relation: Relation): Iterable<Fault> {
  const { a, b } = relation;
  const meant = likelyBetween(a, b);
  if (meant.length === 0 || isSaid(sorted, a, b)) return;
  const repairs = meant.flatMap((one) => replacing(sorted, relation, one));
  yield {
    id: `plainLink.related.${a.id}.${b.id}`,
    rule: 'plainLink',
    subjects: [a.id, b.id],
    links: relation.links.map(drawn),
    repairs,
    isOneClick: repairs.length === 1 && meant.length === 1,
    words: [],
  };
}

/** The same said twice, or by a second link type of the same phrases. */
export function* duplicate(sorted: Sorted): Iterable<Fault> {
  for (const bond of sorted.bonds) {
    if (bond.fit !== 'fits' || bond.links.length < 2) continue;
    const kept = bond.links.find(isChosen);
    const repairs = kept
      ? [{ removes: bond.links.filter(({ id }) => id !== kept.id).map(drawn), adds: [] }]
      : replacing(sorted, bond, [bond.kind, bond.from, bond.to]);
    yield { id: `duplicate.${nameOf(bond)}`, rule: 'duplicate', ...about(bond), repairs, isOneClick: repairs.length === 1 };
  }
}

/** One source on both sides of one statement. */
export function* forAndAgainst(sorted: Sorted): Iterable<Fault> {
  for (const inFavour of sorted.bonds) {
    if (inFavour.kind !== 'evidences' || inFavour.fit !== 'fits') continue;
    const against = sorted.bond('refutes', inFavour.from.id, inFavour.to.id);
    if (against === undefined) continue;
    yield {
      id: `forAndAgainst.${inFavour.from.id}.${inFavour.to.id}`,
      rule: 'forAndAgainst',
      subjects: [inFavour.from.id, inFavour.to.id],
      links: [...inFavour.links, ...against.links].map(drawn),
      repairs: [against, inFavour].map(({ links }): Repair => ({ removes: links.map(drawn), adds: [] })),
      isOneClick: false,
      words: [],
    };
  }
}

type Meant = readonly [kind: LinkKind, from: HealthIssue, to: HealthIssue];

const likelyBetween = (a: HealthIssue, b: HealthIssue): readonly Meant[] =>
  linkKindNames().flatMap((kind): Meant[] => [
    ...(isLikely(kind, a, b) ? ([[kind, a, b]] as const) : []),
    ...(isLikely(kind, b, a) ? ([[kind, b, a]] as const) : []),
  ]);

/** Takes off what is there and draws what was meant; none where setup has no link type for it. */
function replacing({ facts, bond }: Sorted, { links }: Pick<Bond, 'links'>, [kind, from, to]: Meant): readonly Repair[] {
  const typeId = facts.chosen[kind];
  if (typeId === undefined || !mayJoin(kind, from, to)) return [];
  const add: LinkEnds = { typeId, from: from.id, to: to.id };
  const isThere = bond(kind, from.id, to.id)?.links.some(isChosen) === true;
  return [{ removes: links.map(drawn), adds: isThere ? [] : [add] }];
}

const isChosen = ({ meaning }: Bond['links'][number]): boolean => meaning.says === 'kind' && meaning.isChosen;
const nameOf = ({ kind, from, to }: Bond): string => `${kind}.${from.id}.${to.id}`;
const about = ({ from, to, links }: Bond) => ({ subjects: [from.id, to.id], links: links.map(drawn), words: [] });
