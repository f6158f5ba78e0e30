import type { Explanation, RankingView } from '../../../src/contract/ranking';
import type { PlacedItem } from '../../../static/pages/project/rank/order';
import { partsOf } from '../../../static/pages/project/rank/parts-of-score';
import type { Drawn } from '../../../static/pages/project/rank/drawn';

const mostVoices = 2;
const mostTerms = 2;

/** One place in words: what the item is, what it relieves of what is left, and who speaks for it. */
export function reasonFor(placed: PlacedItem, left: ReadonlyMap<string, number>, view: RankingView, drawn: Drawn, explanation: Explanation): string {
  const { item, standing, score, place } = placed;
  const band = drawn.bandOf.get(item.id);
  const group = band === undefined ? (drawn.solvedAbove.has(item.id) ? 'mostly solved above' : '') : `tie band ${band + 1}`;
  const terms = standing.cover
    .map(({ problem: id, weight }) => {
      const problem = view.problems.find((own) => own.id === id);
      const now = left.get(id) ?? problem?.value ?? 0;
      const strength = now === problem?.value ? now.toFixed(2) : `${now.toFixed(2)} left of ${(problem?.value ?? 0).toFixed(2)}`;
      return {
        relief: weight * now,
        words: `${weight.toFixed(2)} × ${strength} (${problem?.key ?? id} “${problem?.sentence ?? ''}”, ${problem?.customers ?? 0} customers)`,
      };
    })
    .sort((a, b) => b.relief - a.relief);
  const rest = terms.slice(mostTerms);
  const smaller =
    rest.length > 0 ? ` + ${rest.reduce((sum, { relief }) => sum + relief, 0).toFixed(2)} of ${rest.length} other${rest.length > 1 ? 's' : ''}` : '';
  const relieved = terms
    .slice(0, mostTerms)
    .map(({ words }) => words)
    .join(' + ');
  const effort = `${standing.effort.toFixed(2)} of a typical effort${standing.effortMissing ? ', nobody estimated it' : ` (${item.effort ?? 'sum of its stories'} points)`}`;
  const voices = partsOf(standing, explanation, 'customer', mostVoices)
    .filter(({ kind }) => kind === 'customer' || kind === 'measured' || kind === 'rest')
    .map(({ name, amount }) => `${name} ${amount.toFixed(2)}`);
  return [
    `  ${String(place).padStart(2)}. ${item.key}  ${view.types[item.type]?.name ?? ''}  ${shortened(item.summary)}`,
    `      ${score.toFixed(3)} = ${relieved}${smaller}, at ${effort}`,
    `      alone ${standing.score.toFixed(2)}${group === '' ? '' : `, ${group}`}; loudest: ${voices.join(', ')}`,
  ].join('\n');
}

/** What is left of the problems once an item is built. */
export function built(left: Map<string, number>, { standing }: PlacedItem, view: RankingView): void {
  for (const { problem: id, weight } of standing.cover) {
    const now = left.get(id) ?? view.problems.find((own) => own.id === id)?.value ?? 0;
    left.set(id, now * (1 - weight));
  }
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
