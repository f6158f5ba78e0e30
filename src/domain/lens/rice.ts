import { roundedForComparison } from '../score/comparing';
import { effortWords, voicesFor, type Relieved } from './backlog';
import { counted, figure, nearest, nobodySpeaks, noEfforts, type Lens } from './lens';

const impacts = [0.25, 0.5, 1, 2, 3];
const impactWords: Readonly<Record<number, string>> = { 0.25: 'minimal', 0.5: 'low', 1: 'medium', 2: 'high', 3: 'massive' };

/**
 * RICE = reach × impact × confidence ÷ effort; Sean McBride, "RICE: Simple prioritization for product managers", Intercom 2018.
 * Range: from 0 without bound. Reach here counts the customers who spoke, not customers in a quarter: evidence has no period.
 */
export const rice: Lens<'reach' | 'impact' | 'confidence' | 'effort'> = {
  id: 'rice',
  title: 'RICE',
  unit: 'customers × impact per person-month',
  inputs(item, { heard, effortUnit, personMonths }) {
    const voices = voicesFor(item, heard);
    if (voices.length === 0) return nobodySpeaks;
    if (item.effort === null) return noEfforts;
    const reach = voices.reduce((sum, { people }) => sum + people, 0);
    // Impact is per person reached: a measurement of 200 people is 200 people's pain.
    const relief = voices.reduce((sum, own) => sum + own.people * own.relief, 0) / reach;
    const impact = nearest(impacts, 3 * relief);
    const spread = item.deviation / item.value;
    const confidence = confidenceFor(spread);
    const effort = personMonthsOf(item.effort, personMonths);
    return {
      kind: 'known',
      inputs: {
        reach: { value: reach, how: `${who(voices)}, each counted once however often they spoke.` },
        impact: {
          value: impact,
          how: `${impactWords[impact] ?? ''}: 3 × mean pain × cover is ${figure(3 * relief)}, and ${figure(impact)} is the nearest step.`,
        },
        confidence: { value: confidence, how: `the value is ${figure(item.value)} ± ${figure(item.deviation)}, a spread of ${percent(spread)}.` },
        effort: { value: effort.counts, how: `${effortWords(item, effortUnit)}, at ${figure(personMonths)} person-months for one${effort.why}.` },
      },
    };
  },
  scoreOf: ({ reach, impact, confidence, effort }) => (reach * impact * confidence) / effort,
  spell: ({ reach, impact, confidence, effort }) =>
    `reach ${figure(reach)} × impact ${figure(impact)} × confidence ${percent(confidence)} ÷ effort ${figure(effort)} person-months`,
};

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** High, medium and low confidence as McBride's percentages, by the standard deviation of the value relative to it. */
export const confidenceFor = (spread: number): number => (spread <= 0.5 ? 1 : spread <= 1 ? 0.8 : 0.5);

/** McBride's smallest effort is half a person-month, for anything under one. */
export function personMonthsOf(effort: number, perUnit: number): { readonly counts: number; readonly why: string } {
  const months = roundedForComparison(effort * perUnit);
  return months < 1 ? { counts: 0.5, why: `; ${figure(months)} is under 1 and counts as 0.5` } : { counts: months, why: '' };
}

function who(voices: readonly Relieved[]): string {
  const number = (sign: string): number => voices.filter(({ key }) => key.startsWith(sign)).length;
  const people = voices.filter(({ key }) => key.startsWith('#')).reduce((sum, own) => sum + own.people, 0);
  const parts = [
    ...(number('@') > 0 ? [counted(number('@'), 'customer')] : []),
    ...(number('?') > 0 ? [counted(number('?'), 'source without names', 'sources without names')] : []),
    ...(people > 0 ? [`${counted(people, 'person or account', 'people or accounts')} behind measurements`] : []),
  ];
  return parts.join(', ');
}
