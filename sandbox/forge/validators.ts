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
  readonly isInstalled: () => boolean;
}

/** Asks the function of a workflow rule, as the app: nobody is there to consent. */
export const validatorOf =
  ({ manifest, runner, broken, isInstalled }: ValidatorParts) =>
  async (
    { moduleKey, configuration }: { readonly moduleKey: string; readonly configuration: unknown },
    { issueKey, transition }: ValidatedTransition,
  ): Promise<RuleVerdict> => {
    // Rules stay in their workflows when their app goes, and are false from then on: Atlassian says that much, not in which words.
    if (!isInstalled()) return { result: false, errorMessage: 'A rule of this transition belongs to an app that is not installed.' };
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
