const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

const quarterMs = 15 * 60_000;

/** Minutes east of UTC. Zones change theirs at whole quarters of an hour only. */
export function offsetMinutes(zone: string, at: number): number {
  const quarter = Math.floor(at / quarterMs);
  const key = `${zone} ${String(quarter)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(quarter * quarterMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0);
  const offset = Math.round((local - quarter * quarterMs) / 60_000);
  offsets.set(key, offset);
  return offset;
}

/** Jira's timestamp: `2026-05-12T09:30:00.000+0200`, without a colon in the zone. */
export function zoned(at: number, zone: string): string {
  const offset = offsetMinutes(zone, at);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 23);
  return `${local}${sign}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The moment of a wall-clock time in a zone; fields as Date.UTC takes them. */
export function momentOf(zone: string, year: number, month: number, day: number, hour = 0, minute = 0): number {
  const asUtc = Date.UTC(year, month, day, hour, minute);
  const first = asUtc - offsetMinutes(zone, asUtc) * 60_000;
  return asUtc - offsetMinutes(zone, first) * 60_000;
}

/** The calendar of a moment in a zone. */
export function calendarOf(zone: string, at: number) {
  const local = new Date(at + offsetMinutes(zone, at) * 60_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth(), day: local.getUTCDate(), weekday: local.getUTCDay() };
}
