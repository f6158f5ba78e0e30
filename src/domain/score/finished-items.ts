import { compareIds } from './comparing';
import { reachOf, type Destinations, type ProblemLink } from './reach';
import type { Item } from './scenario';
import { stepsOfItem } from './steps';

/** What a finished item did to a problem: evidence up to `doneDay` loses the share `cover` of its link. */
export interface Fix {
  readonly item: string;
  readonly doneDay: number;
  readonly cover: number;
}

/** Fixes by problem, each list sorted by item id. */
export type Fixes = ReadonlyMap<string, readonly Fix[]>;

/** What finished items did to the problems that their own links cover; scoring.md section 2, "Finished items". */
export function fixesPerProblem(items: readonly Item[], destinations: Destinations, defaultCover: number): Fixes {
  const fixes = new Map<string, Fix[]>();
  for (const item of items) {
    const doneDay = item.doneDay ?? null;
    if (doneDay === null) continue;
    for (const { problem, weight } of reachOf(stepsOfItem(item, defaultCover), destinations).inFavour) {
      const own = fixes.get(problem) ?? [];
      own.push({ item: item.id, doneDay, cover: weight });
      fixes.set(problem, own);
    }
  }
  for (const own of fixes.values()) own.sort((a, b) => compareIds(a.item, b.item));
  return fixes;
}

/** The links that are left of evidence dated `day`; complaints after a fix count in full, and a link reduced to 0 stays listed. */
export function afterFixes(links: readonly ProblemLink[], day: number, fixes: Fixes): readonly ProblemLink[] {
  if (fixes.size === 0 || !links.some(({ problem }) => fixes.get(problem)?.some(({ doneDay }) => day <= doneDay))) return links;
  return links.map(({ problem, weight }) => {
    const past = (fixes.get(problem) ?? []).filter(({ doneDay }) => day <= doneDay);
    return { problem, weight: past.reduce((left, { cover }) => left * (1 - cover), weight) };
  });
}
