import { createRanking, coverThrough, type Item, type Scenario } from '../../../src/domain/score';
import { lensBacklog, type AboutBacklog, type LensBacklog } from '../../../src/domain/lens/backlog';
import { heardIn, type Heard } from '../../../src/domain/lens/heard';

export interface Assumed extends Partial<Pick<AboutBacklog, 'personMonths' | 'dueIn'>> {
  readonly effortUnit?: string;
}

/** A scenario as lenses see it: the same problems, records and covers as the score, laid out as the page has them. */
export function lensesOn(scenario: Scenario, { personMonths = 0.2, effortUnit = 'points', dueIn = new Map() }: Assumed = {}): LensBacklog {
  const { evidence } = createRanking(scenario);
  const { params, count, strengths, opportunities } = evidence;
  const coverOf = coverThrough(opportunities.destinations, params.defaultCover);
  const items = scenario.items.map((item): Item => ({ ...item, serves: coverOf(item).map(({ problem, weight }) => ({ to: problem, w: weight })) }));
  const heard = new Map<string, Heard>();
  for (const [id, aggregate] of strengths) {
    const on = count.counted.filter(({ links, against }) => [...links, ...against].some(({ problem }) => problem === id));
    heard.set(id, heardIn({ records: on.map(({ record }) => record), aggregate }, count.context));
  }
  return lensBacklog({ items, values: strengths, params, heard, effortUnit, personMonths, dueIn });
}
