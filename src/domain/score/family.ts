import { compareIds } from './comparing';
import type { ProblemLink } from './reach';
import type { Item } from './scenario';

/** An unfinished item with what its own links cover, sorted by problem id. */
export interface CoveringItem {
  readonly item: Item;
  readonly ownCover: readonly ProblemLink[];
}

/** An epic's unfinished stories, sorted by id, and what they cost together in the team's own unit; null when no effort is known. */
export interface Family {
  readonly stories: readonly CoveringItem[];
  readonly effort: number | null;
}

/** The families of a backlog by the epic's id; stories keep the order of `covering`. */
export function gatherFamilies(covering: readonly CoveringItem[]): ReadonlyMap<string, Family> {
  const storiesOf = new Map<string, CoveringItem[]>();
  for (const own of covering) {
    const epic = own.item.parent ?? null;
    if (epic === null) continue;
    const stories = storiesOf.get(epic);
    if (stories === undefined) storiesOf.set(epic, [own]);
    else stories.push(own);
  }
  return new Map(Array.from(storiesOf, ([epic, stories]) => [epic, { stories, effort: effortTogether(stories.map(({ item }) => item)) }]));
}

/** What an epic's unfinished stories cost together; unknown efforts count as the mean of the known. Null when none is known. */
export function effortTogether(stories: readonly Pick<Item, 'effort'>[]): number | null {
  const known = stories.flatMap(({ effort }) => effort ?? []);
  if (known.length === 0) return null;
  const sum = known.reduce((total, effort) => total + effort, 0);
  return sum + (stories.length - known.length) * (sum / known.length);
}

/** An epic with no links of its own solves what its stories solve together: 1 − Π(1 − c) per problem. */
export function coverOfStories({ stories }: Family): readonly ProblemLink[] {
  const unsolved = new Map<string, number>();
  for (const { ownCover } of stories) {
    for (const { problem, weight } of ownCover) unsolved.set(problem, (unsolved.get(problem) ?? 1) * (1 - weight));
  }
  return Array.from(unsolved, ([problem, left]) => ({ problem, weight: 1 - left })).sort((a, b) => compareIds(a.problem, b.problem));
}

/** A story with no links of its own solves its share, by effort, of what its epic's own links solve. */
export function coverFromEpic(story: Item, epic: CoveringItem, family: Family): readonly ProblemLink[] {
  const share = effortShare(story, family);
  return epic.ownCover.map(({ problem, weight }) => ({ problem, weight: weight * share }));
}

// Where nothing, or nothing but zeros, is known, all stories count alike.
function effortShare(story: Item, { stories, effort }: Family): number {
  if (effort === null || effort === 0) return 1 / stories.length;
  if (story.effort !== null) return story.effort / effort;
  return 1 / stories.length; // effort = stories.length × the mean of the known, which is what this story counts as
}
