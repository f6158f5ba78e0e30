import type { Spent } from './meter';
import type { Stage } from './stages';

const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function clockTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? seconds(ms) : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Columns as wide as they need to be; the first one reads from the left. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`;
  return [head, ...rows].map(line).join('\n');
}

export const stageTable = (stages: readonly Stage[]): string =>
  table(
    ['stage', 'acts', 'here', 'on the site', 'points', 'units read', 'written'],
    stages.map(({ name, acts, wallMs, siteMs, points, reads, writes }) => [
      name,
      count(acts),
      seconds(wallMs),
      clockTime(siteMs),
      count(points),
      count(reads),
      count(writes),
    ]),
  );

export const actTable = (kinds: ReadonlyMap<string, Readonly<Spent>>): string =>
  table(
    ['kind of act', 'runs', 'failed', 'points', 'a run', 'most', 'units read', 'a run', 'written', 'a run', 'refused', 'longest', 'here'],
    [...kinds]
      .sort(([, a], [, b]) => b.points - a.points || b.reads - a.reads)
      .map(([kind, { runs, failed, points, mostPoints, reads, writes, refused, longestMs, wallMs }]) => [
        kind,
        count(runs),
        count(failed),
        count(points),
        (points / runs).toFixed(1),
        count(mostPoints),
        count(reads),
        (reads / runs).toFixed(1),
        count(writes),
        (writes / runs).toFixed(1),
        count(refused),
        seconds(longestMs),
        seconds(wallMs),
      ]),
  );
