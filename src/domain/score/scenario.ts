import type { ParamsInput } from './params';

/** Everything in a scenario has an id that no other thing in it has, of whatever kind. */
export interface Identified {
  readonly id: string;
}

/** A customer, as the exchange format calls it; `arr` is yearly revenue in any currency, null when unknown. */
export interface Account {
  readonly id: string;
  readonly arr: number | null;
}

/** A weighted link; an absent `w` is 1, and `defaultCover` on an item. Range 0..1. */
export interface WeightedLink {
  readonly to: string;
  readonly w?: number | null;
}

/** An insight's link; `against` turns what comes through it into evidence against the target. */
export interface SupportLink extends WeightedLink {
  readonly against?: true | null;
}

/** +1 speaks for a problem, -1 against it. */
export type Polarity = 1 | -1;

/** One piece of evidence; `day` counts days from any origin, `count` is the people or accounts that an aggregate stands for. */
export interface EvidenceRecord {
  readonly id: string;
  readonly source: string;
  readonly account: string | null;
  readonly raw: number | string | null;
  readonly count?: number | null;
  readonly day: number;
  readonly polarity?: Polarity | null;
  readonly trust?: number | null;
  readonly links: readonly WeightedLink[];
}

/** What we learned; it passes its evidence on to problems and other insights. */
export interface Insight {
  readonly id: string;
  readonly supports: readonly SupportLink[];
}

/** The thing worth solving; evidence ends here. */
export interface Problem {
  readonly id: string;
}

/** A way to create value; it passes what items cover on to the problems it groups. */
export interface Opportunity {
  readonly id: string;
  readonly groups: readonly WeightedLink[];
}

/** A backlog item; `effort` in any unit, null when nobody estimated it; `doneDay` marks it as finished. */
export interface Item {
  readonly id: string;
  readonly effort: number | null;
  readonly parent?: string | null;
  readonly doneDay?: number | null;
  readonly serves: readonly WeightedLink[];
}

/** Everything a ranking is computed from: the exchange format of scoring.md, "Input". */
export interface Scenario {
  readonly asOfDay: number;
  readonly accounts: readonly Account[];
  readonly evidence: readonly EvidenceRecord[];
  readonly insights: readonly Insight[];
  readonly problems: readonly Problem[];
  readonly opportunities: readonly Opportunity[];
  readonly items: readonly Item[];
  readonly params?: ParamsInput | null;
}
