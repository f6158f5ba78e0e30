import { sortFacts, type Sorted } from './bonds';
import { cycle } from './cycles';
import type { HealthFacts } from './facts';
import type { Fault } from './faults';
import { duplicate, forAndAgainst, plainLink, wrongDirection, wrongEnds } from './link-faults';
import { ruleNames, type RuleName } from './rules';
import {
  epicWithoutProblem,
  insightOnNothing,
  problemWithOneCustomer,
  problemWithoutEvidence,
  solutionInDisguise,
  solvesClosed,
  tooManyEpics,
} from './statement-faults';

const finders: Readonly<Record<RuleName, (sorted: Sorted) => Iterable<Fault>>> = {
  wrongDirection,
  wrongEnds,
  plainLink,
  duplicate,
  cycle,
  forAndAgainst,
  insightOnNothing,
  problemWithoutEvidence,
  problemWithOneCustomer,
  solvesClosed,
  epicWithoutProblem,
  tooManyEpics,
  solutionInDisguise,
};

/** Everything that is wrong, in the order of the rules; the same facts in any order give the same faults. */
export function findFaults(facts: HealthFacts): readonly Fault[] {
  const sorted = sortFacts(facts);
  return ruleNames().flatMap((rule) => [...finders[rule](sorted)].sort((a, b) => (a.id < b.id ? -1 : 1)));
}
