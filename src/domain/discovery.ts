import type { Stance } from './link-kinds';

/** A question that decides between two items. */
export interface DiscoveryQuestion {
  readonly problem: {
    readonly key: string;
    /** undefined: the readers of the task may not all read the problem. */
    readonly sentence: string | undefined;
  };
  /** How many new customers decide it, and whether they have the problem or not. */
  readonly need: number;
  readonly stance: Stance;
  /** By key alone: a task is read by people who may not see the items. */
  readonly itemKey: string;
  readonly aheadKey: string;
  /** In how many of 100 draws the one that is ahead comes first today. */
  readonly draws: number;
}

const mostCharacters = 255;

/** What a discovery task asks, from how many customers, and what the answer would change: no customer is named. */
export function discoveryWords({ problem, need, stance, itemKey, aheadKey, draws }: DiscoveryQuestion): {
  readonly summary: string;
  readonly paragraphs: readonly string[];
} {
  const customers = need === 1 ? '1 more customer' : `${String(need)} more customers`;
  const named = problem.sentence === undefined ? problem.key : `${problem.key} “${problem.sentence}”`;
  const asked = stance === 'for' ? `Find out whether ${customers} ${need === 1 ? 'has' : 'have'}` : `Find out whether ${customers} can do without`;
  return {
    summary: shortened(`${asked} ${named}`),
    paragraphs: [
      `What to find out: ${stance === 'for' ? 'who else has this problem, and how badly' : 'for whom this is no problem, and why'}. ${named}`,
      `From how many: ${customers} who ${need === 1 ? 'has' : 'have'} not spoken about it yet. Who spoke already counts little more.`,
      `What it would change: if ${need === 1 ? 'that one' : `all ${String(need)}`} ${stance === 'for' ? `${need === 1 ? 'has' : 'have'} it` : `${need === 1 ? 'does' : 'do'} not have it`}, ${itemKey} comes before ${aheadKey} by value per effort. Today ${aheadKey} comes first in ${String(draws)} of 100 draws.`,
      `Where the answer goes: tag each conversation to ${problem.key} in its Groundwork panel, for or against. Fewer than that is an answer, too: the order stays.`,
    ],
  };
}

const shortened = (text: string): string => (text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 2)}…”`);
