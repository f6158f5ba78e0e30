import { AsyncLocalStorage } from 'node:async_hooks';
import type { Issue } from './issue';

interface Change {
  readonly at: number;
  /** What a search still sees; undefined: the issue was not there yet. */
  readonly before: Issue | undefined;
}

/** How far back a search can be made to see, beyond the usual lag. */
const memoryMs = 600_000;

/** What a search sees: the site as it was a while ago. */
export class SearchIndex {
  private readonly changes = new Map<number, Change[]>();
  private readonly extraLag = new AsyncLocalStorage<number>();

  constructor(
    private readonly now: () => number,
    private readonly lagMs: number,
  ) {}

  note(id: number, before: Issue | undefined): void {
    const change = { at: this.now(), before };
    const changes = this.changes.get(id);
    if (changes === undefined) this.changes.set(id, [change]);
    else changes.push(change);
  }

  /** The issue as a search sees it; `current` is how it is. */
  see(id: number, current: Issue | undefined): Issue | undefined {
    if (this.changes.size === 0) return current;
    const changes = this.changes.get(id);
    if (changes === undefined) return current;
    const now = this.now();
    while (changes[0] !== undefined && changes[0].at + this.lagMs + memoryMs <= now) changes.shift();
    if (changes.length === 0) this.changes.delete(id);
    const lagMs = this.lagMs + (this.extraLag.getStore() ?? 0);
    const hidden = changes.find(({ at }) => at + lagMs > now);
    return hidden === undefined ? current : hidden.before;
  }

  /** Searches in `act` see the site as it was `ms` earlier still. */
  lagging<Result>(ms: number, act: () => Result): Result {
    return ms > 0 ? this.extraLag.run(ms, act) : act();
  }

  settle(): void {
    this.changes.clear();
  }
}
