import type { Explanation, RankingView } from '../../../../src/contract/ranking';
import type { PlacedItem } from './order';

const halfYear = 180 * 86_400;

/** What a person would want to know before trusting the place, as sentences. */
export function missingOf(placed: PlacedItem, view: RankingView, explanation: Explanation): readonly string[] {
  const records = explanation.problems.flatMap(({ contributions }) => contributions).filter(({ counts }) => counts > 0);
  const newest = Math.max(0, ...records.map(({ at }) => at));
  const old = records.filter(({ at }) => view.now - at > halfYear).length;
  const accounts = new Set(records.flatMap(({ customer }) => (customer ? [customer.id as string] : [])));
  const unnamed = records.filter(({ customer, source }) => !customer && source !== 'usage' && source !== 'techdebt').length;
  const days = Math.floor((view.now - newest) / 86_400);
  const lines: string[] = [];
  lines.push(
    placed.standing.effortMissing
      ? 'Nobody estimated it: it counts as a typical effort.'
      : placed.item.effort === null
        ? 'Its effort is the sum of its stories.'
        : `Effort is typed: ${String(placed.item.effort)} ${view.effortUnit}.`,
  );
  if (records.length === 0) return [...lines, 'Nobody has said anything yet: only the starting value counts.'];
  lines.push(
    `The newest evidence is ${days === 0 ? 'from today' : `${String(days)} day${days === 1 ? '' : 's'} old`}${old > 0 ? `, and ${String(old)} of ${String(records.length)} records are older than half a year` : ''}.`,
  );
  if (accounts.size === 1) lines.push('One voice: all of it comes from a single customer.');
  if (unnamed > 0)
    lines.push(
      `${String(unnamed)} record${unnamed === 1 ? ' names' : 's name'} no customer, so ${unnamed === 1 ? 'it counts' : 'they count'} as one voice per source.`,
    );
  return lines;
}
