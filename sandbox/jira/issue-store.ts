import type { Issue } from './issue';
import { between, spread } from './lexorank';
import { SearchIndex } from './search-index';

/** All issues of the site by id, key, project, parent and rank. */
export class IssueStore {
  readonly index: SearchIndex;
  private readonly issues = new Map<number, Issue>();
  private readonly ids = new Map<string, number>();
  private readonly projects = new Map<string, Set<number>>();
  private readonly children = new Map<number, Set<number>>();
  /** Ids, top of the backlog first. */
  private ranked: number[] = [];

  constructor(now: () => number, lagMs: number) {
    this.index = new SearchIndex(now, lagMs);
  }

  get size(): number {
    return this.issues.size;
  }

  all(): IterableIterator<Issue> {
    return this.issues.values();
  }

  get(id: number): Issue | undefined {
    return this.issues.get(id);
  }

  find(idOrKey: string): Issue | undefined {
    const id = /^\d+$/.test(idOrKey) ? Number(idOrKey) : this.ids.get(idOrKey.toUpperCase());
    return id === undefined ? undefined : this.issues.get(id);
  }

  idsOf(projectId: string): ReadonlySet<number> {
    return this.projects.get(projectId) ?? none;
  }

  childrenOf(id: number): ReadonlySet<number> {
    return this.children.get(id) ?? none;
  }

  /** Takes what a site starts with, in order of rank; the index knows it already. */
  fill(issues: readonly Omit<Issue, 'rank'>[]): void {
    const ranks = spread(issues.length);
    issues.forEach((issue, at) => this.enter({ ...issue, rank: ranks[at] ?? '' }));
    this.ranked = issues.map(({ id }) => id);
  }

  /** Adds at the bottom. */
  add(issue: Omit<Issue, 'rank'>): Issue {
    const [rank] = this.ranksFor(this.ranked.length, 1);
    const added = { ...issue, rank: rank ?? '' };
    this.index.note(added.id, undefined);
    this.enter(added);
    this.ranked.push(added.id);
    return added;
  }

  replace(issue: Issue): void {
    const before = this.issues.get(issue.id);
    if (before === undefined) throw new Error(`No issue ${String(issue.id)} to replace`);
    this.index.note(issue.id, before);
    this.issues.set(issue.id, issue);
    if (before.parentId === issue.parentId) return;
    if (before.parentId !== undefined) this.children.get(before.parentId)?.delete(issue.id);
    if (issue.parentId !== undefined) member(this.children, issue.parentId, issue.id);
  }

  remove(issue: Issue): void {
    this.index.note(issue.id, issue);
    this.issues.delete(issue.id);
    this.ids.delete(issue.key);
    this.projects.get(issue.projectId)?.delete(issue.id);
    if (issue.parentId !== undefined) this.children.get(issue.parentId)?.delete(issue.id);
    this.ranked.splice(this.placeOf(issue.id), 1);
  }

  placeOf(id: number): number {
    const rank = this.issues.get(id)?.rank;
    let [low, high] = [0, this.ranked.length];
    if (rank === undefined) return this.ranked.indexOf(id);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rankAt(middle) < rank) low = middle + 1;
      else high = middle;
    }
    return this.ranked[low] === id ? low : this.ranked.indexOf(id);
  }

  /** New ranks that bring these issues, in this order, right before or after another. They hold once each issue is replaced. */
  ranksBeside(ids: readonly number[], anchorId: number, side: 'before' | 'after'): string[] {
    const moved = new Set(ids);
    for (const id of ids) this.ranked.splice(this.placeOf(id), 1);
    let anchor = this.placeOf(anchorId);
    // An anchor may be among the moved ones: it then stays where its first neighbour is.
    if (moved.has(anchorId)) anchor = this.ranked.findIndex((id) => (this.issues.get(id)?.rank ?? '') > (this.issues.get(anchorId)?.rank ?? ''));
    const at = anchor < 0 ? this.ranked.length : side === 'before' || moved.has(anchorId) ? anchor : anchor + 1;
    const ranks = this.ranksFor(at, ids.length);
    this.ranked.splice(at, 0, ...ids);
    return ranks;
  }

  private ranksFor(at: number, count: number): string[] {
    const free = () => between(at > 0 ? this.rankAt(at - 1) : undefined, at < this.ranked.length ? this.rankAt(at) : undefined, count);
    const ranks = free();
    if (ranks !== undefined) return ranks;
    this.spreadAnew();
    const roomy = free();
    if (roomy === undefined) throw new Error('No room between two ranks');
    return roomy;
  }

  /** Jira balances its ranks, too; the index is up to date afterwards. */
  private spreadAnew(): void {
    this.index.settle();
    const ranks = spread(this.ranked.length);
    this.ranked.forEach((id, at) => {
      const issue = this.issues.get(id);
      if (issue !== undefined) this.issues.set(id, { ...issue, rank: ranks[at] ?? '' });
    });
  }

  private rankAt(place: number): string {
    return this.issues.get(this.ranked[place] ?? -1)?.rank ?? '';
  }

  private enter(issue: Issue): void {
    this.issues.set(issue.id, issue);
    this.ids.set(issue.key, issue.id);
    member(this.projects, issue.projectId, issue.id);
    if (issue.parentId !== undefined) member(this.children, issue.parentId, issue.id);
  }
}

const none: ReadonlySet<number> = new Set();

function member<Key>(sets: Map<Key, Set<number>>, key: Key, id: number): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([id]));
  else set.add(id);
}
