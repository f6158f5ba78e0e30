import { afterFixes, type Fixes } from './finished-items';
import { reachOf, type Destinations, type ProblemLink } from './reach';
import type { EvidenceRecord } from './scenario';
import { stepsOf } from './steps';
import { weighRecord, type WeighedRecord, type WeighingContext } from './weight';

/**
 * A record with its weight and the problems it reaches, after what finished items took away. The factors of the weight are not
 * kept, since memory is what limits a hundred thousand records: `weighRecord` gives them again.
 */
export interface CountedRecord extends Pick<WeighedRecord, 'weight' | 'key' | 'polarity'> {
  readonly record: EvidenceRecord;
  /** Where it speaks as its polarity says. */
  readonly links: readonly ProblemLink[];
  /** Where an insight turned it into evidence against; empty for a record that speaks against by itself. */
  readonly against: readonly ProblemLink[];
}

/** Everything that how a record counts depends on. */
export interface CountingContext extends WeighingContext {
  /** Insights and problems. */
  readonly destinations: Destinations;
  readonly fixes: Fixes;
}

const nothing: readonly ProblemLink[] = [];

/** Weighs a record and follows its links; scoring.md sections 1 and 2. */
export function countRecord(record: EvidenceRecord, context: CountingContext): CountedRecord {
  const { weight, key, polarity } = weighRecord(record, context);
  const reach = reachOf(stepsOf(record.links), context.destinations);
  return {
    record,
    weight,
    key,
    polarity,
    links: afterFixes(reach.inFavour, record.day, context.fixes),
    // Evidence against what refutes a problem is not evidence for it.
    against: polarity === 1 ? afterFixes(reach.against, record.day, context.fixes) : nothing,
  };
}
