import { refuse } from '../refusal';
import { offsetMinutes } from '../zone';

const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 1_440 * minute, w: 7 * 1_440 * minute };

/** When something is, as JQL says it: a date is the asker's own midnight, `-7d` counts from now. Epoch ms. */
export function timeOf(text: string, now: number, zone: string): number {
  const relative = /^([+-]?)((?:\d+[wdhm]\s*)+)$/.exec(text.trim());
  if (relative !== null) {
    const [, sign = '', parts = ''] = relative;
    const length = [...parts.matchAll(/(\d+)([wdhm])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
    return now + (sign === '-' ? -length : length);
  }
  const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (written === null)
    throw refuse(
      400,
      `Date value '${text}' for field is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = written.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return atZone(Date.UTC(year, month - 1, day, hours, minutes), zone);
}

/** Local wall time, written as if it were UTC, as the moment it is. */
function atZone(local: number, zone: string): number {
  const guess = local - offsetMinutes(zone, local) * minute;
  return local - offsetMinutes(zone, guess) * minute;
}

type Unit = 'Day' | 'Week' | 'Month' | 'Year';

/** startOfDay(-1), endOfWeek() …: in the asker's zone; weeks begin on Sunday, as in Jira. */
export function boundary(name: string, offset: string | undefined, now: number, zone: string): number | undefined {
  const [, side, unit] = /^(start|end)Of(Day|Week|Month|Year)$/i.exec(name) ?? [];
  if (side === undefined || unit === undefined) return undefined;
  const step = Number(/^[+-]?\d+/.exec(offset ?? '0')?.[0] ?? Number.NaN);
  if (Number.isNaN(step)) throw refuse(400, `The offset '${offset ?? ''}' of ${name}() is not understood.`);
  const local = new Date(now + offsetMinutes(zone, now) * minute);
  const from = startOf(local, unitNamed(unit), step + (side.toLowerCase() === 'end' ? 1 : 0));
  return atZone(from, zone) - (side.toLowerCase() === 'end' ? 1 : 0);
}

const unitNamed = (text: string): Unit => (['Day', 'Week', 'Month', 'Year'] as const).find((unit) => unit.toLowerCase() === text.toLowerCase()) ?? 'Day';

function startOf(local: Date, unit: Unit, step: number): number {
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  switch (unit) {
    case 'Day':
      return Date.UTC(year, month, day + step);
    case 'Week':
      return Date.UTC(year, month, day - local.getUTCDay() + 7 * step);
    case 'Month':
      return Date.UTC(year, month + step, 1);
    case 'Year':
      return Date.UTC(year + step, 0, 1);
  }
}
