/** What an app's JQL function stood for when it was last asked; one for all who search. */
export interface Precomputation {
  readonly id: string;
  readonly moduleKey: string;
  readonly functionName: string;
  readonly field: string;
  readonly operator: string;
  readonly arguments: readonly string[];
  readonly jql: string | undefined;
  readonly error: string | undefined;
  readonly created: number;
  readonly updated: number;
  readonly used: number;
}

/** By what was asked: function, field, operator and arguments. */
export type Precomputations = Map<string, Precomputation>;

export const unusedMs = 7 * 24 * 60 * 60_000;
