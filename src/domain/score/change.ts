import type { Account, EvidenceRecord, Identified, Insight, Item, Opportunity, Problem, Scenario } from './scenario';

/** One act of a person, or one passing of time. A put adds what is new and replaces what has the same id, its links included. */
export type Change =
  | { readonly kind: 'put-evidence'; readonly record: EvidenceRecord }
  | { readonly kind: 'remove-evidence'; readonly id: string }
  | { readonly kind: 'put-insight'; readonly insight: Insight }
  | { readonly kind: 'put-problem'; readonly problem: Problem }
  | { readonly kind: 'put-opportunity'; readonly opportunity: Opportunity }
  /** An insight, problem or opportunity disappears, and with it every link to it. */
  | { readonly kind: 'remove-statement'; readonly id: string }
  | { readonly kind: 'put-item'; readonly item: Item }
  /** Its stories stay, without a parent. */
  | { readonly kind: 'remove-item'; readonly id: string }
  | { readonly kind: 'put-account'; readonly account: Account }
  | { readonly kind: 'set-day'; readonly asOfDay: number };

/** The scenario after a change; whatever the change leaves alone stays the same object. */
export function changeScenario(scenario: Scenario, change: Change): Scenario {
  switch (change.kind) {
    case 'put-evidence':
      return { ...scenario, evidence: put(scenario.evidence, change.record) };
    case 'remove-evidence':
      return { ...scenario, evidence: without(scenario.evidence, change.id) };
    case 'put-insight':
      return { ...scenario, insights: put(scenario.insights, change.insight) };
    case 'put-problem':
      return { ...scenario, problems: put(scenario.problems, change.problem) };
    case 'put-opportunity':
      return { ...scenario, opportunities: put(scenario.opportunities, change.opportunity) };
    case 'remove-statement':
      return withoutStatement(scenario, change.id);
    case 'put-item':
      return { ...scenario, items: put(scenario.items, change.item) };
    case 'remove-item':
      return { ...scenario, items: mapChanged(without(scenario.items, change.id), (item) => (item.parent === change.id ? { ...item, parent: null } : item)) };
    case 'put-account':
      return { ...scenario, accounts: put(scenario.accounts, change.account) };
    case 'set-day':
      return { ...scenario, asOfDay: change.asOfDay };
  }
}

function put<T extends Identified>(list: readonly T[], wanted: T): readonly T[] {
  const at = list.findIndex(({ id }) => id === wanted.id);
  return at < 0 ? [...list, wanted] : list.with(at, wanted);
}

function without<T extends Identified>(list: readonly T[], gone: string): readonly T[] {
  const kept = list.filter(({ id }) => id !== gone);
  return kept.length === list.length ? list : kept;
}

function withoutStatement(scenario: Scenario, gone: string): Scenario {
  const unlinked = <Link extends { readonly to: string }>(links: readonly Link[]) => links.filter(({ to }) => to !== gone);
  const isLinked = (links: readonly { readonly to: string }[]) => links.some(({ to }) => to === gone);
  return {
    ...scenario,
    insights: mapChanged(without(scenario.insights, gone), (own) => (isLinked(own.supports) ? { ...own, supports: unlinked(own.supports) } : own)),
    problems: without(scenario.problems, gone),
    opportunities: mapChanged(without(scenario.opportunities, gone), (own) => (isLinked(own.groups) ? { ...own, groups: unlinked(own.groups) } : own)),
    items: mapChanged(scenario.items, (own) => (isLinked(own.serves) ? { ...own, serves: unlinked(own.serves) } : own)),
    evidence: mapChanged(scenario.evidence, (own) => (isLinked(own.links) ? { ...own, links: unlinked(own.links) } : own)),
  };
}

function mapChanged<T>(list: readonly T[], change: (own: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((own, at) => own === list[at]) ? list : changed;
}
