/** Working time in a person-month: 4 weeks and a third, 20 days, 160 hours. */
const perUnit: readonly (readonly [unit: RegExp, personMonths: number])[] = [
  [/month/i, 1],
  [/week/i, 12 / 52],
  [/day/i, 1 / 20],
  [/hour|^h$/i, 1 / 160],
];

/**
 * What one unit of a team's effort is in person-months, until somebody says otherwise. Units of time are converted. Points say
 * nothing about time: there a typical item (the median) is taken for one person-month, the least of McBride's own examples (1, 2, 4).
 */
export function assumedPersonMonths(unit: string, typicalEffort: number | null): number {
  const known = perUnit.find(([named]) => named.test(unit))?.[1];
  return known ?? (typicalEffort ? 1 / typicalEffort : 1);
}
