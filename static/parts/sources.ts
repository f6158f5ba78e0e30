import type { Source } from '../../src/domain/evidence';
import type { Receipt } from '../../src/domain/receipts';

const deal = (reason: number | string): string =>
  ({ nice: ', nice to have', contributing: ', one reason among others', decisive: ', the deciding reason' })[String(reason)] ?? `, ${reason}`;

/** How a source is called beside a quote, and how its own value reads right after: "NPS 3 of 10", "sales note, nice to have". */
const words: Readonly<Record<Source, { readonly name: string; readonly value?: (raw: number | string) => string }>> = {
  interview: { name: 'interview' },
  nps: { name: 'NPS', value: (raw) => ` ${raw} of 10` },
  csat: { name: 'CSAT', value: (raw) => ` ${raw} of 5` },
  ces: { name: 'CES', value: (raw) => ` ${raw} of 7` },
  stars: { name: 'review', value: (raw) => `, ${raw} of 5 stars` },
  verdict: { name: 'verdict', value: (raw) => `: ${raw}` },
  importance: { name: 'importance', value: (raw) => ` ${raw} of 3` },
  ticket: { name: 'ticket' },
  sales: { name: 'sales note', value: deal },
  winloss: { name: 'lost deal', value: deal },
  usage: { name: 'usage', value: (raw) => ` ${typeof raw === 'number' ? `${String(Math.round(raw * 1000) / 10)} %` : raw}` },
  research: { name: 'research', value: (raw) => ` ${raw} of 10` },
  techdebt: { name: 'engineering measurement', value: (raw) => `, ${raw} hours a month` },
  experiment: { name: 'experiment' },
  opinion: { name: 'team opinion' },
};

export const sourceName = (source: Source): string => words[source].name;

export function sourceWithValue(source: Source, raw: number | string | null): string {
  const { name, value } = words[source];
  return raw === null || !value ? name : name + value(raw);
}

/** Who speaks, where a customer may be unnamed. */
export const speakerName = ({ customer, source }: { readonly customer: { readonly name: string } | null; readonly source: Source }): string =>
  customer?.name ?? (source === 'usage' ? 'Product usage' : `Unnamed (${sourceName(source)})`);

/** The receipt in words: "3 on a scale of 0 to 10 → hurts 80 %". */
export const receiptWords = ({ raw, scale, pain, mapping, version }: Receipt): string =>
  `${raw === null ? 'no value given' : `${raw} on a scale of ${scale}`} → hurts ${String(Math.round(pain * 100))} % (by ${mapping === 'typical' ? 'what is typical' : mapping}, version ${String(version)})`;

/** Measured by an instrument, not said by somebody: shown without quotation marks. */
export const isMeasured = (source: Source): boolean => source === 'usage' || source === 'techdebt' || source === 'experiment';
