import * as z from 'zod/mini';
import { gateRuleShape, type GateRule } from '../contract/gate';

/** A rule as it stands in a workflow, as text or as what it spells; undefined: nobody's decision can be read in it. */
export function ruleIn(configuration: unknown): GateRule | undefined {
  const parsed = z.safeParse(gateRuleShape, typeof configuration === 'string' ? jsonIn(configuration) : configuration);
  return parsed.success ? parsed.data : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
