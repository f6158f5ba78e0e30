import { refuse } from '../refusal';
import { calendarOf, momentOf, offsetMinutes } from '../zone';
import { checkCount } from './functions';

/** Now, and whose days these are. */
interface Here {
  readonly now: number;
  readonly zone: string;
}

const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 1_440 * minute, w: 10_080 * minute };

/** When something is, as JQL says it: a date is the asker's own midnight, `-7d` counts from now. Epoch ms. */
export function timeOf(written: string, field: string, { now, zone }: Here): number {
  const asked = written.trim();
  const relative = /^([+-]?)((?:\d+[wdhm]\s*)+)$/.exec(asked);
  if (relative !== null) {
    const [, sign, parts = ''] = relative;
    const length = [...parts.matchAll(/(\d+)([wdhm])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
    return now + (sign === '-' ? -length : length);
  }
  // A plain number counts from the epoch.
  if (/^-?\d+$/.test(asked)) return Number(asked);
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/.exec(asked)?.slice(1);
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0] = (parts ?? []).map((part: string | undefined) => Number(part ?? 0));
  const local = new Date(Date.UTC(year, month - 1, day, hour, minutes));
  if (parts === undefined || local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day || local.getUTCHours() !== hour)
    throw refuse(
      400,
      `Date value '${written}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  return momentOf(zone, year, month - 1, day, hour, minutes);
}

/** The day of a moment as its midnight in UTC, where days without a time are compared. */
export function dayOf(moment: number, zone: string): number {
  const { year, month, day } = calendarOf(zone, moment);
  return Date.UTC(year, month, day);
}

type Unit = 'd' | 'w' | 'M' | 'y';
const units: Readonly<Record<string, Unit>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

const boundary = /^(start|end)Of(Day|Week|Month|Year)$/i;

export const isMoment = (name: string): boolean => /^now$/i.test(name) || boundary.test(name);

/** now(), startOfDay(-1), endOfMonth("+2w") …; undefined: no function of time. */
export function momentCalled(name: string, words: readonly string[], here: Here): number | undefined {
  if (name.toLowerCase() === 'now') {
    checkCount(name, words, [0, 0]);
    return here.now;
  }
  const [, side = '', period = ''] = boundary.exec(name) ?? [];
  const unit = units[period.toLowerCase()];
  if (unit === undefined) return undefined;
  checkCount(name, words, [0, 1]);
  const isEnd = side.toLowerCase() === 'end';
  const [, count = 'none', of = unit] = /^([+-]?\d+)([yMwdhm])?$/.exec(words[0]?.trim() ?? '0') ?? [];
  const step = Number(count);
  if (Number.isNaN(step)) throw refuse(400, `Invalid argument '${words[0] ?? ''}' for the JQL function '${name}'.`);
  const local = here.now + offsetMinutes(here.zone, here.now) * minute;
  // Of its own unit an offset picks the period, of another it moves away from the boundary.
  const isPick = of === unit;
  const edge = moved(beginning(local, unit), unit, (isPick ? step : 0) + (isEnd ? 1 : 0)) - (isEnd ? 1 : 0);
  return momentAt(isPick ? edge : moved(edge, of, step), here.zone);
}

/** Wall time, written as if it were UTC, as the moment it is. */
function momentAt(local: number, zone: string): number {
  const guess = local - offsetMinutes(zone, local) * minute;
  return local - offsetMinutes(zone, guess) * minute;
}

/** Weeks begin on Sunday, as Jira has it for English (US). */
function beginning(local: number, unit: Unit): number {
  const date = new Date(local);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'y') return Date.UTC(year, 0, 1);
  if (unit === 'M') return Date.UTC(year, month, 1);
  return Date.UTC(year, month, unit === 'w' ? day - date.getUTCDay() : day);
}

function moved(local: number, unit: string, count: number): number {
  if (unit !== 'M' && unit !== 'y') return local + count * (unitMs[unit] ?? 0);
  const date = new Date(local);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'y' ? 12 : 1);
  // 31 January and a month is the last of February.
  const lastDay = new Date(Date.UTC(0, months + 1, 0)).getUTCDate();
  const first = Date.UTC(Math.floor(months / 12), months % 12, Math.min(date.getUTCDate(), lastDay));
  return first + (local % (1_440 * minute));
}
