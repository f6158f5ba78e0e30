import type { Order } from './order';

/** Place now less place in Jira's own Rank: positive moves up, negative down, among the items listed here. */
export function movesOf(order: Order, jiraOrder: ReadonlyMap<string, number> | undefined): ReadonlyMap<string, number> {
  if (!jiraOrder) return new Map();
  const all = [...order.placed.map(({ item }) => item.id), ...order.unstated.map(({ id }) => id)];
  const inJira = all.filter((id) => jiraOrder.has(id)).sort((a, b) => (jiraOrder.get(a) ?? 0) - (jiraOrder.get(b) ?? 0));
  const jiraPlace = new Map(inJira.map((id, index) => [id, index + 1]));
  return new Map(
    order.placed.flatMap(({ item, place }) => {
      const was = jiraPlace.get(item.id);
      return was === undefined ? [] : [[item.id, was - place] as const];
    }),
  );
}
