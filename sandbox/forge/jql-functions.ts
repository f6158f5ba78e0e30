import { z } from 'zod';
import type { Manifest } from './manifest';
import type { Runner } from './runner';

/** A function of the app in somebody's query, as it hears of it. */
export interface JqlCall {
  readonly moduleKey: string;
  readonly precomputationId: string;
  readonly clause: {
    readonly field: string;
    readonly type: readonly string[];
    readonly operator: string;
    readonly functionName: string;
    readonly arguments: readonly string[];
  };
}

/** The JQL for the clause's place, or words for the person who searches; neither: the function broke. */
export interface JqlAnswer {
  readonly jql?: string;
  readonly error?: string;
  readonly storeErrorAsPrecomputation?: boolean;
}

const answerSchema = z.object({
  jql: z.string().optional(),
  error: z.string().optional(),
  storeErrorAsPrecomputation: z.boolean().optional(),
});

export interface JqlFunctionParts {
  readonly manifest: Manifest;
  readonly runner: Runner;
  readonly isInstalled: () => boolean;
}

/** Asks an app's JQL function, as the app: what it answers serves everybody who searches. */
export const jqlFunctionOf =
  ({ manifest, runner, isInstalled }: JqlFunctionParts) =>
  async ({ moduleKey, precomputationId, clause }: JqlCall): Promise<JqlAnswer> => {
    const module = manifest.jqlFunctions.find(({ key }) => key === moduleKey);
    if (!isInstalled() || module === undefined) return {};
    const outcome = await runner.run({ kind: 'jql', moduleKey, functionKey: module.function, body: { precomputationId, clause } });
    const answer = answerSchema.safeParse(outcome.ok ? outcome.value : undefined);
    if (!answer.success) return {};
    const { jql, error, storeErrorAsPrecomputation } = answer.data;
    return {
      ...(jql !== undefined && { jql }),
      ...(error !== undefined && { error }),
      ...(storeErrorAsPrecomputation !== undefined && { storeErrorAsPrecomputation }),
    };
  };
