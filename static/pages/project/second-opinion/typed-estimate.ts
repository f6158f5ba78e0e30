import type { Estimate } from '../../../../src/domain/opinion/estimate';

/** Either the three parts or a value of one's own making. */
export type Way = 'parts' | 'value';
type Field = 'reach' | 'impact' | 'effort' | 'value';

/** What was typed, field by field; nothing is put in before all of it fits. */
export type Typed = Readonly<Partial<Record<Field, string>>>;

const most = 1_000_000;
const fits: Readonly<Record<Field, (value: number) => boolean>> = {
  reach: (value) => value >= 0 && value <= most,
  impact: (value) => value >= 1 && value <= 5,
  effort: (value) => value > 0 && value <= most,
  value: (value) => value >= 0 && value <= most,
};

export const fieldsOf = (way: Way, effortUnit: string): readonly { readonly name: Field; readonly title: string }[] =>
  way === 'value'
    ? [{ name: 'value', title: 'Value per effort' }]
    : [
        { name: 'reach', title: 'Reach, customers' },
        { name: 'impact', title: 'Impact, 1–5' },
        { name: 'effort', title: `Effort, ${effortUnit}` },
      ];

/** A comma is a point to half of the world. */
const numberIn = (text: string | undefined): number | undefined => {
  const number = Number(text?.trim().replace(',', '.'));
  return text === undefined || text.trim() === '' || !Number.isFinite(number) ? undefined : number;
};

export const isMisfit = (field: Field, text: string | undefined): boolean => {
  if (text === undefined || text.trim() === '') return false;
  const value = numberIn(text);
  return value === undefined || !fits[field](value);
};

/** undefined: something is missing or doesn't fit. */
export function estimateIn(typed: Typed, way: Way): Exclude<Estimate, { kind: 'passed' }> | undefined {
  const known = (field: Field): number | undefined => (isMisfit(field, typed[field]) ? undefined : numberIn(typed[field]));
  const [reach, impact, effort, value] = [known('reach'), known('impact'), known('effort'), known('value')];
  if (way === 'value') return value === undefined ? undefined : { kind: 'value', value };
  return reach === undefined || impact === undefined || effort === undefined ? undefined : { kind: 'parts', reach, impact, effort };
}

export const whatFits: Readonly<Record<Field, string>> = {
  reach: 'a number from 0',
  impact: 'a number from 1 to 5',
  effort: 'a number above 0',
  value: 'a number from 0',
};
