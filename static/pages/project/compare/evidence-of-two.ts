import type { Explanation } from '../../../../src/contract/ranking';
import { partsAmong, roundedToSum, saidFor, type Part, type Said } from '../rank/parts-of-score';
import type { PlacedItem } from '../rank/order';

/** An item with the reasons for its place. */
export interface Explained {
  readonly placed: PlacedItem;
  readonly explanation: Explanation;
}

/** What speaks for one of two items alone: with the shared records it adds up to its score. */
export interface OwnEvidence {
  readonly parts: readonly (Part & { readonly shown: number })[];
  /** What the shared records add, as it is shown. */
  readonly shared: number;
}

export interface SharedRecord {
  readonly said: Said;
  readonly first: number;
  readonly second: number;
}

export interface EvidenceOfTwo {
  readonly first: OwnEvidence;
  readonly second: OwnEvidence;
  readonly shared: readonly SharedRecord[];
}

// One feedback that was tagged to two problems is one record on each, from one origin; it may even speak for one and against the other.
const sameOf = ({ origin }: Said): string => origin;

/** Sorts the records behind two items into those of one and those that count for both. */
export function evidenceOfTwo(a: Explained, b: Explained, mostBars: number): EvidenceOfTwo {
  const [first, second] = [amountsOf(a), amountsOf(b)];
  const shared = [...first].flatMap(([id, { said, amount }]): SharedRecord[] => {
    const other = second.get(id);
    return other ? [{ said, first: amount, second: other.amount }] : [];
  });
  shared.sort((x, y) => Math.abs(y.first) + Math.abs(y.second) - Math.abs(x.first) - Math.abs(x.second));
  const both = new Set(shared.map(({ said }) => sameOf(said)));
  return { first: ownOf(a, both, mostBars), second: ownOf(b, both, mostBars), shared };
}

function amountsOf({ placed, explanation }: Explained): ReadonlyMap<string, { readonly said: Said; readonly amount: number }> {
  const amounts = new Map<string, { readonly said: Said; readonly amount: number }>();
  for (const said of saidFor(placed.standing, explanation)) {
    const known = amounts.get(sameOf(said));
    amounts.set(sameOf(said), { said: known?.said ?? said, amount: (known?.amount ?? 0) + said.amount });
  }
  return amounts;
}

function ownOf({ placed: { standing }, explanation }: Explained, both: ReadonlySet<string>, mostBars: number): OwnEvidence {
  const all = saidFor(standing, explanation);
  const together = all.filter((own) => both.has(sameOf(own))).reduce((sum, { amount }) => sum + amount, 0);
  // The score without what is shared: the bars of one's own end there.
  const alone = { ...standing, score: standing.score - together };
  const parts = partsAmong(
    alone,
    all.filter((own) => !both.has(sameOf(own))),
    'customer',
    mostBars,
  );
  const shown = roundedToSum([...parts.map(({ amount }) => amount), together], standing.score);
  return { parts: parts.map((part, at) => ({ ...part, shown: shown[at] ?? 0 })), shared: shown[parts.length] ?? 0 };
}
