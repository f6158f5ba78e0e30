import type { Source } from '../../src/domain/evidence';

/** How a source is called beside a quote, and how its own value reads there: "NPS 3 of 10". */
const words: Readonly<Record<Source, { readonly name: string; readonly value?: (raw: number | string) => string }>> = {
  interview: { name: 'interview' },
  nps: { name: 'NPS', value: (raw) => `${raw} of 10` },
  csat: { name: 'CSAT', value: (raw) => `${raw} of 5` },
  ces: { name: 'CES', value: (raw) => `${raw} of 7` },
  stars: { name: 'review', value: (raw) => `${raw} of 5 stars` },
  verdict: { name: 'verdict', value: String },
  importance: { name: 'importance', value: (raw) => `${raw} of 3` },
  ticket: { name: 'ticket' },
  sales: { name: 'sales note', value: String },
  winloss: { name: 'lost deal' },
  usage: { name: 'usage', value: (raw) => (typeof raw === 'number' ? `${String(Math.round(raw * 1000) / 10)} %` : raw) },
  research: { name: 'research', value: (raw) => `${raw} of 10` },
  techdebt: { name: 'engineering measurement', value: (raw) => `${raw} hours a month` },
  experiment: { name: 'experiment' },
  opinion: { name: 'team opinion' },
};

export const sourceName = (source: Source): string => words[source].name;

export function sourceWithValue(source: Source, raw: number | string | null): string {
  const { name, value } = words[source];
  return raw === null || !value ? name : `${name} ${value(raw)}`;
}

/** Measured by an instrument, not said by somebody: shown without quotation marks. */
export const isMeasured = (source: Source): boolean => source === 'usage' || source === 'techdebt' || source === 'experiment';
