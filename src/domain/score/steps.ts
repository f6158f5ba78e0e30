import type { Step } from './reach';
import type { Insight, Item, Opportunity, SupportLink, WeightedLink } from './scenario';

const defaultWeight = 1;

/** Evidence and statement links with their default weight filled in; scoring.md "Input". */
export function stepsOf(links: readonly WeightedLink[] | readonly SupportLink[], absent = defaultWeight): readonly Step[] {
  return links.map((link: SupportLink) => ({ to: link.to, weight: link.w ?? absent, against: link.against === true }));
}

export function stepsOfInsight({ supports }: Insight): readonly Step[] {
  return stepsOf(supports);
}

export function stepsOfOpportunity({ groups }: Opportunity): readonly Step[] {
  return stepsOf(groups);
}

/** An item's links without a stated cover count as "largely": `defaultCover`. */
export function stepsOfItem({ serves }: Item, defaultCover: number): readonly Step[] {
  return stepsOf(serves, defaultCover);
}
