import type { Contribution, Explanation } from '../../../../src/contract/ranking';
import { compareIds } from '../../../../src/domain/score/comparing';
import type { ScoredItem } from '../../../../src/domain/score/items';
import { isMeasured, sourceName } from '../../../parts/sources';

/** One bar of Why: a customer, a measurement, the starting value, or what speaks against. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Its share of the score, in value per effort; negative where it speaks against. */
  readonly amount: number;
  readonly kind: 'customer' | 'measured' | 'rest' | 'start' | 'against';
}

/** Bars that add up to the item's standing score: strongest first, the small ones together, what speaks against last. */
export function partsOf(item: ScoredItem, explanation: Explanation, most: number): readonly Part[] {
  const perKey = new Map<string, { readonly contributions: Contribution[]; amount: number; readonly isAgainst: boolean }>();
  for (const { problem, weight } of item.cover) {
    const explained = explanation.problems.find(({ statement }) => statement.id === problem);
    for (const contribution of explained?.contributions ?? []) {
      const isAgainst = contribution.counts < 0;
      const key = `${isAgainst ? 'against' : 'for'} ${contribution.key}`;
      const gathered = perKey.get(key) ?? { contributions: [], amount: 0, isAgainst };
      gathered.amount += (weight * contribution.counts) / item.effort;
      gathered.contributions.push(contribution);
      perKey.set(key, gathered);
    }
  }
  const named = [...perKey].map(([id, { contributions, amount, isAgainst }]): Part => ({
    id,
    amount,
    ...wordsOf(contributions),
    kind: isAgainst ? 'against' : kindOf(contributions),
  }));
  const supporting = named.filter(({ kind }) => kind !== 'against').sort((a, b) => b.amount - a.amount || compareIds(a.id, b.id));
  const opposing = named.filter(({ kind }) => kind === 'against').sort((a, b) => a.amount - b.amount || compareIds(a.id, b.id));
  const [shown, rest] = [supporting.slice(0, most), supporting.slice(most)];
  const start: Part = { id: 'start', name: 'Starting value', detail: 'the same for every stated problem', amount: item.baseline, kind: 'start' };
  return [...shown, ...together(rest), start, ...opposing];
}

function together(rest: readonly Part[]): readonly Part[] {
  if (rest.length === 0) return [];
  const amounts = rest.map(({ amount }) => amount);
  const detail = `between ${Math.min(...amounts).toFixed(2)} and ${Math.max(...amounts).toFixed(2)} each`;
  return [{ id: 'rest', name: `${String(rest.length)} more`, detail, amount: amounts.reduce((sum, amount) => sum + amount, 0), kind: 'rest' }];
}

function kindOf([first]: readonly Contribution[]): Part['kind'] {
  return first && isMeasured(first.source) ? 'measured' : 'customer';
}

function wordsOf(contributions: readonly Contribution[]): Pick<Part, 'name' | 'detail'> {
  const [first] = contributions;
  if (!first) return { name: '', detail: '' };
  const name = isMeasured(first.source)
    ? first.source === 'usage'
      ? 'Product usage'
      : 'Measured by engineers'
    : (first.customer?.name ?? `Unnamed, ${sourceName(first.source)}`);
  const counted = new Map<string, number>();
  for (const { source } of contributions) counted.set(sourceName(source), (counted.get(sourceName(source)) ?? 0) + 1);
  return { name, detail: [...counted].map(([source, n]) => (n === 1 ? source : `${String(n)} × ${source}`)).join(', ') };
}

/** Two decimals each, by largest remainder, so that what is shown adds up to what is shown. */
export function roundedToSum(amounts: readonly number[], total: number): readonly number[] {
  const target = Math.round(total * 100);
  const floors = amounts.map((amount) => Math.floor(amount * 100));
  let missing = target - floors.reduce((sum, cents) => sum + cents, 0);
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: amount * 100 - Math.floor(amount * 100) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const cents = [...floors];
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    cents[index] = (cents[index] ?? 0) + 1;
    missing -= 1;
  }
  return cents.map((value) => value / 100);
}
