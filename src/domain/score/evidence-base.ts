import { countEvidence, type Count } from './counting';
import type { Mention } from './customers';
import { fixesPerProblem } from './finished-items';
import { followHubs, type Hubs } from './hubs';
import { gatherMentions, type MentionsPerProblem } from './mentions';
import { median } from './numbers';
import type { Params } from './params';
import { aggregateProblem, type ProblemStrength } from './problem';
import type { Account, Insight, Item, Opportunity, Scenario } from './scenario';
import { stepsOfInsight, stepsOfOpportunity } from './steps';
import { touchedBy } from './touched';
import { speakersOf } from './weight';

/** What the evidence says on every problem, with the steps it was computed in. */
export interface EvidenceBase {
  readonly params: Params;
  readonly accounts: readonly Account[];
  readonly items: readonly Item[];
  readonly insights: Hubs<Insight>;
  readonly opportunities: Hubs<Opportunity>;
  readonly count: Count;
  readonly mentions: MentionsPerProblem;
  /** Sorted as the scenario lists the problems. */
  readonly strengths: ReadonlyMap<string, ProblemStrength>;
}

const silence: readonly Mention[] = [];

/** Sections 1 to 4 of scoring.md for a whole scenario; what a change cannot reach is taken over from an earlier base. */
export function gatherEvidence(scenario: Scenario, params: Params, earlier?: EvidenceBase): EvidenceBase {
  const { accounts, evidence, items, problems, asOfDay } = scenario;
  const insights = followHubs(scenario.insights, problems, stepsOfInsight, earlier?.insights);
  const opportunities = followHubs(scenario.opportunities, problems, stepsOfOpportunity, earlier?.opportunities);
  const sameVoices = earlier?.accounts === accounts && earlier.params === params;
  const arrRef = params.arrRef ?? median(accounts.flatMap(({ arr }) => arr ?? []));
  const speakers = sameVoices ? earlier.count.context.speakers : speakersOf(accounts, arrRef, params);
  const sameFixes = earlier?.items === items && earlier.opportunities === opportunities && earlier.params === params;
  const fixes = sameFixes ? earlier.count.context.fixes : fixesPerProblem(items, opportunities.destinations, params.defaultCover);
  const context = { params, speakers, asOfDay, destinations: insights.destinations, fixes };
  const touched = touchedBy(context, insights.touched, earlier?.count.context);
  const count = countEvidence(evidence, context, touched, earlier?.count);
  const mentions = gatherMentions(count, earlier?.mentions);
  const strengths = new Map<string, ProblemStrength>();
  for (const { id } of problems) {
    const said = mentions.get(id) ?? silence;
    const before = earlier?.params === params && (earlier.mentions.get(id) ?? silence) === said ? earlier.strengths.get(id) : undefined;
    strengths.set(id, before ?? aggregateProblem(said, params));
  }
  return { params, accounts, items, insights, opportunities, count, mentions, strengths };
}
