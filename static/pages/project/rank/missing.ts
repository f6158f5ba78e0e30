import type { Explanation, RankingView } from '../../../../src/contract/ranking';
import { isMeasured } from '../../../parts/sources';
import type { PlacedItem } from './order';

const day = 86_400;
const halfYear = 180 * day;

export interface MissingLine {
  readonly text: string;
  /** It is there, or it is not: what a person would want before trusting the place. */
  readonly isFine: boolean;
}

/** What a person would want to know before trusting the place, as sentences. */
export function missingOf(placed: PlacedItem, view: RankingView, explanation: Explanation): readonly MissingLine[] {
  const records = explanation.problems.flatMap(({ contributions }) => contributions).filter(({ counts }) => counts > 0);
  if (records.length === 0) return [effortLine(placed, view), warning('Nobody has said anything yet: only the starting value counts.')];
  const unnamed = records.filter(({ customer, source }) => !customer && !isMeasured(source)).length;
  return [
    effortLine(placed, view),
    freshLine(
      records.map(({ at }) => at),
      view.now,
    ),
    ...voices(records, explanation),
    ...(unnamed > 0
      ? [
          warning(
            `${String(unnamed)} record${unnamed === 1 ? ' names' : 's name'} no customer, so ${unnamed === 1 ? 'it counts' : 'they count'} as one voice per source.`,
          ),
        ]
      : []),
    records.some(({ source }) => isMeasured(source)) ? fine('Measured, too, not only said.') : warning('Nobody measured it: it rests on what people say.'),
  ];
}

const fine = (text: string): MissingLine => ({ text, isFine: true });
const warning = (text: string): MissingLine => ({ text, isFine: false });

function effortLine({ standing, item }: PlacedItem, { effortUnit }: RankingView): MissingLine {
  if (standing.effortMissing) return warning('Nobody estimated it: it counts as a typical effort.');
  return item.effort === null ? fine('Its effort is the sum of its stories.') : fine(`Effort is typed: ${String(item.effort)} ${effortUnit}.`);
}

function freshLine(days: readonly number[], now: number): MissingLine {
  const age = now - Math.max(...days);
  const old = days.filter((at) => now - at > halfYear).length;
  const whole = Math.floor(age / day);
  const newest = `The newest evidence is ${whole <= 0 ? 'from today' : `${String(whole)} day${whole === 1 ? '' : 's'} old`}`;
  const text = `${newest}${old > 0 ? `, and ${String(old)} of ${String(days.length)} records are older than half a year` : ''}.`;
  return age > halfYear || old * 2 > days.length ? warning(text) : fine(text);
}

/** One voice, or one kind of customer: what all of them share, nobody else may. */
function voices(records: readonly Explanation['problems'][number]['contributions'][number][], { customers }: Explanation): readonly MissingLine[] {
  const ids = new Set(records.flatMap(({ customer }) => customer?.id ?? []));
  const speaking = customers.filter(({ id }) => ids.has(id));
  if (speaking.length === 0) return [];
  if (speaking.length === 1) return [warning('One voice: all of it comes from a single customer.')];
  const segments = new Set(speaking.flatMap(({ segment }) => segment ?? []));
  const known = speaking.filter(({ segment }) => segment !== null).length;
  const [only] = segments;
  if (known > 1 && segments.size === 1 && only !== undefined) return [warning(`One segment: everybody whose segment is known is in ${only}.`)];
  const valued = speaking.flatMap(({ worth }) => worth ?? []);
  if (valued.length > 1 && valued.every((worth) => worth >= 1)) return [warning('No customer below the typical value speaks for it.')];
  if (valued.length > 1 && valued.every((worth) => worth <= 1)) return [warning('No customer above the typical value speaks for it.')];
  return [];
}
