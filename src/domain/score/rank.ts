import { toOutput, type Output } from './output';
import { createRanking } from './ranking';
import type { Scenario } from './scenario';

/** The whole ranking of a scenario, from scratch. */
export function rankScenario(scenario: Scenario): Output {
  return toOutput(createRanking(scenario));
}
