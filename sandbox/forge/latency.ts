/** How long the platform takes, in ms. */
export interface Latency {
  readonly jira: number;
  readonly kvs: number;
  readonly queue: number;
  /** Added to every call of a page to its resolver. */
  readonly invoke: number;
}

export const latencies = {
  none: { jira: 0, kvs: 0, queue: 0, invoke: 0 },
  /** The figures the budgets are measured at. */
  real: { jira: 150, kvs: 20, queue: 50, invoke: 120 },
} as const satisfies Record<string, Latency>;
