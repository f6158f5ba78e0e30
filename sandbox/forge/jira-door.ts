/** What the Forge host needs of the Jira stand-in; `sandbox/jira` gives more. */
export interface JiraDoor {
  handle(call: JiraDoorCall): Promise<JiraDoorAnswer>;
  /** The search index has caught up. */
  settle(): void;
}

export interface JiraDoorCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly caller: JiraCaller;
  /** A search sees the site as it was this long ago. */
  readonly staleMs?: number;
}

export type JiraCaller =
  | { readonly kind: 'user'; readonly accountId: string; readonly via: 'app' | 'bridge' | 'browser' | 'rest' }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };

interface JiraDoorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
