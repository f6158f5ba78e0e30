import { workflowRules } from '@forge/jira-bridge/out/workflow';
import * as z from 'zod/mini';
import { gateRuleShape, type GateRule } from '../../../src/contract/gate';
import { readExtension } from '../../forge';

/** The rule's saved configuration, as Jira hands it to the workflow editor's frame; nothing for a new rule. */
export async function readRule(): Promise<{ readonly rule: GateRule | undefined; readonly isReadOnly: boolean }> {
  const { validatorConfig, entryPoint } = await readExtension();
  const text = typeof validatorConfig === 'string' ? parseText(validatorConfig) : validatorConfig;
  const saved = z.safeParse(gateRuleShape, text);
  return { rule: saved.success ? saved.data : undefined, isReadOnly: entryPoint === 'view' };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A rule somebody broke by hand starts again from the defaults.
    return undefined;
  }
}

/** Jira asks for the configuration when the admin saves the rule. */
export const onRuleSaved = (configure: () => string): Promise<void> => workflowRules.onConfigure(configure);
