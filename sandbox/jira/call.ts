export type JiraCaller =
  /** `bridge` is a page's own requestJira: scopes count, points do not. `browser` and `rest` are the person without the app. */
  | { readonly kind: 'user'; readonly accountId: string; readonly via: 'app' | 'bridge' | 'browser' | 'rest' }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };

export interface JiraCall {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly caller: JiraCaller;
  /** A search sees the site as it was this long ago. */
  readonly staleMs?: number;
}

export interface JiraAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined is an empty body, which goes without a content type. */
  readonly body: unknown;
}

/** The scopes of the app are checked and its quota is spent only where the app itself is behind the call. */
export const isThroughApp = (caller: JiraCaller): boolean =>
  caller.kind === 'app' || (caller.kind === 'user' && (caller.via === 'app' || caller.via === 'bridge'));
export const isCharged = (caller: JiraCaller): boolean => caller.kind === 'app' || (caller.kind === 'user' && caller.via === 'app');
