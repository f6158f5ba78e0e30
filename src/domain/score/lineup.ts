import type { PlannedItem } from './backlog';
import { neverTied } from './comparing';
import type { ProblemLink } from './reach';

/** A backlog laid out flat for the build order, where single re-scorings run millions of times. Items are named by their index. */
export interface Lineup {
  readonly items: readonly PlannedItem[];
  readonly problems: readonly string[];
  /** Item i covers `problemAt[n]` by `weightAt[n]` for n from `start[i]` to before `start[i + 1]`. */
  readonly start: Int32Array;
  readonly problemAt: Int32Array;
  readonly weightAt: Float64Array;
  readonly efforts: Float64Array;
  /** An item that comes before this one whatever the evidence says, or −1. */
  readonly waitsFor: Int32Array;
}

/** Lays out items that are sorted by id. Depends on covers and efforts alone, so it outlives changes of the evidence. */
export function lineUp(items: readonly PlannedItem[]): Lineup {
  const problemIds = new Set<string>();
  const links: ProblemLink[] = [];
  const start = new Int32Array(items.length + 1);
  items.forEach(({ cover }, index) => {
    for (const link of cover) {
      problemIds.add(link.problem);
      links.push(link);
    }
    start[index + 1] = links.length;
  });
  const problems = [...problemIds];
  const indexOf = new Map(problems.map((problem, index) => [problem, index]));
  const laidOut = {
    items,
    problems,
    start,
    problemAt: Int32Array.from(links, ({ problem }) => indexOf.get(problem) ?? -1),
    weightAt: Float64Array.from(links, ({ weight }) => weight),
    efforts: Float64Array.from(items, ({ effort }) => effort),
  };
  return { ...laidOut, waitsFor: waitingLines(laidOut) };
}

// An item beaten on every problem it covers by another with the same problems cannot come before it. How far to look back for one:
const lookBack = 6;

function waitingLines(lineup: Omit<Lineup, 'waitsFor'>): Int32Array {
  const { items, start, problemAt, weightAt, efforts } = lineup;
  const from = (index: number) => start[index] ?? 0;
  const size = (index: number) => from(index + 1) - from(index);
  const rate = (index: number, nth: number) => (weightAt[from(index) + nth] ?? 0) / (efforts[index] ?? 1);

  function compareProblems(a: number, b: number): number {
    for (let nth = 0; nth < Math.min(size(a), size(b)); nth += 1) {
      const gap = (problemAt[from(a) + nth] ?? 0) - (problemAt[from(b) + nth] ?? 0);
      if (gap !== 0) return gap;
    }
    return size(a) - size(b);
  }

  function isTwin(a: number, b: number): boolean {
    for (let nth = 0; nth < size(a); nth += 1) if (weightAt[from(a) + nth] !== weightAt[from(b) + nth]) return false;
    return efforts[a] === efforts[b];
  }

  function beats(a: number, b: number): boolean {
    for (let nth = 0; nth < size(a); nth += 1) if (rate(a, nth) <= rate(b, nth) * (1 + 2 * neverTied)) return false;
    return true;
  }

  const waitsFor = new Int32Array(items.length).fill(-1);
  const sorted = [...items.keys()].filter((index) => size(index) > 0);
  sorted.sort((a, b) => compareProblems(a, b) || rate(b, 0) - rate(a, 0) || (efforts[a] ?? 0) - (efforts[b] ?? 0) || a - b);
  sorted.forEach((index, at) => {
    for (let back = at - 1; back >= Math.max(0, at - lookBack); back -= 1) {
      const earlier = sorted[back];
      if (earlier === undefined || compareProblems(earlier, index) !== 0) break;
      if (!beats(earlier, index) && !(earlier < index && isTwin(earlier, index))) continue;
      waitsFor[index] = earlier;
      break;
    }
  });
  return waitsFor;
}
