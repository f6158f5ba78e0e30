import { changeScenario, type Change } from './change';
import { gatherEvidence, type EvidenceBase } from './evidence-base';
import { completeParams } from './params';
import { rankBacklog, type RankedBacklog } from './ranked-backlog';
import type { Scenario } from './scenario';

/** A scenario with everything computed from it. Immutable: an older ranking stays valid after a change, for what-if and undo. */
export interface Ranking {
  readonly scenario: Scenario;
  readonly evidence: EvidenceBase;
  readonly backlog: RankedBacklog;
}

/** Ranks from scratch; the scenario must be free of faults (`checkScenario`). */
export function createRanking(scenario: Scenario): Ranking {
  return rankAgain(scenario);
}

/** Computes only what the change can reach; equal to ranking the changed scenario from scratch, to the last bit. */
export function applyChange(ranking: Ranking, change: Change): Ranking {
  return rankAgain(changeScenario(ranking.scenario, change), ranking);
}

function rankAgain(scenario: Scenario, earlier?: Ranking): Ranking {
  const params = earlier !== undefined && earlier.scenario.params === scenario.params ? earlier.evidence.params : completeParams(scenario.params);
  const evidence = gatherEvidence(scenario, params, earlier?.evidence);
  const { strengths, opportunities } = evidence;
  const input = { items: scenario.items, destinations: opportunities.destinations, problems: strengths, params };
  return { scenario, evidence, backlog: rankBacklog(input, earlier?.backlog) };
}
