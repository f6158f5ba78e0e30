import type { Ledger } from './ledger';
import { JiraRefusal } from './refusal';

/** Calls a second on one endpoint, shared by everybody who comes from outside. */
const burst: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const wider: Readonly<Record<string, number>> = { getIssue: 150, countIssues: 150 };
const perIssue = [
  { most: 20, withinMs: 2_000 },
  { most: 100, withinMs: 30_000 },
] as const;
const nearShare = 0.2;

type Reason = 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

/** Atlassian's walls in the order a call meets them. Each refuses with a 429 that says when to come again. */
export class Limits {
  private readonly calls = new Map<string, number[]>();
  private readonly writes = new Map<number, number[]>();

  constructor(
    private readonly now: () => number,
    private readonly ledger: Ledger,
  ) {}

  quota(): void {
    if (this.ledger.left <= 0) throw this.wall('jira-quota-global-based', this.ledger.quota, this.ledger.turns);
  }

  endpoint(method: string, operation: string): void {
    const most = wider[operation] ?? burst[method] ?? 50;
    const recent = this.recent(this.calls, operation, 1_000);
    if (recent.length >= most) throw this.wall('jira-burst-based', most, (recent[0] ?? this.now()) + 1_000);
    recent.push(this.now());
  }

  issue(id: number): void {
    const recent = this.recent(this.writes, id, 30_000);
    for (const { most, withinMs } of perIssue) {
      const within = recent.filter((at) => at > this.now() - withinMs);
      if (within.length >= most) throw this.wall('jira-per-issue-on-write', most, (within[0] ?? this.now()) + withinMs);
    }
    recent.push(this.now());
  }

  /** What stands in the head of every answer to an app. */
  signs(): Readonly<Record<string, string>> {
    const { quota, left, turns } = this.ledger;
    const policy = { 'ratelimit-policy': `"global-app-quota";q=${String(quota)};w=3600` };
    // Atlassian tells how much is left only when it becomes little.
    if (left >= quota * nearShare) return policy;
    const seconds = Math.ceil((turns - this.now()) / 1_000);
    return { ...policy, ratelimit: `"global-app-quota";r=${String(Math.max(0, left))};t=${String(seconds)}`, 'x-ratelimit-nearlimit': 'true' };
  }

  private recent<Key>(times: Map<Key, number[]>, key: Key, withinMs: number): number[] {
    const kept = (times.get(key) ?? []).filter((at) => at > this.now() - withinMs);
    times.set(key, kept);
    return kept;
  }

  private wall(reason: Reason, limit: number, resetsAt: number): JiraRefusal {
    const seconds = Math.max(1, Math.ceil((resetsAt - this.now()) / 1_000));
    return new JiraRefusal(
      429,
      { errorMessages: ['Rate limit exceeded.'], errors: {} },
      {
        'retry-after': String(seconds),
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(resetsAt).toISOString(),
        'ratelimit-reason': reason,
      },
    );
  }
}
