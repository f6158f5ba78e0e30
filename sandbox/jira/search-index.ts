import type { Issue } from './issue';

interface Waiting {
  readonly until: number;
  /** What a search still sees; undefined: the issue was not there yet. */
  readonly before: Issue | undefined;
}

/** What a search sees: the site as it was a while ago. */
export class SearchIndex {
  private readonly waiting = new Map<number, Waiting[]>();

  constructor(
    private readonly now: () => number,
    private lagMs: number,
  ) {}

  note(id: number, before: Issue | undefined): void {
    if (this.lagMs <= 0) return;
    const entry = { until: this.now() + this.lagMs, before };
    const entries = this.waiting.get(id);
    if (entries === undefined) this.waiting.set(id, [entry]);
    else entries.push(entry);
  }

  /** The issue as a search sees it; `current` is how it is. */
  see(id: number, current: Issue | undefined): Issue | undefined {
    if (this.waiting.size === 0) return current;
    const entries = this.waiting.get(id);
    if (entries === undefined) return current;
    const now = this.now();
    while (entries[0] !== undefined && entries[0].until <= now) entries.shift();
    const first = entries[0];
    if (first === undefined) {
      this.waiting.delete(id);
      return current;
    }
    return first.before;
  }

  settle(): void {
    this.waiting.clear();
  }

  lag(ms: number): void {
    this.lagMs = ms;
  }
}
