import type { Drawing } from './drawing';

/** The story counts days; on day 500, the first of June 2026, the site opens. */
export const today = 500;
export const now = '2026-06-01T09:00:00.000Z';

const dayMs = 86_400_000;
const midnight = Date.parse('2026-06-01T00:00:00.000Z');

export const momentOf = (day: number, hours: number, minutes = 0): string =>
  new Date(midnight + (day - today) * dayMs + (hours * 60 + minutes) * 60_000).toISOString();

/** A moment in a day's working hours. Before nine on the day the site opens, so that nothing lies ahead of it. */
export const workingMoment = (drawing: Drawing, day: number, name: string): string =>
  momentOf(day, day >= today ? 7 : 7 + drawing.whole(`${name} hour`, 11), drawing.whole(`${name} minute`, 60));

/** Keys grow with time: the day of a number, between those that are known. */
export function dayOfNumber(number: number, known: readonly (readonly [number: number, day: number])[]): number {
  const after = known.findIndex(([mark]) => mark >= number);
  const high = known.at(after);
  const low = known.at(after === -1 ? -2 : Math.max(0, after - 1));
  if (low === undefined || high === undefined) throw new Error('A calendar needs marks.');
  const [from, fromDay] = low;
  const [to, toDay] = high;
  return to === from ? toDay : Math.round(fromDay + ((toDay - fromDay) * (number - from)) / (to - from));
}
