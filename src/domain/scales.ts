import { severities, type Source } from './evidence';

/** A source's own scale, as people fill it in and as receipts name it. */
export type Scale =
  | { readonly kind: 'number'; readonly from: number; readonly to: number | null; readonly unit?: string }
  | { readonly kind: 'labels'; readonly labels: readonly string[] };

const deal: Scale = { kind: 'labels', labels: ['nice', 'contributing', 'decisive'] };
const number = (from: number, to: number | null, unit?: string): Scale => ({ kind: 'number', from, to, ...(unit !== undefined && { unit }) });

/** The scale of every source; its values become pain by the score's own table. */
export const scales: Readonly<Record<Source, Scale>> = {
  interview: number(1, 5),
  nps: number(0, 10),
  csat: number(1, 5),
  ces: number(1, 7),
  stars: number(1, 5, 'stars'),
  verdict: { kind: 'labels', labels: ['good', 'bad'] },
  importance: number(0, 3),
  ticket: { kind: 'labels', labels: severities.map(({ label }) => label) },
  sales: deal,
  winloss: deal,
  usage: number(0, 1, 'of those who use it'),
  research: number(0, 10),
  techdebt: number(0, null, 'hours a month'),
  experiment: number(0, 1),
  opinion: number(0, 10),
};

/** "0 to 10", "1 to 5 stars", "good to bad". */
export function scaleWords(source: Source): string {
  const scale = scales[source];
  if (scale.kind === 'labels') return `${scale.labels[0] ?? ''} to ${scale.labels.at(-1) ?? ''}`;
  const range = scale.to === null ? `${String(scale.from)} or more` : `${String(scale.from)} to ${String(scale.to)}`;
  return scale.unit === undefined ? range : `${range} ${scale.unit}`;
}

/** Whether a source could have said this. */
export function fitsScale(source: Source, raw: number | string): boolean {
  const scale = scales[source];
  if (scale.kind === 'labels') return typeof raw === 'string' && scale.labels.includes(raw);
  return typeof raw === 'number' && raw >= scale.from && (scale.to === null || raw <= scale.to);
}
