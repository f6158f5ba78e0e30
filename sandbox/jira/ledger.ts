import type { JiraCaller } from './call';
import type { Charge } from './route';

export interface LedgerRow {
  readonly operation: string;
  readonly as: 'app' | 'person';
  readonly calls: number;
  readonly points: number;
}

export interface LedgerPage {
  readonly points: number;
  /** What the quota of this hour still allows. */
  readonly left: number;
  readonly rows: readonly LedgerRow[];
  readonly faults: readonly string[];
}

/** Atlassian's published price: 1 a call, 1 more an object read, 2 for users and permissions; a write is 1. */
export function priceOf(charge: Charge, objects: number): number {
  if (charge === 'write') return 1;
  return 1 + objects * (charge === 'identity' ? 2 : 1);
}

const hour = 3_600_000;

/** What the app has spent: by operation since the last reset, and against the quota of the UTC hour. */
export class Ledger {
  private rows = new Map<string, LedgerRow>();
  private spent = { hour: 0, points: 0 };
  /** Where the app or the stand-in was unlike Atlassian's documents, or broke. A reset keeps them. */
  private readonly faults: string[] = [];

  constructor(
    private readonly now: () => number,
    readonly quota: number,
  ) {}

  get points(): number {
    let sum = 0;
    for (const { points } of this.rows.values()) sum += points;
    return sum;
  }

  /** Points left in this hour. */
  get left(): number {
    return this.quota - (this.spent.hour === this.hourNow() ? this.spent.points : 0);
  }

  /** When the hour turns, in epoch ms. */
  get turns(): number {
    return (this.hourNow() + 1) * hour;
  }

  spend(operation: string, caller: JiraCaller, points: number): void {
    const as = caller.kind === 'app' ? 'app' : 'person';
    const key = `${operation} ${as}`;
    const row = this.rows.get(key) ?? { operation, as, calls: 0, points: 0 };
    this.rows.set(key, { ...row, calls: row.calls + 1, points: row.points + points });
    const current = this.hourNow();
    this.spent = { hour: current, points: (this.spent.hour === current ? this.spent.points : 0) + points };
  }

  note(fault: string): void {
    this.faults.push(fault);
  }

  read(): LedgerPage {
    return { points: this.points, left: this.left, rows: [...this.rows.values()].sort((a, b) => b.points - a.points), faults: this.faults };
  }

  reset(): void {
    this.rows = new Map();
    this.spent = { hour: 0, points: 0 };
  }

  private hourNow(): number {
    return Math.floor(this.now() / hour);
  }
}
