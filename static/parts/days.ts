/** "19 May 2026" in the person's language. */
export const dayOf = (seconds: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(seconds * 1000);

/** "19 May", with the year where it is another one than that of now. */
export const dayIn = (seconds: number, now: number, locale: string): string =>
  new Date(seconds * 1000).getUTCFullYear() === new Date(now * 1000).getUTCFullYear()
    ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(seconds * 1000)
    : dayOf(seconds, locale);

/** "2 min ago": from the functions' clock, never from the browser's. */
export function ago(seconds: number, now: number, locale: string): string {
  const age = Math.max(0, now - seconds);
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  if (age < 60) return 'just now';
  if (age < 3600) return words.format(-Math.floor(age / 60), 'minute');
  if (age < 86_400) return words.format(-Math.floor(age / 3600), 'hour');
  return words.format(-Math.floor(age / 86_400), 'day');
}
