import { z } from 'zod';
import type { Manifest } from './manifest';
import type { Runner } from './runner';

/** A transition under way, as a rule's function hears of it. */
export interface ValidatedTransition {
  readonly issueKey: string;
  /** `{ from: { id }, to: { id }, modifiedFields? }` */
  readonly transition: unknown;
}

export interface RuleVerdict {
  readonly result: boolean;
  readonly errorMessage?: string;
}

const verdictSchema = z.object({ result: z.boolean(), errorMessage: z.string().optional() });

export interface ValidatorParts {
  readonly manifest: Manifest;
  readonly runner: Runner;
  readonly broken: 'blocks' | 'passes';
}

/** Asks the function of a workflow rule, as the app: nobody is there to consent. */
export const validatorOf =
  ({ manifest, runner, broken }: ValidatorParts) =>
  async (
    { moduleKey, configuration }: { readonly moduleKey: string; readonly configuration: unknown },
    { issueKey, transition }: ValidatedTransition,
  ): Promise<RuleVerdict> => {
    const module = manifest.validators.find(({ key }) => key === moduleKey);
    if (module === undefined) return { result: false, errorMessage: `The rule "${moduleKey}" is not installed.` };
    const outcome = await runner.run({
      kind: 'validator',
      moduleKey,
      functionKey: module.function,
      body: {
        issue: { key: issueKey },
        configuration: typeof configuration === 'string' ? z.unknown().parse(JSON.parse(configuration)) : configuration,
        transition,
      },
    });
    const verdict = verdictSchema.safeParse(outcome.ok ? outcome.value : undefined);
    if (!verdict.success) return broken === 'passes' ? { result: true } : { result: false, errorMessage: 'The rule could not be checked.' };
    const { result, errorMessage } = verdict.data;
    return { result, ...(errorMessage !== undefined && { errorMessage }) };
  };
