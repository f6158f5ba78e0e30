const day = 86_400;

/** How old the newest evidence is, roughly; nothing where there is none. */
export function ageWords(newest: number | null | undefined, now: number): string {
  if (newest == null) return 'none';
  const days = Math.max(0, Math.floor((now - newest) / day));
  if (days < 1) return 'today';
  if (days < 60) return count(days, 'day');
  return days < 730 ? count(Math.round(days / 30.4), 'month') : count(Math.floor(days / 365.25), 'year');
}

const count = (n: number, unit: string): string => `${String(n)} ${unit}${n === 1 ? '' : 's'}`;
