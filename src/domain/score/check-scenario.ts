import { pathOf, root, type Fault } from './fault';
import { completeParams } from './params';
import type { Scenario } from './scenario';
import { checkRawValues, checkReferences } from './scenario-references';
import { scenarioShape } from './scenario-shape';
import { isObject } from './shape';

/** A scenario that can be ranked, or everything that is wrong with it; never both. */
export type CheckedScenario = { readonly kind: 'scenario'; readonly scenario: Scenario } | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Reads a scenario from parsed JSON; scoring.md, "Bad input". */
export function checkScenario(input: unknown): CheckedScenario {
  const faults: Fault[] = [];
  const report = (place: Parameters<typeof pathOf>[0], message: string) => faults.push({ path: pathOf(place), message });
  scenarioShape(input, root, report);
  if (isObject(input)) {
    const areParamsSound = !faults.some(({ path }) => path.startsWith('$.params'));
    checkReferences(input, report);
    // Without sound parameters nobody can say how a source is measured.
    if (areParamsSound) checkRawValues(input, completeParams(input['params'] as Scenario['params']).sources, report);
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'scenario', scenario: input as Scenario };
}
