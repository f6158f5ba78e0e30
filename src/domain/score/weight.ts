import { clamp } from './numbers';
import { painOf, typicalPain } from './pain';
import { unknownSource, type Params, type Source } from './params';
import type { Account, EvidenceRecord, Polarity } from './scenario';

/** An account as a voice: 1 is a customer of reference value, `1/vmax`..`vmax`. */
export interface Speaker {
  readonly key: string;
  readonly voice: number;
}

/** What a record's weight depends on besides itself. */
export interface WeighingContext {
  readonly params: Params;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly asOfDay: number;
}

/** One record's weight in customer-equivalents and the five factors it is the product of; scoring.md section 1. */
export interface WeighedRecord {
  readonly id: string;
  readonly pain: number;
  readonly voice: number;
  readonly trust: number;
  readonly fresh: number;
  readonly many: number;
  readonly weight: number;
  /** Who speaks: `@account`, `?source` for all its anonymous records, `#source` for an aggregate. */
  readonly key: string;
  readonly polarity: Polarity;
}

/** Accounts as voices: (arr / arrRef)^γ within 1/vmax..vmax, and 1 where either is unknown. */
export function speakersOf(accounts: readonly Account[], arrRef: number | null, { gamma, vmax }: Pick<Params, 'gamma' | 'vmax'>): ReadonlyMap<string, Speaker> {
  const voiceOf = (arr: number | null) => (arr === null || !arrRef ? 1 : clamp((arr / arrRef) ** gamma, 1 / vmax, vmax));
  return new Map(accounts.map(({ id, arr }) => [id, { key: `@${id}`, voice: voiceOf(arr) }]));
}

/** weight = pain · voice · trust · fresh · many. */
export function weighRecord(record: EvidenceRecord, { params, speakers, asOfDay }: WeighingContext): WeighedRecord {
  const source = params.sources.get(record.source) ?? unknownSource;
  const { key, voice } = speakerOf(record, source, speakers);
  const pain = speakingPain(record, source, params);
  const trust = record.trust ?? source.trust;
  const fresh = freshness(asOfDay - record.day, source);
  const many = source.isAggregate ? Math.min(params.countCap, (record.count ?? 1) ** params.eta) : 1;
  return { id: record.id, pain, voice, trust, fresh, many, weight: weightOf(pain, voice, trust, fresh, many), key, polarity: record.polarity ?? 1 };
}

/** Halves with every half-life of its source. */
export const freshness = (ageInDays: number, { halfLifeInDays }: Pick<Source, 'halfLifeInDays'>): number => 2 ** (-Math.max(0, ageInDays) / halfLifeInDays);

/** The product of the factors, always in this order: what is weighed twice is the same to the last bit. */
export const weightOf = (pain: number, voice: number, trust: number, fresh: number, many: number): number => pain * voice * trust * fresh * many;

// Who speaks against a problem says the more, the less pain they report.
function speakingPain(record: EvidenceRecord, source: Source, params: Params): number {
  const pain = painOf(record.raw, source, params.calibration.get(record.source), params.kappa);
  if (record.polarity !== -1) return pain;
  return record.raw === null ? typicalPain : 1 - pain;
}

function speakerOf({ account, source: name }: EvidenceRecord, source: Source, speakers: WeighingContext['speakers']): Speaker {
  if (source.isAggregate) return { key: `#${name}`, voice: 1 };
  if (account === null) return { key: `?${name}`, voice: 1 };
  return speakers.get(account) ?? { key: `@${account}`, voice: 1 };
}
