import type { Source } from './evidence';
import { completeParams } from './score';
import { unknownSource } from './score/params';
import { numberIn, painOf } from './score/pain';
import { scaleWords } from './scales';

/** How a source's own value was read as pain: kept with the evidence, so that a number can be traced after the mapping changed. */
export interface Receipt {
  /** As the source said it. */
  readonly raw: number | string | null;
  /** The source's own scale in words: "0 to 10". */
  readonly scale: string;
  /** What read the value: the source's anchors or labels, or, where it names neither, what is typical. */
  readonly mapping: 'anchors' | 'labels' | 'typical';
  readonly version: number;
  /** 0 (none) to 1 (cannot go on). */
  readonly pain: number;
}

/** Grows by one with every change of the standard anchors and labels; a test holds it against them. */
export const mappingVersion = 1;

const { sources, kappa } = completeParams();

/** The receipt by the standard mapping; what a project weighs in its own way is weighed so when it ranks. */
export function receiptOf(source: Source, raw: number | string | null): Receipt {
  const rules = sources.get(source) ?? unknownSource;
  return { raw, scale: scaleWords(source), mapping: mappingOf(raw, rules), version: mappingVersion, pain: painOf(raw, rules, undefined, kappa) };
}

function mappingOf(raw: Receipt['raw'], { anchors, labels }: typeof unknownSource): Receipt['mapping'] {
  if (raw === null) return 'typical';
  if (labels.has(String(raw).trim().toLowerCase())) return 'labels';
  return anchors.length > 0 && (typeof raw === 'number' || numberIn(raw) !== null) ? 'anchors' : 'typical';
}
