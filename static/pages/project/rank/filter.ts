import type { ItemView, RankingView } from '../../../../src/contract/ranking';
import type { Listing } from '../../../../src/contract/saved-views';
import type { Order, PlacedItem } from './order';

export type Filter = Listing['filter'];

export const noFilter: Filter = {
  text: '',
  jql: '',
  typeId: null,
  status: null,
  epic: null,
  label: null,
  component: null,
  stakeholder: null,
  segment: null,
};

export const isFiltering = ({ text, jql, ...choices }: Filter): boolean =>
  text.trim() !== '' || jql.trim() !== '' || Object.values(choices).some((choice) => choice !== null);

/** Places stay those of the whole order: a filter hides rows, it never re-ranks. `found`: what Jira says fits the JQL; undefined: not asked. */
export function filterOrder(order: Order, filter: Filter, view: RankingView, found?: ReadonlySet<string>): Pick<Order, 'placed' | 'unstated'> {
  if (!isFiltering(filter)) return order;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const problems = new Map(view.problems.map((problem) => [problem.id as string, problem]));
  const fits = (item: ItemView, about: string): boolean =>
    (filter.typeId === null || view.types[item.type]?.id === filter.typeId) &&
    (filter.status === null || view.statuses[item.status]?.name === filter.status) &&
    (filter.epic === null || item.parent === filter.epic || item.id === filter.epic) &&
    (filter.label === null || item.labels.includes(filter.label)) &&
    (filter.component === null || item.components.includes(filter.component)) &&
    (found?.has(item.id) ?? true) &&
    words.every((word) => `${item.key} ${item.summary} ${item.labels.join(' ')} ${item.components.join(' ')} ${about}`.toLowerCase().includes(word));
  const isAboutProblem = filter.stakeholder !== null || filter.segment !== null;
  const fitsProblem = ({ standing }: PlacedItem): boolean =>
    standing.cover.some(({ problem: id }) => {
      const problem = problems.get(id);
      return (
        (filter.stakeholder === null || problem?.stakeholder === filter.stakeholder) &&
        (filter.segment === null || (problem?.segments.includes(filter.segment) ?? false))
      );
    });
  return {
    placed: order.placed.filter(
      (placed) => (!isAboutProblem || fitsProblem(placed)) && fits(placed.item, placed.problem ? `${placed.problem.key} ${placed.problem.sentence}` : ''),
    ),
    unstated: isAboutProblem ? [] : order.unstated.filter((item) => fits(item, '')),
  };
}
